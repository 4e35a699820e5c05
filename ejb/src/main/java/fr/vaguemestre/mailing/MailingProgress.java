package fr.vaguemestre.mailing;

import fr.vaguemestre.dispatch.Means;
import java.time.Instant;

/**
 * How far a mailing is.
 *
 * @param served documents made for the post, or mails accepted
 * @param failed, in doubt, or come back
 * @param unserved of those, whoever got nothing and may be served again
 * @param doubtful of those, of whom nobody knows
 * @param made documents that are there
 */
public record MailingProgress(
    long id,
    long letter,
    String chrono,
    Means means,
    Instant askedAt,
    long total,
    long served,
    long failed,
    long unserved,
    long doubtful,
    long made) {
  public boolean done() {
    return served + failed == total;
  }
}
