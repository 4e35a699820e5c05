package fr.vaguemestre.it.bench;

import fr.vaguemestre.jobs.Job;
import fr.vaguemestre.search.lucene.RawLucene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** The index of the {@link Crowd}'s town, with every letter and its text in it. */
final class FilledIndex {
  private FilledIndex() {}

  static Path folder() {
    return root().resolve("" + Crowd.TOWN);
  }

  static Path root() {
    return BenchServer.data().resolve("index");
  }

  /** Makes crowd and texts; fills the index, by the server's own job, unless it is known to be. */
  static void make(int letters) {
    Crowd.make(letters);
    Texts.make(letters);
    SmallTowns.awaitIndex();
    if (marked() != letters || indexed() != letters()) {
      rebuild();
      mark(letters);
    }
  }

  /**
   * The server's own rebuild.
   *
   * @throws IllegalStateException when it failed or left a letter out
   */
  static NightRuns.Told rebuild() {
    var told = NightRuns.inTown(Job.FULLTEXT_REBUILD);
    if (told.failed() > 0 || told.skipped() > 0) {
      throw new IllegalStateException("the index was not rebuilt: " + told);
    }
    return told;
  }

  /** Letters of the town. */
  static long letters() {
    try (var connection = BenchServer.database("vaguemestre")) {
      return Crowd.number(
          connection, "select count(*) from correspondence where tenant_id = " + Crowd.TOWN);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static long megabytes(Path folder) {
    try (var files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum() >> 20;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long indexed() {
    try (var index = new RawLucene(folder())) {
      return index.letters();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For how many letters of the crowd the index was filled last. */
  private static int marked() {
    try {
      return Files.exists(marker()) ? Integer.parseInt(Files.readString(marker())) : -1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void mark(int letters) {
    try {
      Files.writeString(marker(), "" + letters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path marker() {
    return BenchServer.data().resolve("bench-indexed");
  }
}
