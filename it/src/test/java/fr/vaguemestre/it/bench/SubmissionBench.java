package fr.vaguemestre.it.bench;

import static fr.vaguemestre.it.bench.Measure.at;
import static fr.vaguemestre.it.bench.Measure.head;
import static fr.vaguemestre.it.bench.Measure.line;
import static fr.vaguemestre.it.bench.Measure.waitFor;

import fr.vaguemestre.it.bench.SubmissionLoad.Sent;
import java.sql.SQLException;
import java.util.ArrayList;

/**
 * Portals that submit over REST while the database is stopped at once and started again in the
 * middle, beside the floor measured in the same run: {@code ./vaguemestre bench submissions
 * [clients=16] [seconds=60] [away=3] [warm=20] [floor=10] [patience=600]}. Ends with 1 when a
 * submission answered 201 is not there once, whole, with its number, when one is there and nobody
 * was told, or when a caller was answered anything but 201 or to come back. {@code away}: seconds
 * without the database; {@code patience} bounds the wait for the reading of the files.
 */
public final class SubmissionBench {
  private SubmissionBench() {}

  public static void main(String[] words) {
    var options = new Options(words);
    int clients = options.number("clients", 16);
    int seconds = options.number("seconds", 60);
    int floorSeconds = options.number("floor", 10);
    BenchServer.start();
    callWithoutEnd();
    var warming = SubmissionLoad.start(Load.marker(), clients);
    BenchServer.pause(options.number("warm", 20) * 1000L);
    warming.stop();
    waitFor(options.number("patience", 600), () -> Audit.unread() == 0);

    double before = Floor.perSecond(clients, floorSeconds);
    var marker = Load.marker();
    long begin = System.nanoTime();
    var load = SubmissionLoad.start(marker, clients);
    BenchServer.pause(seconds * 500L);
    BenchServer.stopDatabase();
    BenchServer.pause(options.number("away", 3) * 1000L);
    BenchServer.startDatabase();
    BenchServer.pause(Math.max(0, seconds * 1000L - (System.nanoTime() - begin) / 1_000_000));
    var sent = load.stop();
    double elapsed = (System.nanoTime() - begin) / 1e9;
    double after = Floor.perSecond(clients, floorSeconds);

    var losses = new ArrayList<>(SubmissionAudit.losses(marker, sent));
    long duplicates = Audit.duplicates();
    long gaps = Audit.gaps();
    long answered = sent.stream().filter(s -> s.answer().status() == 201).count();
    double rate = answered / elapsed;
    double floor = Math.max(before, after);
    var times = sent.stream().mapToLong(Sent::nanos).sorted().toArray();
    var requests = load.requests();
    head("submissions");
    line("clients", "%d", clients);
    line("seconds, the database away for some of them", "%.0f", elapsed);
    line("submissions, of which answered 201 in the end", "%d, %d", sent.size(), answered);
    line("requests", "%d", requests[0]);
    line("of which without answer, told to come back", "%d, %d", requests[1], requests[2]);
    line("submissions sent twice at once", "%d", requests[3]);
    line("submissions per second", "%.1f", rate);
    line(
        "p50, p99, longest until the 201",
        "%.0f ms, %.0f ms, %.0f ms",
        at(times, 0.50),
        at(times, 0.99),
        at(times, 1));
    line("floor per second, before and after", "%.1f, %.1f", before, after);
    line("share of the higher floor", "%.0f %%", 100 * rate / floor);
    line("lost, doubled or wrong", "%d", losses.size());
    line("dishonest answers", "%d", load.dishonest().size());
    line("duplicate numbers, gaps", "%d, %d", duplicates, gaps);
    losses.stream().limit(20).forEach(System.out::println);
    load.dishonest().stream().limit(20).forEach(System.out::println);
    boolean held = losses.isEmpty() && load.dishonest().isEmpty() && duplicates == 0 && gaps == 0;
    System.exit(held ? 0 : 1);
  }

  /** The demo's portal may call as often as it can: its limit is not what is measured. */
  private static void callWithoutEnd() {
    try (var connection = BenchServer.database("vaguemestre");
        var statement = connection.createStatement()) {
      statement.execute(
          """
          update api_client k set calls_per_minute = 1000000 from agent a
           where a.tenant_id = k.tenant_id and a.id = k.agent_id and a.login = 'portail'
          """);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
