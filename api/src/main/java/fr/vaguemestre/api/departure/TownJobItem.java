package fr.vaguemestre.api.departure;

import fr.vaguemestre.departure.TownJob;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * A job as the API shows it.
 *
 * @param kind {@code export} or {@code deletion}
 * @param state {@code waiting}, {@code done} or {@code failed}
 * @param rows exported or deleted, by table; files and bytes beside them
 * @param sha256 of the archive or of the attestation, once done
 */
public record TownJobItem(
    long id,
    String kind,
    String town,
    String state,
    String askedBy,
    Instant askedAt,
    Instant doneAt,
    Map<String, Long> rows,
    Long files,
    Long bytes,
    String sha256,
    Long size) {
  static TownJobItem of(TownJob job) {
    return of(job, Map.of());
  }

  static TownJobItem of(TownJob job, Map<String, Long> rows) {
    return new TownJobItem(
        job.id(),
        job.kind().name().toLowerCase(Locale.ROOT),
        job.code(),
        job.state(),
        job.login(),
        job.askedAt(),
        job.doneAt(),
        rows,
        job.files(),
        job.bytes(),
        job.sha256(),
        job.size());
  }
}
