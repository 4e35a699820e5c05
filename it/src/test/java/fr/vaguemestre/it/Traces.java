package fr.vaguemestre.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where words are found: in every row of every table, as a dump would write them, and in every file
 * of the data folder but the database's own, the launcher's and the server's logs.
 */
final class Traces {
  private static final List<String> NOT_LOOKED_AT =
      List.of("postgres", "server", "run", "secrets", "downloads");

  private Traces() {}

  /** As {@code table: row} and {@code file: path}, whatever the case. */
  static List<String> of(String... words) {
    var found = new ArrayList<String>();
    for (var table :
        ATown.texts(
            "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")) {
      for (var word : words) {
        ATown.texts(
                "select left(x::text, 300) from %s x where position(lower('%s') in lower(x::text)) > 0"
                    .formatted(table, word.replace("'", "''")))
            .forEach(row -> found.add(table + ": " + row));
      }
    }
    for (var file : files(RunningServer.data())) {
      var text = read(file);
      for (var word : words) {
        if (text.contains(bytes(word.toLowerCase(Locale.ROOT)))) {
          found.add("file: " + file + " says " + word);
        }
      }
    }
    return found;
  }

  /** Makes the town's files two hours old: what was put lately is not removed. */
  static void age(ATown town) {
    for (var file : files(content(town))) {
      try {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static Path content(ATown town) {
    return RunningServer.data().resolve("content").resolve(Integer.toString(town.id()));
  }

  static List<Path> files(Path folder) {
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(Traces::lookedAt).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean lookedAt(Path file) {
    var first = RunningServer.data().relativize(file).getName(0).toString();
    return !NOT_LOOKED_AT.contains(first);
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
          .toLowerCase(Locale.ROOT);
    } catch (IOException goneMeanwhile) {
      return "";
    }
  }

  private static String bytes(String word) {
    return new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
