package fr.vaguemestre.api.submission;

import fr.vaguemestre.api.platform.Hrefs;
import fr.vaguemestre.submission.Answer;
import fr.vaguemestre.submission.Paper;
import java.time.Instant;

/** A file of a submission; {@code addition} is what it came with later, null for the submission. */
public record PaperItem(
    long id, String name, String mediaType, long size, String sha256, Long addition, String href) {
  /** The reply that was sent; {@code text} when the message is the reply, else {@code href}. */
  public record SentReply(
      Instant sentAt, String means, String text, String name, String sha256, String href) {}

  static PaperItem of(long submission, Paper paper) {
    return new PaperItem(
        paper.id(),
        paper.name(),
        paper.mediaType(),
        paper.size(),
        paper.sha256(),
        paper.addition(),
        Hrefs.to("submissions", submission, "documents", paper.id()));
  }

  static SentReply of(long submission, Answer answer) {
    var document = answer.document();
    return new SentReply(
        answer.sentAt(),
        answer.means(),
        answer.text(),
        document == null ? null : document.name(),
        document == null ? null : document.sha256(),
        document == null ? null : Hrefs.to("submissions", submission, "reply", "document"));
  }
}
