package fr.vaguemestre.call;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a machine account called in some days.
 *
 * @param refused answered 400 to 499, but for too many
 * @param tooMany refused for their number
 * @param failed answered 500 and more
 * @param shut attempts with a wrong secret, or of an account that has ended, since its last success
 * @param average milliseconds of an answer; 0 without calls
 * @param last the last call ever kept; null for none
 * @param lastDay on which it may call; null for no end
 */
public record ClientCalls(
    String login,
    String label,
    boolean active,
    long calls,
    long refused,
    long tooMany,
    long failed,
    long shut,
    long average,
    long slowest,
    Instant last,
    LocalDate lastDay) {}
