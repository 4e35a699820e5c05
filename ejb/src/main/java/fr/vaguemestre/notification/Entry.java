package fr.vaguemestre.notification;

import fr.vaguemestre.journal.Facts;
import fr.vaguemestre.platform.db.Row;
import java.util.Map;

/** A journal entry about a letter; facts by name. */
record Entry(
    long id, long letter, long actor, String action, boolean moved, Map<String, String> facts) {
  static Entry of(Row row) {
    var before = row.text("state_before");
    return new Entry(
        row.number("id"),
        row.number("correspondence_id"),
        row.number("actor_id"),
        row.text("action"),
        before != null && !before.equals(row.text("state_after")),
        Facts.read(row.text("facts")));
  }
}
