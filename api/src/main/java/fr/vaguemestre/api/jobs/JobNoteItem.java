package fr.vaguemestre.api.jobs;

import fr.vaguemestre.jobs.RunNote;
import java.time.Instant;

/**
 * What a run left out or found.
 *
 * @param kind {@code SKIPPED} or {@code FOUND}
 * @param item ids and addresses
 * @param reason why it was left out, in the words of the program; of what was found, a code
 */
public record JobNoteItem(
    long id, String kind, String step, String item, String reason, Instant at) {
  static JobNoteItem of(RunNote note) {
    return new JobNoteItem(
        note.id(),
        note.skipped() ? "SKIPPED" : "FOUND",
        note.step(),
        note.item(),
        note.reason(),
        note.at());
  }
}
