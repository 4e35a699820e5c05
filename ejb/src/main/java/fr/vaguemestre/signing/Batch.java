package fr.vaguemestre.signing;

import java.time.Instant;
import java.util.List;

/** Letters signed at once, in the order they were given, and how far each is. */
public record Batch(long id, Instant askedAt, List<BatchLine> lines) {
  /** Whether each letter has its result. */
  public boolean over() {
    return count(BatchSignature.Status.WAITING) == 0;
  }

  public long count(BatchSignature.Status status) {
    return lines.stream().filter(line -> line.status() == status).count();
  }
}
