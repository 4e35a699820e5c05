package fr.vaguemestre.it.bench;

import static fr.vaguemestre.it.bench.Measure.at;
import static fr.vaguemestre.it.bench.Measure.head;
import static fr.vaguemestre.it.bench.Measure.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many small towns beside one large one: time to start, memory, and a basket's page over REST:
 * {@code ./vaguemestre bench towns [towns=400] [letters=1000] [pages=400]}. The large one has
 * {@code towns × letters} letters ({@link Crowd}).
 */
public final class TownsBench {
  private static final String PAGE = "/v1/baskets/MY_DIRECTION/items?limit=50";

  private TownsBench() {}

  public static void main(String[] words) throws SQLException {
    var options = new Options(words);
    int towns = options.number("towns", 400);
    int letters = options.number("letters", 1000);
    int pages = options.number("pages", 400);
    BenchServer.start();
    head("towns");
    long founding = SmallTowns.found(towns);
    line("founding a town", "%.0f ms", founding / 1e6 / towns);
    SmallTowns.fill(letters);
    long indexing = System.nanoTime();
    SmallTowns.awaitIndex();
    line("indexing what was written", "%.0f s", (System.nanoTime() - indexing) / 1e9);
    BenchServer.stop();
    long begin = System.nanoTime();
    BenchServer.start();
    line("database and server started with " + towns + " towns", "%.1f s", since(begin));
    line("resident memory then", "%.0f MB", resident());
    var people = IntStream.range(0, towns).mapToObj(i -> new Pages("b@B" + i)).toList();
    report("first page of each town", times(people, towns));
    line("resident memory, every town opened", "%.0f MB", resident());
    report("pages, town after town", times(people, pages));
    Crowd.make(towns * letters);
    var large = List.of(new Pages("f0"));
    times(large, pages / 2);
    report("pages of the one large town", times(large, pages));
  }

  private static long[] times(List<Pages> people, int turns) {
    var times = new ArrayList<Long>();
    for (int i = 0; i < turns; i++) {
      long begin = System.nanoTime();
      people.get(i % people.size()).rest(PAGE);
      times.add(System.nanoTime() - begin);
    }
    return times.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  private static void report(String what, long[] times) {
    line(
        what,
        "%.0f/s, p50 %.1f ms, p99 %.1f ms",
        times.length * 1e9 / Arrays.stream(times).sum(),
        at(times, 0.50),
        at(times, 0.99));
  }

  private static double since(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Megabytes the server's process holds. */
  private static double resident() {
    try {
      return Files.readAllLines(Path.of("/proc/" + BenchServer.serverPid() + "/status")).stream()
              .filter(line -> line.startsWith("VmRSS"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElseThrow()
          / 1024.0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
