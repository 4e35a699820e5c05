package fr.vaguemestre.it.bench;

import fr.vaguemestre.it.bench.SubmissionLoad.Sent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what the portals were told with what the database and the content store hold. */
final class SubmissionAudit {
  private SubmissionAudit() {}

  /** What the database holds under a key; {@code letters}: of that subject in all. */
  private record Kept(
      int tenant,
      long id,
      String chrono,
      List<String> files,
      int acknowledged,
      int entries,
      int letters) {}

  /** Every way in which what was answered 201 is not there, whole, once. Empty: none lost. */
  static List<String> losses(String marker, Collection<Sent> sent) {
    var losses = new ArrayList<String>();
    var kept = kept(marker);
    for (var one : sent) {
      var key = one.submission().key();
      var found = kept.remove(key);
      if (one.answer().status() != 201) {
        losses.add(key + " has no answer" + (found == null ? "" : " and is there"));
      } else if (found == null) {
        losses.add(key + " is lost: " + one.answer().chrono());
      } else {
        compare(one, found, losses);
      }
    }
    kept.keySet().forEach(key -> losses.add(key + " is there and nobody was told"));
    return losses;
  }

  private static void compare(Sent sent, Kept kept, List<String> losses) {
    var chrono = sent.answer().chrono();
    if (kept.id() != sent.answer().id() || !kept.chrono().equals(chrono)) {
      losses.add(chrono + " was answered, " + kept.chrono() + " is there");
    }
    if (kept.letters() != 1 || kept.acknowledged() != 1 || kept.entries() != 1) {
      losses.add(chrono + " is not there once, acknowledged once, registered once: " + kept);
    }
    // What was typed is a file too.
    if (kept.files().size() != sent.submission().files() + 1
        || !kept.files().stream().allMatch(sha256 -> Audit.holds(kept.tenant(), sha256))) {
      losses.add(chrono + " has not its files: " + kept.files());
    }
  }

  private static Map<String, Kept> kept(String marker) {
    var text =
        """
        select s.idempotency_key, s.tenant_id, s.id, c.chrono,
               (select string_agg(f.sha256, ' ') from submission_file f where f.tenant_id = s.tenant_id and f.submission_id = s.id) as files,
               (select count(*) from acknowledgement a where a.tenant_id = s.tenant_id
                   and a.correspondence_id = s.correspondence_id and a.kind = 'AEE') as acknowledged,
               (select count(*) from journal_entry j where j.tenant_id = s.tenant_id
                   and j.correspondence_id = s.correspondence_id and j.action = 'REGISTER') as entries,
               o.letters
          from submission s join correspondence c on c.tenant_id = s.tenant_id and c.id = s.correspondence_id
          join (select tenant_id, subject, count(*) as letters from correspondence where subject like ? group by 1, 2) o
            on o.tenant_id = c.tenant_id and o.subject = c.subject
         where s.idempotency_key like ?
        """;
    var byKey = new HashMap<String, Kept>();
    try (var connection = BenchServer.database("vaguemestre");
        var statement = connection.prepareStatement(text)) {
      statement.setString(1, "Mesure " + marker + " %");
      statement.setString(2, marker + "-%");
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          byKey.put(row.getString("idempotency_key"), read(row));
        }
      }
      return byKey;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Kept read(ResultSet row) throws SQLException {
    var files = row.getString("files");
    return new Kept(
        row.getInt("tenant_id"),
        row.getLong("id"),
        row.getString("chrono"),
        files == null ? List.of() : List.of(files.split(" ")),
        row.getInt("acknowledged"),
        row.getInt("entries"),
        row.getInt("letters"));
  }
}
