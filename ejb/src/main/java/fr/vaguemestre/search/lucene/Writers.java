package fr.vaguemestre.search.lucene;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;

/** How an index is written, and what its commits say. */
final class Writers {
  private static final String SEQUENCE = "sequence";
  private static final String LAYOUT = "layout";
  private static final double BUFFER_MB = 32;

  /**
   * Letters are of very unlike lengths (a form, an e-mail, eighty scanned pages): length tells
   * little.
   */
  static final BM25Similarity SIMILARITY = new BM25Similarity(1.2f, 0.3f);

  private Writers() {}

  static IndexWriter open(Path folder, Analyzer analyzer, OpenMode mode) throws IOException {
    return open(folder, analyzer, mode, BUFFER_MB);
  }

  /**
   * @param bufferMb of memory that letters fill before they are written to the disk
   */
  static IndexWriter open(Path folder, Analyzer analyzer, OpenMode mode, double bufferMb)
      throws IOException {
    Files.createDirectories(folder);
    var directory = new Linking(FSDirectory.open(folder));
    try {
      var config = new IndexWriterConfig(analyzer);
      config.setSimilarity(SIMILARITY);
      config.setRAMBufferSizeMB(bufferMb);
      config.setCommitOnClose(false);
      config.setOpenMode(mode);
      config.setMergeScheduler(new ConcurrentMergeScheduler());
      config.setMergePolicy(new TieredMergePolicy().setForceMergeDeletesPctAllowed(0));
      return new IndexWriter(directory, config);
    } catch (IOException | RuntimeException failed) {
      directory.close();
      throw failed;
    }
  }

  /** Takes what is deleted by now out of the files of the next commit. */
  static void mergeDeletes(IndexWriter writer) throws IOException {
    var merges = (ConcurrentMergeScheduler) writer.getConfig().getMergeScheduler();
    merges.sync();
    writer.forceMergeDeletes();
    merges.sync();
  }

  /** Makes what was written durable; costs nothing when nothing was. */
  static void commit(IndexWriter writer, long sequence) throws IOException {
    if (sequence != sequence(writer.getLiveCommitData()) || writer.hasUncommittedChanges()) {
      writer.setLiveCommitData(
          Map.of(SEQUENCE, Long.toString(sequence), LAYOUT, Fields.LAYOUT).entrySet());
      writer.commit();
    }
  }

  /** Closes it on its last commit. */
  static void close(IndexWriter writer) throws IOException {
    try (var directory = writer.getDirectory()) {
      writer.rollback();
    }
  }

  /** 0 for another layout, too. */
  static long sequence(Iterable<Map.Entry<String, String>> commitData) {
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

  /** Whether there is an index there, of another layout. */
  static boolean outdated(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var directory = FSDirectory.open(folder)) {
      if (!DirectoryReader.indexExists(directory)) {
        return false;
      }
      try (var reader = DirectoryReader.open(directory)) {
        return !Fields.LAYOUT.equals(reader.getIndexCommit().getUserData().get(LAYOUT));
      }
    }
  }

  static boolean unreadable(IOException failure) {
    return failure instanceof CorruptIndexException
        || failure instanceof IndexFormatTooOldException
        || failure instanceof IndexFormatTooNewException
        || failure instanceof IndexNotFoundException
        || failure instanceof NoSuchFileException
        || failure instanceof EOFException;
  }

  /**
   * Files of another index are taken over by a second name, not copied, where the disk knows how.
   */
  private static final class Linking extends FilterDirectory {
    Linking(FSDirectory directory) {
      super(directory);
    }

    @Override
    public void copyFrom(Directory from, String source, String target, IOContext context)
        throws IOException {
      var own = ((FSDirectory) in).getDirectory();
      try {
        if (FilterDirectory.unwrap(from) instanceof FSDirectory other) {
          Files.createLink(own.resolve(target), other.getDirectory().resolve(source));
          return;
        }
      } catch (UnsupportedOperationException | IOException copied) {
        Files.deleteIfExists(own.resolve(target));
      }
      super.copyFrom(from, source, target, context);
    }
  }
}
