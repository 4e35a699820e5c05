package fr.vaguemestre.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The full-text index of the letters, one index a town. The index is a copy: it may be thrown away
 * and filled again from the database, and it may lag behind it, never the other way round.
 *
 * <p>Filling it: {@link #write} as often as wanted, then {@link #commit}, then forget what was to
 * be indexed. After a crash what was not committed is written again; writing a letter twice leaves
 * one letter.
 *
 * <p>Every method may be called by several threads. An {@link java.io.UncheckedIOException} says
 * the disk failed.
 */
public interface SearchIndex extends AutoCloseable {

  /**
   * Puts letters in or takes them out. Nothing is found or kept before {@link #commit}.
   *
   * @param letters each replaces the letter of the same id; of two with one id the last stays
   * @param removed ids to take out, known or not; an id in both is taken out
   * @param sequence where this batch ends in the caller's queue; the highest one written is kept by
   *     the commit
   */
  void write(
      int tenant, Collection<IndexedLetter> letters, Collection<Long> removed, long sequence);

  /**
   * Makes what was written durable, then visible to {@link #find}. Without anything written it
   * costs nothing.
   */
  void commit(int tenant);

  /**
   * The highest sequence of the last commit; 0 when there is none, and then everything is to be
   * written again.
   */
  long sequence(int tenant);

  /**
   * The letters this reader may see that answer the wish. The port alone adds the visibility
   * filter: a letter is found when it carries one of the tokens; its notes count only when the
   * notes carry one too. No tokens, no letters.
   *
   * @param withheld letters that are none of the reader's whatever the index says: it lags
   * @throws fr.vaguemestre.platform.Refusal {@code search.cursor} when {@code after} did not come
   *     from here
   */
  Hits find(int tenant, Set<String> tokens, Set<Long> withheld, SearchWish wish);

  /** The same with nothing withheld: of an index that does not lag. */
  default Hits find(int tenant, Set<String> tokens, SearchWish wish) {
    return find(tenant, tokens, Set.of(), wish);
  }

  /** Those of these letters that the last commit holds, with the tokens they carry there. */
  Map<Long, Set<String>> carried(int tenant, Collection<Long> ids);

  /**
   * The letters that the last commit holds, a page at a time, in an order of its own.
   *
   * @param after the last of the page before, known or not; null at the start
   */
  List<Long> ids(int tenant, Long after, int most);

  /**
   * Begins an empty index beside the one searched; one that was begun earlier is thrown away. From
   * here on, across crashes, whatever is written goes into both.
   */
  void beginRebuild(int tenant);

  /**
   * Puts letters into the new index, a batch after the other, then makes them all durable: what
   * happens in between leaves some of them or none, and they are to be put in again. Each batch is
   * read while nothing else is written for this town, so that no letter is older than what is
   * there.
   *
   * @throws IllegalStateException when no new index was begun, or it was lost
   */
  void fillRebuild(int tenant, Iterable<Supplier<Collection<IndexedLetter>>> batches);

  /**
   * Puts the new index in the place of the one searched, in one step: a search sees all of the one
   * or all of the other.
   *
   * @throws IllegalStateException when no new index was begun, or it was lost
   */
  void endRebuild(int tenant);

  /**
   * Takes out of the files, for good, all that was removed or replaced up to the last commit, and
   * what was set aside as unreadable: nothing of it can be read there any more. May rewrite most of
   * the index and take minutes, while everything else goes on; fails when the index is closed
   * meanwhile, and is then to be asked again.
   */
  void expunge(int tenant);

  /** How this town's index is doing. */
  Health health(int tenant);

  /**
   * Empties a town's index, at once and for good: before filling it anew, or when the town leaves.
   */
  void dropAll(int tenant);

  /** Gives back what towns not in use hold. To be called now and then. */
  void closeIdle();

  /** Closes everything; what was not committed is lost. */
  @Override
  void close();

  /**
   * @param letters letters found by someone, as of the last commit
   * @param sequence as {@link SearchIndex#sequence}
   * @param pending letters and removals written since the last commit
   * @param setAside how often an unreadable index was moved aside since this server started
   * @param openReaders towns open for search, over all towns
   * @param openWriters towns open for writing, over all towns
   */
  record Health(
      long letters, long sequence, long pending, long setAside, int openReaders, int openWriters) {}
}
