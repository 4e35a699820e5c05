package fr.vaguemestre.search.lucene;

import fr.vaguemestre.search.Hits;
import fr.vaguemestre.search.IndexedLetter;
import fr.vaguemestre.search.SearchIndex;
import fr.vaguemestre.search.SearchWish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;

/**
 * Lucene, one folder a town under one root, on one node: a second process writing there is refused
 * by Lucene's lock, which dies with its process.
 */
public final class LuceneSearchIndex implements SearchIndex {
  private final Path root;

  /**
   * A word is looked for in the letter and in the notes kept to each unit, up to 64 of them one by
   * one, and Lucene counts each of these: what it allows by itself ends at eight words.
   */
  private static final int CLAUSES = 65_536;

  static {
    IndexSearcher.setMaxClauseCount(CLAUSES);
  }

  private final Clock clock;
  private final int mostReaders;
  private final Duration idle;
  private final LRUQueryCache visible = Visible.cache();
  private final FrenchAnalyzer analyzer = new FrenchAnalyzer();
  private final Map<Integer, Town> towns = new ConcurrentHashMap<>();

  /** Towns by last search, the oldest first; guards itself. */
  private final LinkedHashMap<Integer, Town> lately = new LinkedHashMap<>(16, 0.75f, true);

  /** Up to 100 towns open for search, each closed after ten idle minutes. */
  public LuceneSearchIndex(Path root, Clock clock) {
    this(root, clock, 100, Duration.ofMinutes(10));
  }

  public LuceneSearchIndex(Path root, Clock clock, int mostReaders, Duration idle) {
    this.root = root;
    this.clock = clock;
    this.mostReaders = mostReaders;
    this.idle = idle;
  }

  @Override
  public void write(
      int tenant, Collection<IndexedLetter> letters, Collection<Long> removed, long sequence) {
    run(() -> town(tenant).write(letters, removed, sequence));
  }

  @Override
  public void commit(int tenant) {
    run(() -> town(tenant).commit());
  }

  @Override
  public long sequence(int tenant) {
    return get(() -> opened(tenant).sequence());
  }

  @Override
  public Hits find(int tenant, Set<String> tokens, Set<Long> withheld, SearchWish wish) {
    if (tokens.isEmpty()) {
      return Hits.NONE;
    }
    var cursor = wish.after() == null ? null : Cursor.parse(wish.after());
    return get(
        () -> {
          try (var lease = opened(tenant).searcher()) {
            return lease == null
                ? Hits.NONE
                : new Search(lease.searcher(), tokens, withheld, wish).run(cursor);
          }
        });
  }

  @Override
  public Map<Long, Set<String>> carried(int tenant, Collection<Long> ids) {
    return get(
        () -> {
          try (var lease = opened(tenant).searcher()) {
            return lease == null
                ? Map.of()
                : new Held(lease.searcher().getIndexReader()).carried(ids);
          }
        });
  }

  @Override
  public List<Long> ids(int tenant, Long after, int most) {
    return get(
        () -> {
          try (var lease = opened(tenant).searcher()) {
            return lease == null
                ? List.of()
                : new Held(lease.searcher().getIndexReader()).ids(after, most);
          }
        });
  }

  @Override
  public void beginRebuild(int tenant) {
    run(() -> town(tenant).beginRebuild());
  }

  @Override
  public void fillRebuild(int tenant, Iterable<Supplier<Collection<IndexedLetter>>> batches) {
    run(() -> town(tenant).fillRebuild(batches));
  }

  @Override
  public void endRebuild(int tenant) {
    run(() -> town(tenant).endRebuild());
  }

  @Override
  public void expunge(int tenant) {
    run(() -> town(tenant).expunge());
  }

  @Override
  public Health health(int tenant) {
    return get(
        () -> {
          var town = opened(tenant);
          try (var lease = town.searcher()) {
            return new Health(
                lease == null ? 0 : lease.searcher().getIndexReader().numDocs(),
                lease == null ? 0 : lease.sequence(),
                town.pending(),
                town.setAside(),
                (int) towns.values().stream().filter(Town::reading).count(),
                (int) towns.values().stream().filter(Town::writing).count());
          }
        });
  }

  @Override
  public void dropAll(int tenant) {
    run(() -> town(tenant).dropAll());
  }

  @Override
  public void closeIdle() {
    var since = clock.instant().minus(idle);
    run(
        () -> {
          for (var town : towns.values()) {
            town.closeIdle(since);
          }
        });
  }

  @Override
  public void close() {
    run(
        () -> {
          for (var town : towns.values()) {
            town.close();
          }
        });
  }

  private Town town(int tenant) {
    return towns.computeIfAbsent(
        tenant, t -> new Town(root.resolve(Integer.toString(t)), clock, analyzer, visible));
  }

  /**
   * The town, as the one searched last; the one not searched for longest is closed when there are
   * too many.
   */
  private Town opened(int tenant) throws IOException {
    var town = town(tenant);
    List<Town> tooMany = new ArrayList<>();
    synchronized (lately) {
      lately.put(tenant, town);
      var oldest = lately.entrySet().iterator();
      while (lately.size() - tooMany.size() > mostReaders) {
        tooMany.add(oldest.next().getValue());
      }
      lately.values().removeAll(tooMany);
    }
    for (var closing : tooMany) {
      closing.closeReader();
    }
    return town;
  }

  private interface Step<T> {
    T run() throws IOException;
  }

  private interface Deed {
    void run() throws IOException;
  }

  private static <T> T get(Step<T> step) {
    try {
      return step.run();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void run(Deed deed) {
    try {
      deed.run();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
