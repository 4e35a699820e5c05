package fr.vaguemestre.it.bench;

import static fr.vaguemestre.it.bench.Measure.at;
import static fr.vaguemestre.it.bench.Measure.head;
import static fr.vaguemestre.it.bench.Measure.line;

import fr.vaguemestre.it.Beside;
import fr.vaguemestre.it.bench.Clients.Done;
import fr.vaguemestre.search.lucene.RawLucene;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The index filled anew by {@code fulltext-rebuild} while readers search and letters arrive, beside
 * Lucene alone writing the same letters from the same texts: {@code ./vaguemestre bench rebuild
 * [letters=1000000] [clients=2] [think=500] [quiet=30]}. Each client waits {@code think}
 * milliseconds between two searches; {@code quiet} seconds of the same are measured before. Ends
 * with 1 when a search failed, found less than there was, or a new letter is not found.
 */
public final class RebuildBench {
  private static final String SURE = "courrier";

  private RebuildBench() {}

  public static void main(String[] words) throws IOException, SQLException {
    var options = new Options(words);
    int letters = options.number("letters", 1_000_000);
    BenchServer.start();
    FilledIndex.make(letters);
    var searching = new Searching(options.number("clients", 2), letters);
    var down = new AtomicInteger();
    long sure = searching.total(0, searching.people().getLast(), SURE);
    search(searching, options, 5, sure, down);
    var quiet = search(searching, options, options.number("quiet", 30), sure, down);

    head("rebuild-" + letters);
    var arriving = new NewLetters();
    var rebuilding = Beside.run(FilledIndex::rebuild);
    var newcomers = Beside.run(() -> arriving.registerWhile(() -> !rebuilding.isDone()));
    var busy = Done.NOTHING;
    NightRuns.Told told;
    try (var cost = new Cost()) {
      while (!rebuilding.isDone()) {
        busy = busy.and(search(searching, options, 5, sure, down));
      }
      told = rebuilding.join();
      line("server's processor time", "%.0f s", cost.processorSeconds());
      line("heap in use at most, peak RSS", "%d MB, %d MB", cost.heapMb(), cost.rssMb());
    }
    newcomers.join();
    long floor = alone(letters);

    double rate = told.itemsOfTown() / told.ofTown();
    double raw = letters / (floor / 1e9);
    line("letters", "%d", told.itemsOfTown());
    line("rebuild, letters per second", "%.0f s, %.0f", told.ofTown(), rate);
    line("Lucene alone, letters per second", "%.0f s, %.0f", floor / 1e9, raw);
    line("share of Lucene alone", "%.0f %%", 100 * rate / raw);
    line("index on disk", "%d MB", FilledIndex.megabytes(FilledIndex.folder()));
    line("searches before, p50, p99", "%s", shown(quiet));
    line("searches meanwhile, p50, p99", "%s", shown(busy));
    line("of which failed or found less than before", "%d", down.get());
    long[] seen = arriving.nanos();
    line("letters registered meanwhile, never found", "%d, %d", seen.length, arriving.unseen());
    line("found after, p50, p99", "%.0f ms, %.0f ms", at(seen, 0.50), at(seen, 0.99));
    System.exit(down.get() + arriving.unseen() == 0 ? 0 : 1);
  }

  private static Done search(
      Searching searching, Options options, int seconds, long sure, AtomicInteger down) {
    return Clients.run(
        options.number("clients", 2),
        seconds,
        seconds,
        options.number("think", 500),
        client -> random -> once(searching, client, random, sure, down));
  }

  /** A search of any kind, or one whose count can only grow. */
  private static void once(
      Searching searching, int client, SplittableRandom random, long sure, AtomicInteger down) {
    try {
      if (random.nextInt(4) > 0) {
        searching.rest(client, searching.anyone(random), searching.query(random));
      } else if (searching.total(client, searching.people().getLast(), SURE) < sure) {
        down.incrementAndGet();
      }
    } catch (IllegalStateException failed) {
      System.out.println(failed.getMessage());
      down.incrementAndGet();
    }
  }

  /** Nanoseconds Lucene takes for as many letters, one thread, one commit. */
  private static long alone(int letters) throws IOException, SQLException {
    var folder = BenchServer.data().resolve("bench-lucene");
    long begin = System.nanoTime();
    try (var texts = new StoredTexts(letters)) {
      RawLucene.write(folder, texts);
    }
    long nanos = System.nanoTime() - begin;
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
    return nanos;
  }

  private static String shown(Done done) {
    return "%d, %.1f ms, %.1f ms".formatted(done.nanos().length, done.at(0.50), done.at(0.99));
  }
}
