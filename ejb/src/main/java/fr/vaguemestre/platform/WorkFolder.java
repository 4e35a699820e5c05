package fr.vaguemestre.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A private folder for one piece of work, gone with it. */
public final class WorkFolder implements AutoCloseable {
  private final Path path;

  private WorkFolder(Path path) {
    this.path = path;
  }

  public static WorkFolder create(String purpose) throws IOException {
    return new WorkFolder(Files.createTempDirectory("vaguemestre-" + purpose + "-"));
  }

  public Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    Folders.delete(path);
  }
}
