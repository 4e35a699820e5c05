package fr.vaguemestre.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;

/**
 * A crowd in the demo town, written by {@code bench/crowd.sql} past the services: 5,000 units,
 * 15,000 agents ({@code f0} to {@code f14999}, the first hundred direct fifty units each), and as
 * many letters as asked. Minutes for a million.
 */
final class Crowd {
  static final int TOWN = 1;
  private static final long UNIT = 1_000_000_000L;
  private static final long AGENT = 2_000_000_000L;
  private static final long LETTER = 3_000_000_000L;

  private Crowd() {}

  /** Makes the crowd of so many letters, in place of one of another size. */
  static void make(int letters) {
    try (var connection = BenchServer.database("vaguemestre");
        var statement = connection.createStatement()) {
      long there = 0;
      try (var count =
          statement.executeQuery(
              "select count(*) from correspondence where tenant_id = "
                  + TOWN
                  + " and id > "
                  + LETTER)) {
        count.next();
        there = count.getLong(1);
      }
      if (there == letters) {
        return;
      }
      statement.execute(
          """
          set session_replication_role = replica;
          delete from correspondence_audience where tenant_id = %4$d and correspondence_id > %2$d;
          delete from correspondence where tenant_id = %4$d and id > %2$d;
          delete from agent_group where tenant_id = %4$d and agent_id >= %1$d;
          delete from post where tenant_id = %4$d and agent_id >= %1$d;
          delete from agent where tenant_id = %4$d and id >= %1$d;
          delete from unit where tenant_id = %4$d and id >= %3$d
          """
              .formatted(AGENT, LETTER, UNIT, TOWN));
      statement.execute(script(letters));
      statement.execute("vacuum analyze");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String script(int letters) {
    try (var in = Crowd.class.getResourceAsStream("/bench/crowd.sql")) {
      return new String(in.readAllBytes(), UTF_8)
          .replace(":town", "" + TOWN)
          .replace(":unit", "" + UNIT)
          .replace(":agent", "" + AGENT)
          .replace(":letters", "" + letters)
          .replace(":letter", "" + LETTER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
