package fr.vaguemestre.search.lucene;

import fr.vaguemestre.search.SearchIndex;
import fr.vaguemestre.search.SearchIndexContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class LuceneSearchIndexTest extends SearchIndexContract {
  @TempDir Path folder;

  @Override
  protected SearchIndex open() {
    return new LuceneSearchIndex(folder, CLOCK);
  }
}
