package fr.vaguemestre.search.lucene;

import fr.vaguemestre.platform.Folders;
import fr.vaguemestre.search.IndexedLetter;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;

/**
 * One town's folder: a writer while there is something to write, a reader while somebody searches,
 * each opened when needed. Readers see commits only. The lock of this object guards the writer,
 * {@code readers} the reader; they are taken in this order.
 */
final class Town {
  private static final System.Logger LOG = System.getLogger(Town.class.getName());
  private static final String UNREADABLE = ".unreadable-";
  private static final String REBUILD = ".rebuild";

  private final Path folder;
  private final Clock clock;
  private final Analyzer analyzer;
  private final LRUQueryCache cache;
  private final Rebuild rebuild;
  private final Object readers = new Object();

  private IndexWriter writer;
  private long written;
  private volatile long pending;
  private volatile long setAside;
  private Instant wroteAt;
  private int expunging;

  private SearcherManager searchers;
  private volatile Instant readAt;

  Town(Path folder, Clock clock, Analyzer analyzer, LRUQueryCache cache) {
    this.folder = folder;
    this.clock = clock;
    this.analyzer = analyzer;
    this.cache = cache;
    this.rebuild = new Rebuild(folder.resolveSibling(folder.getFileName() + REBUILD), analyzer);
  }

  synchronized void write(
      Collection<IndexedLetter> letters, Collection<Long> removed, long sequence)
      throws IOException {
    if (writer != null && !writer.isOpen()) {
      closeWriter(); // a merge that failed has closed it
    }
    var into = writer();
    try {
      put(into, letters, removed);
      if (rebuild.writer() != null) {
        put(rebuild.writer(), letters, removed);
      }
      pending += letters.size() + removed.size();
      written = Math.max(written, sequence);
      wroteAt = clock.instant();
    } catch (IOException | RuntimeException | Error failed) {
      undo(failed);
      throw failed;
    }
  }

  private static void put(
      IndexWriter into, Collection<IndexedLetter> letters, Collection<Long> removed)
      throws IOException {
    for (var letter : letters) {
      into.updateDocument(term(letter.id()), Fields.document(letter));
    }
    if (!removed.isEmpty()) {
      into.deleteDocuments(removed.stream().map(Town::term).toArray(Term[]::new));
    }
  }

  synchronized void commit() throws IOException {
    if (writer == null) {
      return;
    }
    try {
      rebuild.commit(written);
      Writers.commit(writer, written);
      pending = 0;
      wroteAt = clock.instant();
    } catch (IOException | RuntimeException | Error failed) {
      undo(failed);
      throw failed;
    }
    refresh();
  }

  /** Begins an empty index beside this one; from here on what is written goes into both. */
  synchronized void beginRebuild() throws IOException {
    rebuild.begin();
  }

  /**
   * Reads letters and puts them into the new index, then makes them durable. Nothing else is
   * written while a batch is read and put: what was read is not older than what is there, and what
   * changes later is written later. Between two batches others write.
   */
  void fillRebuild(Iterable<Supplier<Collection<IndexedLetter>>> batches) throws IOException {
    IndexWriter into = null;
    for (var batch : batches) {
      synchronized (this) {
        into = same(into);
        put(into, batch.get(), List.of());
      }
    }
    synchronized (this) {
      same(into);
      rebuild.commit(written);
    }
  }

  /** A writer closed meanwhile took along what was put into it and not committed. */
  private IndexWriter same(IndexWriter before) throws IOException {
    var now = rebuild.needed();
    if (before != null && now != before) {
      throw new IOException("new index " + rebuild.folder() + " was closed while it was filled");
    }
    return now;
  }

  /** All of the new index takes the place of all of this one in one commit of this one. */
  synchronized void endRebuild() throws IOException {
    rebuild.needed();
    var into = writer();
    try {
      rebuild.commit(written);
      rebuild.close();
      try (var filled = FSDirectory.open(rebuild.folder())) {
        into.deleteAll();
        into.addIndexes(filled);
      }
      Writers.commit(into, written);
      pending = 0;
      wroteAt = clock.instant();
    } catch (IOException | RuntimeException | Error failed) {
      undo(failed);
      throw failed;
    }
    rebuild.drop();
    refresh();
  }

  /**
   * Merges away what was deleted before. Meanwhile others write, commit and search: a merge takes
   * minutes. One that began earlier may still carry what was deleted since, so those are waited
   * for, before and after.
   */
  void expunge() throws IOException {
    IndexWriter into;
    IndexWriter beside;
    synchronized (this) {
      into = writer();
      beside = rebuild.writer();
      expunging++;
    }
    try {
      if (beside != null) {
        Writers.mergeDeletes(beside);
      }
      Writers.mergeDeletes(into);
      synchronized (this) {
        if (into != writer || beside != null && beside != rebuild.opened()) {
          throw new IOException("index " + folder + " was closed while it was cleaned up");
        }
        commit();
        dropUnreadable();
      }
    } finally {
      synchronized (this) {
        expunging--;
      }
    }
  }

  private void refresh() throws IOException {
    SearcherManager manager;
    synchronized (readers) {
      manager = searchers;
    }
    try {
      if (manager != null) {
        manager.maybeRefreshBlocking();
      }
    } catch (AlreadyClosedException evicted) {
      LOG.log(
          Level.DEBUG,
          "Index {0} was closed before its refresh: it opens on the last commit",
          folder);
    }
  }

  long sequence() throws IOException {
    try (var lease = searcher()) {
      return lease == null ? 0 : lease.sequence();
    }
  }

  /** A searcher to be closed after use, or null when nothing was ever committed. */
  Lease searcher() throws IOException {
    while (true) {
      try {
        SearcherManager manager;
        synchronized (readers) {
          readAt = clock.instant();
          if (searchers == null) {
            searchers = open();
          }
          manager = searchers;
        }
        return manager == null ? null : new Lease(manager, manager.acquire());
      } catch (AlreadyClosedException evicted) {
        continue;
      } catch (IOException unreadable) {
        if (!setAside(unreadable)) {
          throw unreadable;
        }
      }
    }
  }

  /** What a search holds while it runs: closing the town does not pull it away. */
  record Lease(SearcherManager manager, IndexSearcher searcher) implements AutoCloseable {
    long sequence() throws IOException {
      var commit = ((DirectoryReader) searcher.getIndexReader()).getIndexCommit();
      return Writers.sequence(commit.getUserData().entrySet());
    }

    @Override
    public void close() throws IOException {
      manager.release(searcher);
    }
  }

  synchronized void dropAll() throws IOException {
    closeWriter();
    closeReader();
    rebuild.drop();
    Folders.delete(folder);
    dropUnreadable();
  }

  private void dropUnreadable() throws IOException {
    if (Files.isDirectory(folder.getParent())) {
      try (var aside =
          Files.newDirectoryStream(folder.getParent(), folder.getFileName() + UNREADABLE + "*")) {
        for (var unreadable : aside) {
          Folders.delete(unreadable);
        }
      }
    }
  }

  /** Closes what was not used since; a writer with something pending stays. */
  void closeIdle(Instant since) throws IOException {
    synchronized (this) {
      if (writer != null
          && pending == 0
          && expunging == 0
          && !rebuild.pending()
          && wroteAt.isBefore(since)) {
        closeWriter();
      }
    }
    if (readAt != null && readAt.isBefore(since)) {
      closeReader();
    }
  }

  synchronized void close() throws IOException {
    closeWriter();
    closeReader();
  }

  void closeReader() throws IOException {
    synchronized (readers) {
      if (searchers != null) {
        searchers.close();
        searchers = null;
      }
    }
  }

  boolean reading() {
    synchronized (readers) {
      return searchers != null;
    }
  }

  synchronized boolean writing() {
    return writer != null;
  }

  long pending() {
    return pending;
  }

  long setAside() {
    return setAside;
  }

  private IndexWriter writer() throws IOException {
    if (writer == null) {
      try {
        writer = openWriter();
      } catch (IOException unreadable) {
        if (!setAside(unreadable)) {
          throw unreadable;
        }
        writer = openWriter();
      }
      written = Writers.sequence(writer.getLiveCommitData());
      wroteAt = clock.instant();
    }
    return writer;
  }

  private IndexWriter openWriter() throws IOException {
    if (Writers.outdated(folder)) {
      LOG.log(Level.WARNING, "Index {0} is of another layout: it is filled anew", folder);
      return Writers.open(folder, analyzer, OpenMode.CREATE);
    }
    return Writers.open(folder, analyzer, OpenMode.CREATE_OR_APPEND);
  }

  private SearcherManager open() throws IOException {
    if (!Files.isDirectory(folder)) {
      return null;
    }
    var directory = FSDirectory.open(folder);
    if (!DirectoryReader.indexExists(directory)) {
      directory.close();
      return null;
    }
    try {
      return new SearcherManager(
          directory,
          new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
              var searcher = new IndexSearcher(reader);
              searcher.setSimilarity(Writers.SIMILARITY);
              Visible.cached(searcher, cache);
              return searcher;
            }
          });
    } catch (IOException | RuntimeException failed) {
      directory.close();
      throw failed;
    }
  }

  /**
   * Moves an index nobody can read out of the way, so that a new one can be filled; false when it
   * is not that.
   */
  private synchronized boolean setAside(IOException cause) throws IOException {
    if (!Writers.unreadable(cause)) {
      return false;
    }
    closeWriter();
    closeReader();
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (var directory = FSDirectory.open(folder)) {
      if (!DirectoryReader.indexExists(directory)) {
        return true;
      }
      DirectoryReader.open(directory).close();
      return true;
    } catch (IOException again) {
      if (!Writers.unreadable(again)) {
        throw again;
      }
      var aside = folder.resolveSibling(folder.getFileName() + UNREADABLE + clock.millis());
      Files.move(folder, aside);
      setAside++;
      LOG.log(Level.ERROR, "Index {0} cannot be read, moved to {1}: {2}", folder, aside, again);
      return true;
    }
  }

  /** A failed batch leaves the last commit and nothing of what came after. */
  private void undo(Throwable failure) {
    try {
      closeWriter();
    } catch (IOException second) {
      failure.addSuppressed(second);
    }
  }

  private void closeWriter() throws IOException {
    rebuild.close();
    var closing = writer;
    writer = null;
    pending = 0;
    if (closing != null) {
      Writers.close(closing);
    }
  }

  static Term term(long id) {
    return new Term(Fields.ID, Long.toString(id));
  }
}
