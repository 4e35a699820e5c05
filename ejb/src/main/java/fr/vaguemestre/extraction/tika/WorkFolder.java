package fr.vaguemestre.extraction.tika;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A private temporary folder, gone when closed. */
final class WorkFolder implements AutoCloseable {

  private final Path path;

  WorkFolder(Path parent) {
    try {
      path =
          Files.createTempDirectory(
              Files.createDirectories(parent), "job-" + ProcessHandle.current().pid() + "-");
    } catch (IOException e) {
      throw new IllegalStateException("extraction: no temporary folder in " + parent, e);
    }
  }

  Path path() {
    return path;
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() {
    delete(path);
  }

  /** Removes what servers that are no more left in {@code parent}. */
  static void sweep(Path parent) throws IOException {
    Files.createDirectories(parent);
    try (var left = Files.newDirectoryStream(parent, "job-*-*")) {
      for (var folder : left) {
        long pid = Long.parseLong(folder.getFileName().toString().split("-")[1]);
        if (ProcessHandle.of(pid).isEmpty()) {
          delete(folder);
        }
      }
    }
  }

  /** Everything under a path, the path included; links are removed, not followed. */
  static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (var tree = Files.walk(path)) {
      for (var entry : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
