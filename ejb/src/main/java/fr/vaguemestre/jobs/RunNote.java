package fr.vaguemestre.jobs;

import fr.vaguemestre.platform.db.Row;
import java.time.Instant;

/**
 * An item that a run left out, or what it found.
 *
 * @param skipped whether it was left out; then {@code reason} is in the words of the program, else
 *     a key after {@code jobs.found.}
 */
public record RunNote(
    long id, String step, boolean skipped, String item, String reason, Instant at) {
  static RunNote read(Row row) {
    return new RunNote(
        row.number("id"),
        row.text("step"),
        "SKIPPED".equals(row.text("kind")),
        row.text("item"),
        row.text("reason"),
        row.instant("at"));
  }
}
