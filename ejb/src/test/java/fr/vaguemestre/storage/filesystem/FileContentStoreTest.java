package fr.vaguemestre.storage.filesystem;

import fr.vaguemestre.storage.ContentStore;
import fr.vaguemestre.storage.ContentStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileContentStoreTest extends ContentStoreContract {
  @TempDir Path folder;

  @Override
  protected ContentStore store() {
    return new FileContentStore(folder);
  }
}
