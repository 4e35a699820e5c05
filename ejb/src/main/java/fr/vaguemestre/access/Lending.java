package fr.vaguemestre.access;

import fr.vaguemestre.platform.db.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What sharing some baskets lends at most: rights (never more than the absent agent has), and sight
 * of what comes to their own units or to their whole branch when a basket speaks of it.
 */
public record Lending(Set<Right> rights, boolean ownUnits, boolean branch) {
  /** Answered by the baskets' own feature, so that this one need not know what a basket is. */
  public interface OfBaskets {
    Lending lent(Set<String> baskets);

    /** What lies in these baskets of an absent agent, who is cut down to what they lend. */
    Contents contents(Reader lent, Set<String> baskets);

    /** The baskets that this agent can share while absent, in their order: code and label. */
    Map<String, String> shareable(Reader absent);
  }

  /**
   * A condition on {@code correspondence c}; it speaks of days, so it holds until the town's day
   * ends.
   */
  public record Contents(Statement condition, Instant until) {}
}
