package fr.vaguemestre.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Requests anonymised a second by the night job, then letters of granted elimination lists
 * destroyed; files and index apart, each beside the plainest SQL that does the same to the same
 * columns of as many other letters: {@code ./vaguemestre bench erasure [letters=20000]}.
 */
public final class ErasureBench {
  private static final int TOWN = 1;
  private static final long FIRST = 5_000_000_000L;
  private static final int CHUNK = 500;
  private static final int PATIENCE = 1800;

  private ErasureBench() {}

  public static void main(String[] words) {
    int letters = new Options(words).number("letters", 20_000);
    BenchServer.start();
    try (var connection = BenchServer.database("vaguemestre");
        var statement = connection.createStatement()) {
      Measure.head("erasure");
      Measure.line("letters", "%d", letters);
      anonymisation(statement, letters);
      destruction(statement, letters);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void anonymisation(Statement statement, int letters) throws SQLException {
    // The floor's letters stay open: the job leaves them alone.
    fill(statement, at(0, letters), letters, false);
    fill(statement, at(1, letters), letters, true);
    double floor = floor(statement, "erasure-floor.sql", at(0, letters), letters);
    double seconds = run(statement, "ANONYMISATION");
    Measure.line("anonymised by raw SQL, chunks of 500", "%.0f/s", letters / floor);
    Measure.line(
        "anonymised by the job",
        "%.0f/s, %d of %d",
        rate(statement, "ANONYMISATION", "anonymise"),
        erased(statement, "ANONYMISE", at(1, letters), letters),
        letters);
    after(statement, "ANONYMISATION", seconds);
  }

  private static void destruction(Statement statement, int letters) throws SQLException {
    fill(statement, at(2, letters), letters, false);
    fill(statement, at(3, letters), letters, true);
    statement.execute(script("destruction.sql").formatted(TOWN, at(3, letters), letters));
    statement.execute("analyze");
    double floor = floor(statement, "destruction-floor.sql", at(2, letters), letters);
    double seconds = run(statement, "RETENTION");
    Measure.line("destroyed by raw SQL, chunks of 500", "%.0f/s", letters / floor);
    Measure.line(
        "destroyed by the job",
        "%.0f/s, %d of %d",
        rate(statement, "RETENTION", "retention-destroy"),
        erased(statement, "DESTROY", at(3, letters), letters),
        letters);
    Measure.line(
        "lists attested",
        "%d of %d",
        number(
            statement,
            "select count(*) from retention_list where state = 'ATTESTED' and number like 'BENCH-%'"),
        (letters - 1) / CHUNK + 1);
    after(statement, "RETENTION", seconds);
  }

  /** The contents and the index, once the job is done. */
  private static void after(Statement statement, String job, double seconds) {
    Measure.line("its contents removed", "%.0f/s", rate(statement, job, "unnamed-files"));
    Measure.line("its whole run", "%s", Measure.shown(seconds));
    double clean =
        Measure.waitFor(PATIENCE, () -> number(statement, "select count(*) from index_queue") == 0);
    Measure.line("index clean of them, after the run", "%s", Measure.shown(clean));
  }

  /** Seconds until the job has ended. */
  private static double run(Statement statement, String job) throws SQLException {
    statement.execute(
        "insert into job_run (tenant_id, id, job, state, asked_at) values (%d, nextval('row_id'), '%s', 'WANTED', now())"
            .formatted(TOWN, job));
    return Measure.waitFor(
        PATIENCE,
        () ->
            number(
                    statement,
                    "select count(*) from job_run where id = %s and state = 'DONE'"
                        .formatted(last(job)))
                == 1);
  }

  private static String last(String job) {
    return "(select max(id) from job_run where tenant_id = %d and job = '%s')".formatted(TOWN, job);
  }

  /** The ids of one filling after the other. */
  private static long at(int filling, int letters) {
    return FIRST + 10L * filling * letters;
  }

  private static long erased(Statement statement, String purpose, long first, int letters) {
    return number(
        statement,
        "select count(*) from erasure where purpose = '%s' and correspondence_id between %d and %d"
            .formatted(purpose, first, first + letters - 1));
  }

  private static double rate(Statement statement, String job, String step) {
    return number(
        statement,
        "select coalesce((select round(done / greatest(0.001, extract(epoch from changed_at - begun_at))) from job_step where step = '%s' and run_id = %s), 0)"
            .formatted(step, last(job)));
  }

  /** Seconds for the letters, in transactions of as many as the job's chunks. */
  private static double floor(Statement statement, String name, long first, int letters)
      throws SQLException {
    var floor = script(name).replace(":tenant", "" + TOWN);
    long begin = System.nanoTime();
    for (long from = first; from < first + letters; from += CHUNK) {
      statement.execute(floor.formatted(from, Math.min(from + CHUNK, first + letters) - 1));
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
