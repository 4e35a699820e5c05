package fr.vaguemestre.access;

import java.util.List;

/**
 * A machine account as its administrators see it; never its secret.
 *
 * @param unit label of the unit whose basket receives what it brings
 * @param perimeter label of the unit whose types it sends, with those below; null for the whole
 *     town
 * @param inForce open, and its last day is not over
 * @param endsSoon in force, and within 14 days no longer
 */
public record ApiClientCard(
    long id,
    long version,
    ApiClientWish wish,
    String unit,
    String perimeter,
    boolean active,
    boolean inForce,
    boolean endsSoon) {

  public List<Scope> scopes() {
    return wish.scopes().stream().sorted().toList();
  }
}
