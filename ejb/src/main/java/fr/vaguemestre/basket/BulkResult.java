package fr.vaguemestre.basket;

import fr.vaguemestre.platform.Refusal;

/**
 * What became of one letter of many.
 *
 * @param chrono and {@code subject}: null when the letter is not the reader's to see
 * @param refusal why not; null when it is done
 */
public record BulkResult(long id, String chrono, String subject, Refusal refusal) {
  public boolean done() {
    return refusal == null;
  }
}
