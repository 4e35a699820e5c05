package fr.vaguemestre.search.lucene;

import fr.vaguemestre.platform.Folders;
import fr.vaguemestre.search.IndexedLetter;
import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.FSDirectory;

/**
 * One town's folder: a writer while there is something to write, a reader while somebody searches,
 * each opened when needed. Readers see commits only. The lock of this object guards the writer,
 * {@code readers} the reader; they are taken in this order.
 */
final class Town {
  private static final System.Logger LOG = System.getLogger(Town.class.getName());
  private static final String SEQUENCE = "sequence";
  private static final String LAYOUT = "layout";
  private static final String UNREADABLE = ".unreadable-";
  private static final double BUFFER_MB = 32;

  /**
   * Letters are of very unlike lengths (a form, an e-mail, eighty scanned pages): length tells
   * little.
   */
  private static final BM25Similarity SIMILARITY = new BM25Similarity(1.2f, 0.3f);

  private final Path folder;
  private final Clock clock;
  private final Analyzer analyzer;
  private final LRUQueryCache cache;
  private final Object readers = new Object();

  private IndexWriter writer;
  private long written;
  private volatile long pending;
  private volatile long setAside;
  private Instant wroteAt;

  private SearcherManager searchers;
  private volatile Instant readAt;

  Town(Path folder, Clock clock, Analyzer analyzer, LRUQueryCache cache) {
    this.folder = folder;
    this.clock = clock;
    this.analyzer = analyzer;
    this.cache = cache;
  }

  synchronized void write(
      Collection<IndexedLetter> letters, Collection<Long> removed, long sequence)
      throws IOException {
    var into = writer();
    try {
      for (var letter : letters) {
        into.updateDocument(term(letter.id()), Fields.document(letter));
      }
      if (!removed.isEmpty()) {
        into.deleteDocuments(removed.stream().map(Town::term).toArray(Term[]::new));
      }
      pending += letters.size() + removed.size();
      written = Math.max(written, sequence);
      wroteAt = clock.instant();
    } catch (IOException | RuntimeException failed) {
      undo(failed);
      throw failed;
    }
  }

  synchronized void commit() throws IOException {
    if (writer == null) {
      return;
    }
    try {
      if (written != sequence(writer.getLiveCommitData()) || writer.hasUncommittedChanges()) {
        writer.setLiveCommitData(
            Map.of(SEQUENCE, Long.toString(written), LAYOUT, Fields.LAYOUT).entrySet());
        writer.commit();
      }
      pending = 0;
      wroteAt = clock.instant();
    } catch (IOException | RuntimeException failed) {
      undo(failed);
      throw failed;
    }
    refresh();
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
      return Town.sequence(commit.getUserData().entrySet());
    }

    @Override
    public void close() throws IOException {
      manager.release(searcher);
    }
  }

  synchronized void dropAll() throws IOException {
    closeWriter();
    closeReader();
    Folders.delete(folder);
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
      if (writer != null && pending == 0 && wroteAt.isBefore(since)) {
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
      written = sequence(writer.getLiveCommitData());
      wroteAt = clock.instant();
    }
    return writer;
  }

  private IndexWriter openWriter() throws IOException {
    Files.createDirectories(folder);
    var directory = FSDirectory.open(folder);
    try {
      var config = new IndexWriterConfig(analyzer);
      config.setSimilarity(SIMILARITY);
      config.setRAMBufferSizeMB(BUFFER_MB);
      config.setCommitOnClose(false);
      if (outdated(directory)) {
        LOG.log(Level.WARNING, "Index {0} is of another layout: it is filled anew", folder);
        config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
      }
      return new IndexWriter(directory, config);
    } catch (IOException | RuntimeException failed) {
      directory.close();
      throw failed;
    }
  }

  private static boolean outdated(FSDirectory directory) throws IOException {
    if (!DirectoryReader.indexExists(directory)) {
      return false;
    }
    try (var reader = DirectoryReader.open(directory)) {
      return !Fields.LAYOUT.equals(reader.getIndexCommit().getUserData().get(LAYOUT));
    }
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
              searcher.setSimilarity(SIMILARITY);
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
    if (!unreadable(cause)) {
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
      if (!unreadable(again)) {
        throw again;
      }
      var aside = folder.resolveSibling(folder.getFileName() + UNREADABLE + clock.millis());
      Files.move(folder, aside);
      setAside++;
      LOG.log(Level.ERROR, "Index {0} cannot be read, moved to {1}: {2}", folder, aside, again);
      return true;
    }
  }

  private static boolean unreadable(IOException failure) {
    return failure instanceof CorruptIndexException
        || failure instanceof IndexFormatTooOldException
        || failure instanceof IndexFormatTooNewException
        || failure instanceof IndexNotFoundException
        || failure instanceof NoSuchFileException
        || failure instanceof EOFException;
  }

  /** A failed batch leaves the last commit and nothing of what came after. */
  private void undo(Exception failure) {
    try {
      closeWriter();
    } catch (IOException second) {
      failure.addSuppressed(second);
    }
  }

  private void closeWriter() throws IOException {
    var closing = writer;
    writer = null;
    pending = 0;
    if (closing != null) {
      try (var directory = closing.getDirectory()) {
        closing.rollback();
      }
    }
  }

  private static long sequence(Iterable<Map.Entry<String, String>> commitData) {
    var sequence = 0L;
    if (commitData != null) {
      for (var entry : commitData) {
        if (entry.getKey().equals(LAYOUT) && !entry.getValue().equals(Fields.LAYOUT)) {
          return 0;
        }
        if (entry.getKey().equals(SEQUENCE)) {
          sequence = Long.parseLong(entry.getValue());
        }
      }
    }
    return sequence;
  }

  private static Term term(long id) {
    return new Term(Fields.ID, Long.toString(id));
  }
}
