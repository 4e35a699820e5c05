package fr.vaguemestre.it.bench;

import static fr.vaguemestre.it.bench.Measure.at;
import static fr.vaguemestre.it.bench.Measure.head;
import static fr.vaguemestre.it.bench.Measure.line;

import fr.vaguemestre.it.Beside;
import fr.vaguemestre.it.bench.Clients.Done;
import fr.vaguemestre.search.SearchWish;
import fr.vaguemestre.search.lucene.LuceneSearchIndex;
import fr.vaguemestre.search.lucene.RawLucene;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Searches over REST beside Lucene alone on the same index, with the same queries and the same
 * visibility, by turns in one run: {@code ./vaguemestre bench search [letters=1000000] [clients=8]
 * [seconds=2] [rounds=2] [mixed=30]}; {@code seconds} of each kind, each reader and each way in
 * each round, {@code mixed} of all kinds together. Ends with 1 when a count is not Lucene's, or a
 * new letter is not found.
 */
public final class SearchBench {
  private static final int COMPARED = 10;

  private final Searching searching;
  private final List<Way> ways;
  private final int clients;
  private final Report report;

  /** How a query is asked: by Lucene alone, by the server's port in this process, over REST. */
  private interface Way {
    void ask(int client, Someone who, String query);
  }

  private SearchBench(Searching searching, RawLucene raw, LuceneSearchIndex port, Options options) {
    this.searching = searching;
    this.clients = clients(options);
    this.ways =
        List.of(
            (client, who, query) -> raw.first(query, who.tokens()),
            (client, who, query) -> raw.counted(query, who.tokens()),
            (client, who, query) -> port.find(Crowd.TOWN, who.tokens(), SearchWish.of(query)),
            searching::rest);
    this.report =
        new Report(
            "search-" + letters(options),
            "Query",
            "Reader",
            "Lucene, a second",
            "with the exact count",
            "port, a second",
            "REST, a second",
            "REST of Lucene, %",
            "REST of Lucene with the count, %",
            "REST p50, ms",
            "p99, ms");
  }

  public static void main(String[] words) throws IOException {
    var options = new Options(words);
    BenchServer.start();
    FilledIndex.make(letters(options));
    SmallTowns.awaitIndex();
    var searching = new Searching(clients(options), letters(options));
    int wrong;
    try (var raw = new RawLucene(FilledIndex.folder());
        var port = new LuceneSearchIndex(FilledIndex.root(), Clock.systemUTC())) {
      wrong = compared(searching, raw);
      new SearchBench(searching, raw, port, options).measure(options);
    }
    int unseen = whileLettersArrive(searching, options, wrong);
    System.exit(wrong + unseen == 0 ? 0 : 1);
  }

  private static int letters(Options options) {
    return options.number("letters", 1_000_000);
  }

  private static int clients(Options options) {
    return options.number("clients", 8);
  }

  /** Queries that REST counts otherwise than Lucene alone does. */
  private static int compared(Searching searching, RawLucene raw) {
    int wrong = 0;
    for (var who : searching.people()) {
      for (var wish : Wish.values()) {
        for (var query : searching.asked(wish).subList(0, COMPARED)) {
          long alone = raw.counted(query, who.tokens());
          long served = searching.total(0, who, query);
          if (alone != served) {
            System.out.printf("%s, %s: Lucene %d, REST %d%n", who.login(), query, alone, served);
            wrong++;
          }
        }
      }
    }
    return wrong;
  }

  private void measure(Options options) {
    double seconds = options.number("seconds", 2);
    int rounds = options.number("rounds", 2);
    double mixed = options.number("mixed", 30);
    turns(mixed / 2, 1, searching::anyone, searching::query);
    row("all", "all", turns(mixed, 1, searching::anyone, searching::query));
    for (var wish : Wish.values()) {
      for (var who : searching.people()) {
        var done = turns(seconds, rounds, random -> who, random -> searching.query(wish, random));
        row(wish.title(), who.size(), done);
      }
    }
  }

  /** What each way did, each in its turn. */
  private List<Done> turns(
      double seconds,
      int rounds,
      Function<SplittableRandom, Someone> who,
      Function<SplittableRandom, String> query) {
    var done = new ArrayList<>(Stream.generate(() -> Done.NOTHING).limit(ways.size()).toList());
    for (int round = 0; round < rounds; round++) {
      for (int n = 0; n < ways.size(); n++) {
        var way = ways.get(n);
        var turn =
            Clients.run(
                clients,
                seconds,
                round,
                client -> random -> way.ask(client, who.apply(random), query.apply(random)));
        done.set(n, done.get(n).and(turn));
      }
    }
    return done;
  }

  private void row(String query, String reader, List<Done> done) {
    var rates = done.stream().mapToDouble(Done::perSecond).toArray();
    var rest = done.getLast();
    report.row(
        query,
        reader,
        rates[0],
        rates[1],
        rates[2],
        rates[3],
        100 * rates[3] / rates[0],
        100 * rates[3] / rates[1],
        rest.at(0.50),
        rest.at(0.99));
  }

  /** New letters not found while the same clients search. */
  private static int whileLettersArrive(Searching searching, Options options, int wrong) {
    var arriving = new NewLetters();
    Done done;
    try (var cost = new Cost()) {
      var load =
          Beside.run(
              () ->
                  Clients.run(
                      clients(options),
                      options.number("mixed", 30),
                      2,
                      client ->
                          random ->
                              searching.rest(
                                  client, searching.anyone(random), searching.query(random))));
      arriving.registerWhile(() -> !load.isDone());
      done = load.join();
      head("search-" + letters(options) + "-new-letters");
      line("heap in use at most, peak RSS", "%d MB, %d MB", cost.heapMb(), cost.rssMb());
    }
    long[] seen = arriving.nanos();
    line("letters in the index", "%d", FilledIndex.letters());
    line("index on disk", "%d MB", FilledIndex.megabytes(FilledIndex.folder()));
    line("searches compared with Lucene, of another count", "%d, %d", compared(searching), wrong);
    line("searches per second while letters arrive", "%.0f", done.perSecond());
    line("p50, p99", "%.1f ms, %.1f ms", done.at(0.50), done.at(0.99));
    line("letters registered, never found", "%d, %d", seen.length, arriving.unseen());
    line(
        "found after, p50, p99, longest",
        "%.0f ms, %.0f ms, %.0f ms",
        at(seen, 0.50),
        at(seen, 0.99),
        at(seen, 1));
    return arriving.unseen();
  }

  private static int compared(Searching searching) {
    return searching.people().size() * Wish.values().length * COMPARED;
  }
}
