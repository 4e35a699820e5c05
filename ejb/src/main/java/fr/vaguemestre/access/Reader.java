package fr.vaguemestre.access;

import fr.vaguemestre.platform.Refusal;
import java.util.Set;

/**
 * Who asks, with all that decides what they see (tokens) and do (rights), fixed for one request.
 * {@code ownUnits} are the units they sit in, {@code branch} those and everything below.
 */
public record Reader(
    int tenant,
    long agent,
    String login,
    String name,
    String jobTitle,
    String mainUnit,
    int credentialVersion,
    Set<Long> ownUnits,
    Set<Long> branch,
    Set<Right> rights,
    Set<String> tokens) {
  public Reader {
    ownUnits = Set.copyOf(ownUnits);
    branch = Set.copyOf(branch);
    rights = Set.copyOf(rights);
    tokens = Set.copyOf(tokens);
  }

  public boolean may(Right right) {
    return rights.contains(right);
  }

  /**
   * @throws Refusal of kind FORBIDDEN
   */
  public void need(Right right) {
    if (!may(right)) {
      throw Refusal.forbidden();
    }
  }
}
