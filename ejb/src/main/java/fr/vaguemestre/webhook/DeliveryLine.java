package fr.vaguemestre.webhook;

import java.time.Instant;

/**
 * One thing told or to be told, as the journal of deliveries shows it.
 *
 * @param letter and {@code chrono}: null for a test, and when the letter is not the reader's to see
 * @param dueAt when it is tried next, while it waits
 * @param httpStatus of the last answer; null without one
 * @param fault why there was none; null otherwise
 */
public record DeliveryLine(
    long id,
    HookEvent event,
    Long letter,
    String chrono,
    DeliveryStatus status,
    Instant madeAt,
    Instant dueAt,
    int attempts,
    Instant lastAt,
    Long httpStatus,
    Fault fault,
    Long millis) {
  /** How it is called in what is sent: the same at each try. */
  public String messageId() {
    return messageId(id);
  }

  static String messageId(long id) {
    return "vgm_" + id;
  }
}
