package fr.vaguemestre.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A crowd in the demo town, written by {@code bench/crowd.sql} and {@code crowd-letters.sql} past
 * the services: 5,000 units, 15,000 agents ({@code f0} to {@code f14999}, the first hundred direct
 * fifty units each), 20,000 contacts, and as many letters as asked, by parts: what was cut short
 * goes on where it was. Minutes for a million.
 */
final class Crowd {
  static final int TOWN = 1;
  static final long LETTER = 3_000_000_000L;
  private static final long UNIT = 1_000_000_000L;
  private static final long AGENT = 2_000_000_000L;
  private static final long CONTACT = 6_000_000_000L;
  private static final int PART = 50_000;
  private static final int WORDS = 1500;

  /** The commonest words are in every subject anyway. */
  private static final int FIRST_WORD = 30;

  private Crowd() {}

  /** Makes the crowd of so many letters: adds what is missing, takes away what is too much. */
  static void make(int letters) {
    try (var connection = replica()) {
      connection.setAutoCommit(false);
      if (number(connection, "select count(*) from contact where id >= " + CONTACT) == 0) {
        remove(connection, 0);
        organise(connection);
      }
      int there =
          (int)
              number(
                  connection,
                  "select coalesce(max(id), %1$d) - %1$d from correspondence where tenant_id = %2$d and id > %1$d"
                      .formatted(LETTER, TOWN));
      if (there > letters) {
        remove(connection, letters);
      }
      for (int first = there + 1; first <= letters; first += PART) {
        write(connection, first, Math.min(letters, first + PART - 1));
      }
      if (there != letters) {
        tidy(connection);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection that checks no foreign key and fires no trigger. */
  static Connection replica() throws SQLException {
    var connection = BenchServer.database("vaguemestre");
    execute(connection, "set session_replication_role = replica");
    return connection;
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static long number(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  static void tidy(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    execute(connection, "vacuum analyze");
  }

  private static void organise(Connection connection) throws SQLException {
    execute(
        connection,
        """
        delete from agent_group where tenant_id = %3$d and agent_id >= %1$d;
        delete from post where tenant_id = %3$d and agent_id >= %1$d;
        delete from agent where tenant_id = %3$d and id >= %1$d;
        delete from unit where tenant_id = %3$d and id >= %2$d
        """
            .formatted(AGENT, UNIT, TOWN));
    execute(connection, script("crowd.sql").replace(":names", array(FrenchText.names(WORDS))));
    connection.commit();
  }

  private static void write(Connection connection, int first, int last) throws SQLException {
    var subjects =
        IntStream.range(FIRST_WORD, FIRST_WORD + WORDS).mapToObj(FrenchText::word).toList();
    execute(
        connection,
        script("crowd-letters.sql")
            .replace(":subjects", array(subjects))
            .replace(":first", "" + first)
            .replace(":last", "" + last));
    connection.commit();
  }

  /** Takes away the letters beyond so many, with what the benches and the server hung on them. */
  private static void remove(Connection connection, int letters) throws SQLException {
    for (var table :
        List.of("correspondence_audience", "document", "notification", "index_queue")) {
      if (table.equals("document")) {
        execute(
            connection,
            "delete from document_text where tenant_id = %d and document_id > %d"
                .formatted(TOWN, Texts.DOCUMENT + letters));
      }
      execute(
          connection,
          "delete from %s where tenant_id = %d and correspondence_id > %d"
              .formatted(table, TOWN, LETTER + letters));
    }
    execute(
        connection,
        "delete from correspondence where tenant_id = %d and id > %d"
            .formatted(TOWN, LETTER + letters));
    connection.commit();
  }

  private static String array(List<String> words) {
    return words.stream().collect(Collectors.joining("','", "(array['", "'])"));
  }

  private static String script(String name) {
    try (var in = Crowd.class.getResourceAsStream("/bench/" + name)) {
      return new String(in.readAllBytes(), UTF_8)
          .replace(":town", "" + TOWN)
          .replace(":unit", "" + UNIT)
          .replace(":agent", "" + AGENT)
          .replace(":contact", "" + CONTACT)
          .replace(":letter", "" + LETTER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
