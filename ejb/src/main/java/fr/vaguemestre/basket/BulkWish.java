package fr.vaguemestre.basket;

import java.util.List;

/**
 * A deed on many letters, each as of the version that was seen.
 *
 * @param unit code, and {@code agent} login: to whom, for a redirection or a copy
 * @param reason why, for a redirection (may be null) or a closing
 */
public record BulkWish(
    BulkDeed deed, List<Item> items, String unit, String agent, String reason, String tag) {
  /** A letter and its version as seen in the list. */
  public record Item(long id, long version) {}
}
