package fr.vaguemestre.it.bench;

import fr.vaguemestre.it.bench.Load.Sent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Compares what the clients were told with what the database, the content store and the index hold.
 */
final class Audit {
  private Audit() {}

  /** What the database holds of a letter. */
  private record Kept(
      long id, String chrono, int tenant, String sha256, int documents, int entries) {}

  /** Every way in which the letters answered 201 are not there, whole, once. Empty: none lost. */
  static List<String> losses(String marker, Collection<Sent> answered) {
    var losses = new ArrayList<String>();
    var kept = kept(marker);
    for (var sent : answered) {
      var letter = sent.letter();
      var found = kept.getOrDefault(letter.subject(), List.of());
      if (found.isEmpty()) {
        losses.add(sent.answer().chrono() + " is lost");
      } else if (found.size() > 1) {
        losses.add(letter.key() + " is there " + found.size() + " times");
      } else {
        compare(sent, found.getFirst(), losses);
      }
    }
    kept.forEach(
        (subject, found) -> {
          if (answered.stream().noneMatch(s -> s.letter().subject().equals(subject))) {
            losses.add(subject + " is there and nobody was told");
          }
        });
    return losses;
  }

  private static void compare(Sent sent, Kept kept, List<String> losses) {
    var chrono = sent.answer().chrono();
    var sha256 = sha256(sent.letter().pdf());
    if (kept.id() != sent.answer().id() || !kept.chrono().equals(chrono)) {
      losses.add(chrono + " was answered, " + kept.chrono() + " is there");
    }
    if (kept.documents() != 1 || !sha256.equals(kept.sha256())) {
      losses.add(chrono + " has not its document");
    }
    if (kept.entries() != 1) {
      losses.add(chrono + " has " + kept.entries() + " journal entries of its registration");
    }
    if (!holds(kept.tenant(), sha256)) {
      losses.add(chrono + " has not its bytes");
    }
  }

  /** Whether the content store holds these bytes, whole. */
  static boolean holds(int tenant, String sha256) {
    var bytes =
        BenchServer.data()
            .resolve("content")
            .resolve(String.valueOf(tenant))
            .resolve(sha256.substring(0, 2))
            .resolve(sha256);
    return sha256.equals(sha256(bytes));
  }

  private static Map<String, List<Kept>> kept(String marker) {
    var bySubject = new HashMap<String, List<Kept>>();
    var text =
        """
        select c.subject, c.id, c.chrono, c.tenant_id, min(d.sha256) as sha256, count(distinct d.id) as documents,
               (select count(*) from journal_entry j where j.tenant_id = c.tenant_id and j.correspondence_id = c.id
                   and j.action = 'REGISTER') as entries
          from correspondence c left join document d on d.tenant_id = c.tenant_id and d.correspondence_id = c.id
         where c.subject like ? group by c.tenant_id, c.id
        """;
    try (var connection = BenchServer.database("vaguemestre");
        var statement = connection.prepareStatement(text)) {
      statement.setString(1, "Mesure " + marker + " %");
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          bySubject
              .computeIfAbsent(row.getString("subject"), s -> new ArrayList<>())
              .add(
                  new Kept(
                      row.getLong("id"),
                      row.getString("chrono"),
                      row.getInt("tenant_id"),
                      row.getString("sha256"),
                      row.getInt("documents"),
                      row.getInt("entries")));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return bySubject;
  }

  /** Numbers given twice in the mail office's town, all years and categories. */
  static long duplicates() {
    return number("select count(chrono) - count(distinct (tenant_id, chrono)) from correspondence");
  }

  /**
   * Numbers counted but carried by no letter, and letters without a number; those of {@link Crowd}
   * are counted nowhere.
   */
  static long gaps() {
    return number(
        """
        select (select coalesce(sum(value), 0) from chrono_counter) - (select count(chrono) from correspondence where chrono not like 'MESURE/%')
             + (select count(*) from correspondence where chrono is null)
        """);
  }

  /** Documents that still wait to be read. */
  static long unread() {
    return number("select count(*) from document where extraction = 'PENDING'");
  }

  /** Files of letters whose subject begins so, that have no text. */
  static long unreadable(String subject) {
    return number(
        "select count(*) from document d join correspondence c on c.tenant_id = d.tenant_id and c.id = d.correspondence_id"
            + " where c.subject like '%s%%' and not exists (select 1 from document_text t where t.tenant_id = d.tenant_id and t.document_id = d.id and length(t.body) > 200)"
                .formatted(subject));
  }

  private static long number(String sql) {
    try (var connection = BenchServer.database("vaguemestre");
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sha256(Path file) {
    try {
      return Files.exists(file) ? sha256(Files.readAllBytes(file)) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
