package fr.vaguemestre.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Requests anonymised a second by the night job, files and index apart, beside the plainest SQL
 * that clears the same columns of as many other letters: {@code ./vaguemestre bench erasure
 * [letters=20000]}.
 */
public final class ErasureBench {
  private static final int TOWN = 1;
  private static final long FIRST = 5_000_000_000L;
  private static final int CHUNK = 500;
  private static final int PATIENCE = 1800;
  private static final String LAST =
      "(select max(id) from job_run where tenant_id = " + TOWN + " and job = 'ANONYMISATION')";
  private static final String ENDED =
      "select count(*) from job_run where id = " + LAST + " and state = 'DONE'";

  private ErasureBench() {}

  public static void main(String[] words) {
    int letters = new Options(words).number("letters", 20_000);
    BenchServer.start();
    try (var connection = BenchServer.database("vaguemestre");
        var statement = connection.createStatement()) {
      // The floor's letters stay open: the job leaves them alone.
      fill(statement, FIRST, letters, false);
      fill(statement, FIRST + 10L * letters, letters, true);
      double floor = floor(statement, FIRST, letters);
      statement.execute(
          "insert into job_run (tenant_id, id, job, state, asked_at) values (%d, nextval('row_id'), 'ANONYMISATION', 'WANTED', now())"
              .formatted(TOWN));
      double seconds = Measure.waitFor(PATIENCE, () -> number(statement, ENDED) == 1);
      Measure.head("erasure");
      Measure.line("requests", "%d", letters);
      Measure.line("raw SQL, chunks of 500", "%.0f/s", letters / floor);
      Measure.line("job, its step anonymise", "%.0f/s", rate(statement, "anonymise"));
      Measure.line("job, contents removed", "%.0f/s", rate(statement, "unnamed-files"));
      Measure.line("whole run", "%s", Measure.shown(seconds));
      Measure.line(
          "erased",
          "%d of %d",
          number(
              statement,
              "select count(*) from erasure where correspondence_id >= " + (FIRST + 10L * letters)),
          letters);
      double clean =
          Measure.waitFor(
              PATIENCE, () -> number(statement, "select count(*) from index_queue") == 0);
      Measure.line("index clean of them, after the run", "%s", Measure.shown(clean));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double rate(Statement statement, String step) {
    return number(
        statement,
        "select coalesce((select round(done / greatest(0.001, extract(epoch from changed_at - begun_at))) from job_step where step = '%s' and run_id = %s), 0)"
            .formatted(step, LAST));
  }

  /** Seconds for the letters, in transactions of as many as the job's chunks. */
  private static double floor(Statement statement, long first, int letters) throws SQLException {
    long begin = System.nanoTime();
    for (long from = first; from < first + letters; from += CHUNK) {
      long last = Math.min(from + CHUNK, first + letters) - 1;
      statement.execute(
          script("erasure-floor.sql").formatted(from, last).replace(":tenant", "" + TOWN));
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private static void fill(Statement statement, long first, int letters, boolean closed)
      throws SQLException {
    statement.execute(
        String.format(
            Locale.ROOT, script("erasure.sql"), TOWN, first, letters, Boolean.toString(closed)));
    statement.execute("analyze");
  }

  private static long number(Statement statement, String query) {
    try (var row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String script(String name) {
    try (var in = ErasureBench.class.getResourceAsStream("/bench/" + name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
