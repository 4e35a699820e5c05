package fr.vaguemestre.it.bench;

import static fr.vaguemestre.it.bench.Measure.at;
import static fr.vaguemestre.it.bench.Measure.head;
import static fr.vaguemestre.it.bench.Measure.line;
import static fr.vaguemestre.it.bench.Measure.shown;
import static fr.vaguemestre.it.bench.Measure.waitFor;

import fr.vaguemestre.it.bench.Load.Sent;
import java.util.List;

/**
 * Letters registered per second over REST, beside the floor measured in the same run, and what
 * became of them: {@code ./vaguemestre bench registration [clients=8] [seconds=60] [warm=30]
 * [floor=10] [patience=600]}. Ends with 1 when a letter is lost, doubled, unfound, or a number is
 * missing. {@code patience} bounds, in seconds, the wait for the index and for the reading of the
 * files.
 */
public final class RegistrationBench {
  private RegistrationBench() {}

  public static void main(String[] words) {
    var options = new Options(words);
    int clients = options.number("clients", 8);
    int seconds = options.number("seconds", 60);
    int floorSeconds = options.number("floor", 10);
    int patience = options.number("patience", 600);
    BenchServer.start();
    load(Load.marker(), clients, options.number("warm", 30));
    waitFor(patience, () -> Audit.unread() == 0);

    double before = Floor.perSecond(clients, floorSeconds);
    var marker = Load.marker();
    List<Sent> sent;
    long begin = System.nanoTime();
    double elapsed;
    long heap;
    long rss;
    double processor;
    try (var cost = new Cost()) {
      sent = load(marker, clients, seconds);
      elapsed = (System.nanoTime() - begin) / 1e9;
      processor = cost.processorSeconds();
      heap = cost.heapMb();
      rss = cost.rssMb();
    }
    double after = Floor.perSecond(clients, floorSeconds);

    var answered = sent.stream().filter(s -> s.answer().status() == 201).toList();
    var caller = new Caller();
    double indexed = waitFor(patience, () -> caller.found(marker) == answered.size());
    double read = waitFor(patience, () -> Audit.unread() == 0);
    var losses = Audit.losses(marker, answered);
    long duplicates = Audit.duplicates();
    long gaps = Audit.gaps();

    double rate = answered.size() / elapsed;
    double floor = Math.max(before, after);
    var times = sent.stream().mapToLong(Sent::nanos).sorted().toArray();
    head("registration");
    line("clients", "%d", clients);
    line("seconds", "%.0f", elapsed);
    line("requests, of which answered 201", "%d, %d", sent.size(), answered.size());
    line("registrations per second", "%.1f", rate);
    line("p50, p99", "%.0f ms, %.0f ms", at(times, 0.50), at(times, 0.99));
    line("server's processor time per registration", "%.1f ms", 1000 * processor / answered.size());
    line(
        "processors the server was given",
        "%.2f of %d",
        processor / elapsed,
        Runtime.getRuntime().availableProcessors());
    line("floor per second, before and after", "%.1f, %.1f", before, after);
    line("share of the higher floor", "%.0f %%", 100 * rate / floor);
    line("heap in use at most, peak RSS", "%d MB, %d MB", heap, rss);
    line("lost or wrong", "%d", losses.size());
    line("duplicate numbers, gaps", "%d, %d", duplicates, gaps);
    line("all found by search after", "%s", shown(indexed));
    line("all files read after", "%s", shown(read));
    losses.stream().limit(20).forEach(System.out::println);
    sent.stream()
        .filter(s -> s.answer().status() != 201)
        .limit(5)
        .forEach(s -> System.out.println(s.answer().status() + " " + s.answer().body()));
    boolean held =
        losses.isEmpty()
            && duplicates == 0
            && gaps == 0
            && indexed >= 0
            && answered.size() == sent.size();
    System.exit(held ? 0 : 1);
  }

  private static List<Sent> load(String marker, int clients, int seconds) {
    var load = Load.start(marker, clients);
    BenchServer.pause(seconds * 1000L);
    return load.stop();
  }
}
