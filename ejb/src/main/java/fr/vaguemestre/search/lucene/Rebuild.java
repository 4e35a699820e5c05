package fr.vaguemestre.search.lucene;

import fr.vaguemestre.platform.Folders;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;

/**
 * The index that is filled beside a town's own. It is under way as long as its folder is there,
 * whatever happened to the server since. Guarded by its {@link Town}.
 */
final class Rebuild {
  private static final System.Logger LOG = System.getLogger(Rebuild.class.getName());

  /** More than a town's own writer has: it is fed without a pause. */
  private static final double BUFFER_MB = 64;

  private final Path folder;
  private final Analyzer analyzer;
  private IndexWriter writer;

  Rebuild(Path folder, Analyzer analyzer) {
    this.folder = folder;
    this.analyzer = analyzer;
  }

  Path folder() {
    return folder;
  }

  /** Throws away one that was under way. */
  void begin() throws IOException {
    drop();
    writer = Writers.open(folder, analyzer, OpenMode.CREATE, BUFFER_MB);
    commit(0);
  }

  /** Null when none is under way; one that this version cannot go on with is given up. */
  IndexWriter writer() throws IOException {
    if (writer == null && Files.isDirectory(folder)) {
      try {
        if (!Writers.outdated(folder)) {
          writer = Writers.open(folder, analyzer, OpenMode.APPEND, BUFFER_MB);
          return writer;
        }
      } catch (IOException failed) {
        if (!Writers.unreadable(failed)) {
          throw failed;
        }
      }
      LOG.log(Level.WARNING, "New index {0} cannot be gone on with: it is given up", folder);
      Folders.delete(folder);
    }
    return writer;
  }

  /** Null when it is not open. */
  IndexWriter opened() {
    return writer;
  }

  /**
   * @throws IllegalStateException when none is under way
   */
  IndexWriter needed() throws IOException {
    var open = writer();
    if (open == null) {
      throw new IllegalStateException("no new index is being filled in " + folder);
    }
    return open;
  }

  void commit(long sequence) throws IOException {
    if (writer != null) {
      Writers.commit(writer, sequence);
    }
  }

  /** Whether something is there that closing would lose. */
  boolean pending() {
    return writer != null && writer.hasUncommittedChanges();
  }

  void close() throws IOException {
    var closing = writer;
    writer = null;
    if (closing != null) {
      Writers.close(closing);
    }
  }

  void drop() throws IOException {
    close();
    Folders.delete(folder);
  }
}
