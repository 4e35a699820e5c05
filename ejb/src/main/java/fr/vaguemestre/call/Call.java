package fr.vaguemestre.call;

import java.time.Instant;

/**
 * One call of a machine account.
 *
 * @param agent row id of the agent under whose name it acts
 * @param code of the problem it was answered; null without one
 * @param route the address with the names of its parameters in their place, never their values
 */
public record Call(
    int tenant,
    long agent,
    Instant at,
    String method,
    String route,
    int status,
    String code,
    int millis,
    String address) {
  /** Too many in a minute. */
  public static final int TOO_MANY = 429;
}
