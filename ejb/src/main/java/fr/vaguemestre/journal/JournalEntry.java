package fr.vaguemestre.journal;

import fr.vaguemestre.platform.db.Row;
import java.time.Instant;

/**
 * One line of the journal as it is sealed: opaque ids and codes only. {@code facts} is a short list
 * of {@code key=value} codes; words that may name a person live in a side table outside the chain.
 */
public record JournalEntry(
    long id,
    Instant at,
    long actor,
    Long forAgent,
    Long correspondence,
    String action,
    String before,
    String after,
    String facts) {
  static JournalEntry read(Row row) {
    return new JournalEntry(
        row.number("id"),
        row.instant("at"),
        row.number("actor_id"),
        row.numberOrNull("for_agent_id"),
        row.numberOrNull("correspondence_id"),
        row.text("action"),
        row.text("state_before"),
        row.text("state_after"),
        row.text("facts"));
  }
}
