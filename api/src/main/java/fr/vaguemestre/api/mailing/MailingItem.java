package fr.vaguemestre.api.mailing;

import fr.vaguemestre.api.platform.Hrefs;
import fr.vaguemestre.dispatch.Means;
import fr.vaguemestre.mailing.MailingProgress;
import java.time.Instant;
import java.util.Map;

/**
 * How far a mailing is. {@code served}: documents made for the post, or mails accepted; {@code
 * failed}: failed, in doubt or come back; of those {@code unserved} got nothing and may be served
 * again, of {@code doubtful} nobody knows.
 */
public record MailingItem(
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
    boolean done,
    Map<String, String> links) {
  static MailingItem of(MailingProgress progress) {
    long id = progress.id();
    return new MailingItem(
        id,
        progress.letter(),
        progress.chrono(),
        progress.means(),
        progress.askedAt(),
        progress.total(),
        progress.served(),
        progress.failed(),
        progress.unserved(),
        progress.doubtful(),
        progress.done(),
        Map.of(
            "self", Hrefs.to("mailings", id),
            "recipients", Hrefs.to("mailings", id, "recipients"),
            "print", Hrefs.to("mailings", id, "print"),
            "letter", Hrefs.letter(progress.letter())));
  }
}
