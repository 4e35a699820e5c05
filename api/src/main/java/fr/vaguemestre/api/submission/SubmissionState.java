package fr.vaguemestre.api.submission;

import fr.vaguemestre.acknowledgement.AcknowledgementKind;
import fr.vaguemestre.api.platform.Hrefs;
import fr.vaguemestre.submission.AdditionKind;
import fr.vaguemestre.submission.SubmissionStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a submission stands, for the person who sent it. */
public record SubmissionState(
    long id,
    String chrono,
    String trackingCode,
    Instant receivedAt,
    String type,
    String subject,
    Status status,
    Instant withdrawnAt,
    List<AcknowledgementItem> acknowledgements,
    List<AdditionItem> additions,
    Map<String, String> links) {
  /** In the citizen's words. */
  public record Status(String label, Instant since, boolean closed) {}

  /** An acknowledgement as it was given. */
  public record AcknowledgementItem(
      AcknowledgementKind kind, String number, Instant madeAt, String text) {}

  /** A message, pieces or the withdrawal; {@code files} are names. */
  public record AdditionItem(
      long id, AdditionKind kind, Instant receivedAt, String text, List<String> files) {}

  /** The answer to an addition. */
  public record Receipt(long id, AdditionKind kind, Instant receivedAt) {}

  static SubmissionState of(SubmissionStatus s) {
    return new SubmissionState(
        s.id(),
        s.chrono(),
        s.trackingCode(),
        s.receivedAt(),
        s.type(),
        s.subject(),
        new Status(s.label(), s.since(), s.closed()),
        s.withdrawnAt(),
        s.acknowledgements().stream()
            .map(a -> new AcknowledgementItem(a.kind(), a.number(), a.madeAt(), a.text()))
            .toList(),
        s.additions().stream()
            .map(a -> new AdditionItem(a.id(), a.kind(), a.receivedAt(), a.words(), a.files()))
            .toList(),
        links(s.id()));
  }

  static Map<String, String> links(long id) {
    var links = new LinkedHashMap<String, String>();
    links.put("self", Hrefs.to("submissions", id));
    links.put("messages", Hrefs.to("submissions", id, "messages"));
    links.put("pieces", Hrefs.to("submissions", id, "pieces"));
    links.put("documents", Hrefs.to("submissions", id, "documents"));
    links.put("reply", Hrefs.to("submissions", id, "reply"));
    links.put("withdrawal", Hrefs.to("submissions", id, "withdrawal"));
    return links;
  }
}
