package fr.vaguemestre.search.lucene;

import fr.vaguemestre.search.IndexedLetter;
import fr.vaguemestre.search.SearchWish;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.store.FSDirectory;

/**
 * Lucene alone, as the floor of the measures: on the server's own index, opened for reading, with
 * the server's own query and visibility filter, without port, snippets, database or network. Here
 * because the query is this package's own. Opened once: it sees what was committed until then.
 */
public final class RawLucene implements AutoCloseable {
  private static final int PAGE = 20;

  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  /**
   * @param folder of one town's index
   */
  public RawLucene(Path folder) {
    try {
      reader = DirectoryReader.open(FSDirectory.open(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(Writers.SIMILARITY);
    Visible.cached(searcher, Visible.cache());
  }

  public long letters() {
    return reader.numDocs();
  }

  /** The first twenty, by Lucene's own order; returns how many there are. */
  public int first(String typed, Set<String> tokens) {
    try {
      return searcher.search(query(typed, tokens).ranked(false), PAGE).scoreDocs.length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first twenty and the exact count of all, which is returned. */
  public long counted(String typed, Set<String> tokens) {
    try {
      var query = query(typed, tokens);
      var total = searcher.search(query.ranked(false), PAGE).totalHits;
      return total.relation() == TotalHits.Relation.EQUAL_TO
          ? total.value()
          : searcher.count(query.counted(false, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private LetterQuery query(String typed, Set<String> tokens) {
    return new Search(searcher, tokens, Set.of(), SearchWish.of(typed)).query();
  }

  @Override
  public void close() throws IOException {
    try (var directory = reader.directory()) {
      reader.close();
    }
  }

  /** Writes a new index with the server's own documents and analyser, and one commit at the end. */
  public static void write(Path folder, Iterator<IndexedLetter> letters) throws IOException {
    try (var analyzer = new FrenchAnalyzer()) {
      var writer = Writers.open(folder, analyzer, OpenMode.CREATE);
      try {
        while (letters.hasNext()) {
          writer.addDocument(Fields.document(letters.next()));
        }
        writer.commit();
      } finally {
        Writers.close(writer);
      }
    }
  }
}
