package fr.vaguemestre.search;

import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.DatabaseAway;
import fr.vaguemestre.search.IndexFailures.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Puts letters of a town into its index. A batch that fails is halved until the letter that fails
 * is alone; it is put in without its texts, or taken out of the index when that fails too, and
 * noted. So it never blocks its neighbours.
 */
@ApplicationScoped
public class IndexBatch {
  private static final Logger LOG = Logger.getLogger(IndexBatch.class.getName());

  /** Where no letter can be indexed it is not the letters, at first. */
  private static final int TRIES = 3;

  @Inject IndexedLetters letters;
  @Inject SearchIndex index;
  @Inject IndexFailures failures;

  /** Batches in a row of which nothing could be indexed, by town. */
  private final Map<Integer, Integer> tries = new ConcurrentHashMap<>();

  /** As many of the first of these letters as are read together: one, where one has no length. */
  List<Long> first(int tenant, List<Long> wanted) {
    try {
      return TenantContext.call(tenant, () -> letters.portions(wanted)).getFirst();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "letters of town " + tenant + " are indexed one by one", e);
      return wanted.subList(0, 1);
    }
  }

  /**
   * Puts these letters in and commits; those that do not exist are taken out.
   *
   * @param sequence where they end in the queue
   * @throws UncheckedIOException when the disk failed: all of it is to be tried again, as when the
   *     database is out of reach
   */
  void put(int tenant, List<Long> ids, long sequence) {
    var noted = new HashMap<Long, Failure>();
    var thrown = halved(tenant, ids, sequence, noted);
    var out =
        noted.entrySet().stream()
            .filter(e -> !e.getValue().withoutText())
            .map(Map.Entry::getKey)
            .toList();
    if (!out.isEmpty()) {
      if (out.size() == ids.size() && tries.merge(tenant, 1, Integer::sum) < TRIES) {
        throw new IllegalStateException("none of " + ids.size() + " letters", thrown);
      }
      index.write(tenant, List.of(), out, sequence);
      index.commit(tenant);
    }
    if (thrown != null) {
      LOG.log(
          Level.WARNING,
          "not or not whole in the index of town " + tenant + ": letters " + noted.keySet(),
          thrown);
    }
    tries.remove(tenant);
    failures.note(tenant, ids, noted);
  }

  /** What was thrown last; null when all went well. */
  private Throwable halved(int tenant, List<Long> ids, long sequence, Map<Long, Failure> noted) {
    try {
      put(tenant, ids, IndexedLetters.MOST_TEXT, sequence);
      return null;
    } catch (RuntimeException | Error e) {
      unlessElsewhere(e);
      if (ids.size() == 1) {
        return alone(tenant, ids.getFirst(), sequence, noted);
      }
      int half = ids.size() / 2;
      var first = halved(tenant, ids.subList(0, half), sequence, noted);
      var second = halved(tenant, ids.subList(half, ids.size()), sequence, noted);
      return second == null ? first : second;
    }
  }

  /** Once more as it is: what failed before may have been an index that closed meanwhile. */
  private Throwable alone(int tenant, long letter, long sequence, Map<Long, Failure> noted) {
    Throwable thrown;
    try {
      put(tenant, List.of(letter), IndexedLetters.MOST_TEXT, sequence);
      return null;
    } catch (RuntimeException | Error e) {
      unlessElsewhere(e);
      thrown = e;
    }
    try {
      put(tenant, List.of(letter), 0, sequence);
      noted.put(letter, Failure.of(true, thrown));
    } catch (RuntimeException | Error e) {
      unlessElsewhere(e);
      noted.put(letter, Failure.of(false, e));
    }
    return thrown;
  }

  /** A disk or a database that fails is no letter's fault. */
  private static void unlessElsewhere(Throwable thrown) {
    if (thrown instanceof UncheckedIOException disk) {
      throw disk;
    }
    if (thrown instanceof RuntimeException failed && DatabaseAway.outOfReach(failed)) {
      throw failed;
    }
  }

  private void put(int tenant, List<Long> ids, int text, long sequence) {
    var found = TenantContext.call(tenant, () -> letters.read(ids, text));
    Set<Long> gone = new HashSet<>(ids);
    found.forEach(letter -> gone.remove(letter.id()));
    index.write(tenant, found, gone, sequence);
    index.commit(tenant);
  }
}
