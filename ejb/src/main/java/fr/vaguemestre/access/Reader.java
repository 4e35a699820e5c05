package fr.vaguemestre.access;

import fr.vaguemestre.platform.Refusal;
import java.util.Map;
import java.util.Set;

/**
 * Who asks, with all that decides what they see (tokens) and do (rights), fixed for one request.
 * {@code ownUnits} are the units they sit in, {@code branch} those and everything below; {@code
 * grants} are their rights, each with where it holds.
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
    Map<Right, Perimeter> grants,
    Set<String> tokens) {
  public Reader {
    ownUnits = Set.copyOf(ownUnits);
    branch = Set.copyOf(branch);
    grants = Map.copyOf(grants);
    tokens = Set.copyOf(tokens);
  }

  public Set<Right> rights() {
    return grants.keySet();
  }

  /** Whether they have the right, somewhere at least. */
  public boolean may(Right right) {
    return grants.containsKey(right);
  }

  /** Whether the right holds on this unit; {@code null} is the town as a whole. */
  public boolean may(Right right, Long unit) {
    return switch (grants.get(right)) {
      case null -> false;
      case TOWN -> true;
      case BRANCH -> unit != null && branch.contains(unit);
      case OWN_UNIT -> unit != null && ownUnits.contains(unit);
    };
  }

  /**
   * @throws Refusal of kind FORBIDDEN
   */
  public void need(Right right) {
    if (!may(right)) {
      throw Refusal.forbidden();
    }
  }

  /**
   * @throws Refusal of kind FORBIDDEN
   */
  public void need(Right right, Long unit) {
    if (!may(right, unit)) {
      throw Refusal.forbidden();
    }
  }
}
