package fr.vaguemestre.access;

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

    /** The baskets that this agent can share while absent, in their order: code and label. */
    Map<String, String> shareable(Reader absent);
  }
}
