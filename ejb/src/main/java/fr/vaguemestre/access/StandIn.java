package fr.vaguemestre.access;

import fr.vaguemestre.platform.db.Statement;
import java.time.Instant;
import java.util.Set;

/**
 * What a reader may see and do in the place of an absent colleague: {@code reader} is the colleague
 * cut down to what the shared baskets (codes) need, with the replacement as its actor; {@code
 * contents} tells of a {@code correspondence c} whether it lies in one of them; {@code until} is
 * when the first of it ends.
 */
public record StandIn(Reader reader, Set<String> baskets, Statement contents, Instant until) {
  public StandIn {
    baskets = Set.copyOf(baskets);
  }
}
