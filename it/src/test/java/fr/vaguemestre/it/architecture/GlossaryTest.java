package fr.vaguemestre.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The glossary is made from the packages' own words. When it is behind, run this test with {@code
 * -Dvaguemestre.glossary=write}.
 */
class GlossaryTest {
  private static final Path HOME =
      Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."))
          .toAbsolutePath()
          .normalize();
  private static final Path FEATURES = HOME.resolve("ejb/src/main/java/fr/vaguemestre");
  private static final Path GLOSSARY = HOME.resolve("docs/glossary.md");
  private static final Pattern WORDS =
      Pattern.compile("/\\*\\*\\s*(.*?)\\s*:\\s*(.*?)\\s*\\*/", Pattern.DOTALL);

  @Test
  void the_glossary_says_what_the_packages_say() throws IOException {
    var made = made();
    if ("write".equals(System.getProperty("vaguemestre.glossary"))) {
      Files.writeString(GLOSSARY, made);
    }
    assertThat(GLOSSARY).hasContent(made);
  }

  private static String made() throws IOException {
    var lines =
        new ArrayList<>(
            List.of("# Glossary", "", "Made from the `package-info.java` of each feature.", ""));
    lines.add("| Package | French | Holds |");
    lines.add("|---|---|---|");
    try (var folders = Files.list(FEATURES)) {
      for (var folder : folders.filter(Files::isDirectory).sorted().toList()) {
        lines.add(line(folder));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String line(Path folder) throws IOException {
    var info = Files.readString(folder.resolve("package-info.java"));
    var words = WORDS.matcher(info.replaceAll("\\s*\\n \\*(?!/)\\s?", " "));
    assertThat(words.find()).as("%s opens with the French word and a colon", folder).isTrue();
    var holds = words.group(2).replaceAll("\\{@\\w+ ([^}]*)}", "`$1`");
    return "| `" + folder.getFileName() + "` | " + words.group(1) + " | " + holds + " |";
  }
}
