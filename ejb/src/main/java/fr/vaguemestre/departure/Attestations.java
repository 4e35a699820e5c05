package fr.vaguemestre.departure;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Readers;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;

/**
 * The proof that a town was deleted. Its SHA-256 goes into the journal of the platform's own town,
 * whose chain then shows that the proof was not written again later.
 */
@Stateless
public class Attestations {
  @Inject TownJobs jobs;
  @Inject Database database;
  @Inject Journal journal;
  @Inject Readers readers;
  @Inject Clock clock;

  /** Ends the job with its attestation; the account that asked for it must still be open. */
  public void write(long id) {
    var job = jobs.of(id);
    var by = readers.of(job.askedBy()).orElseThrow();
    var text = text(job, jobs.counts(id));
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var sha256 = sha256(bytes);
    database.update(
        sql(
            "update town_job set attestation = ?, sha256 = ?, size_bytes = ?, done_at = ?, version = version + 1 where id = ?",
            text,
            sha256,
            bytes.length,
            clock.instant(),
            id));
    journal.record(
        by,
        null,
        "TOWN_DELETED",
        null,
        null,
        Map.of("code", job.code(), "attestation", sha256),
        null);
  }

  private String text(TownJob job, Map<String, Long> counts) {
    var rows = Json.createObjectBuilder();
    counts.forEach(rows::add);
    return pretty(
        Json.createObjectBuilder()
            .add("format", "vaguemestre-deletion/1")
            .add(
                "town",
                Json.createObjectBuilder()
                    .add("id", job.town())
                    .add("code", job.code())
                    .add("name", job.name()))
            .add(
                "askedBy",
                Json.createObjectBuilder().add("login", job.login()).add("name", job.asker()))
            .add("askedAt", job.askedAt().toString())
            .add("deletedAt", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
            .add("rowsTotal", counts.values().stream().mapToLong(Long::longValue).sum())
            .add("rows", rows)
            .add("files", job.files())
            .add("bytes", job.bytes())
            .add(
                "journal",
                Json.createObjectBuilder()
                    .add("seals", job.seals())
                    .add(
                        "lastSeal",
                        job.lastSeal() == null ? JsonValue.NULL : Json.createValue(job.lastSeal())))
            .build());
  }

  private static String pretty(JsonObject json) {
    var text = new StringWriter();
    try (var writer =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true)).createWriter(text)) {
      writer.write(json);
    }
    return text.toString().strip() + "\n";
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
