package fr.vaguemestre.access;

import java.util.Set;

/**
 * A machine account in force.
 *
 * @param unit code of the unit whose basket receives what it brings
 */
public record ApiClient(long id, String label, String unit, Set<Scope> scopes) {
  public ApiClient {
    scopes = Set.copyOf(scopes);
  }
}
