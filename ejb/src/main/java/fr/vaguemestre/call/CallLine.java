package fr.vaguemestre.call;

import java.time.Instant;

/**
 * One call, as its journal shows it.
 *
 * @param code of the problem it was answered; null without one
 */
public record CallLine(
    long id,
    Instant at,
    String method,
    String route,
    int status,
    String code,
    int millis,
    String address) {
  /** Whether it was refused or failed. */
  public boolean error() {
    return status >= 400;
  }
}
