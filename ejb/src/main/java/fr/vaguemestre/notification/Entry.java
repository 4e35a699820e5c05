package fr.vaguemestre.notification;

import fr.vaguemestre.platform.db.Row;
import java.util.HashMap;
import java.util.Map;

/** A journal entry about a letter; facts by name. */
record Entry(
    long id, long letter, long actor, String action, boolean moved, Map<String, String> facts) {
  static Entry of(Row row) {
    var facts = new HashMap<String, String>();
    for (var pair : row.text("facts").split(" ")) {
      int cut = pair.indexOf('=');
      if (cut > 0) {
        facts.put(pair.substring(0, cut), pair.substring(cut + 1));
      }
    }
    var before = row.text("state_before");
    return new Entry(
        row.number("id"),
        row.number("correspondence_id"),
        row.number("actor_id"),
        row.text("action"),
        before != null && !before.equals(row.text("state_after")),
        facts);
  }
}
