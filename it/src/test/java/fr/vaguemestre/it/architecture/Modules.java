package fr.vaguemestre.it.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The project's modules as they lie on disk. */
final class Modules {
  static final List<String> SHIPPED = List.of("ejb", "web", "api", "batch");

  private Modules() {}

  /** Compiled classes of every shipped module. */
  static JavaClasses shipped() {
    return new ClassFileImporter()
        .importPaths(SHIPPED.stream().map(m -> directory(m, "target/classes")).toList());
  }

  /** Compiled classes of this module's canary packages. */
  static JavaClasses canary() {
    return new ClassFileImporter()
        .importPackages("fr.vaguemestre.web.canary", "fr.vaguemestre.api.canary");
  }

  /** Names of the features of ejb: the packages right under the root. */
  static Set<String> features() {
    return list(directory("ejb", "src/main/java/fr/vaguemestre")).stream()
        .map(path -> path.getFileName().toString())
        .collect(Collectors.toSet());
  }

  /** Source directories that hold Java files and say nothing of what they hold. */
  static List<Path> packagesWithoutInfo() {
    return SHIPPED.stream()
        .flatMap(module -> walk(directory(module, "src/main/java")).stream())
        .filter(Files::isDirectory)
        .filter(dir -> list(dir).stream().anyMatch(file -> file.toString().endsWith(".java")))
        .filter(dir -> !opensWithAWord(dir.resolve("package-info.java")))
        .toList();
  }

  /** « /** Bannette: what it holds »: a word or a few, then a colon. */
  private static boolean opensWithAWord(Path info) {
    try {
      return Files.exists(info)
          && Files.readString(info)
              .replaceAll("\\s*\\n \\*\\s*", " ")
              .matches("(?s).*/\\*\\*\\s*\\p{Lu}[^:.]{1,80} ?: .*");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path directory(String module, String path) {
    return Path.of("..", module, path);
  }

  private static List<Path> list(Path directory) {
    try (var files = Files.list(directory)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> walk(Path directory) {
    try (var files = Files.walk(directory)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
