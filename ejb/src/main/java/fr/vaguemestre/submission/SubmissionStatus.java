package fr.vaguemestre.submission;

import fr.vaguemestre.acknowledgement.Acknowledgement;
import java.time.Instant;
import java.util.List;

/**
 * How a submission stands, for the person who sent it.
 *
 * @param type code of the document type it was sent as, and subject as it was sent: what agents
 *     call it since is theirs
 * @param label of its state, in the citizen's words
 * @param since when it entered that state
 * @param withdrawnAt null unless it was withdrawn
 * @param additions the last 200, the first first
 */
public record SubmissionStatus(
    long id,
    String chrono,
    String trackingCode,
    Instant receivedAt,
    String type,
    String subject,
    String label,
    Instant since,
    boolean closed,
    Instant withdrawnAt,
    List<Acknowledgement> acknowledgements,
    List<Addition> additions) {
  /** A message, pieces, or the withdrawal; {@code files} are names. */
  public record Addition(
      long id, AdditionKind kind, String words, Instant receivedAt, List<String> files) {}
}
