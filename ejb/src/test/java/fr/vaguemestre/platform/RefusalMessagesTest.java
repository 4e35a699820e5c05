package fr.vaguemestre.platform;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.circuit.Condition;
import fr.vaguemestre.circuit.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever a rule says no with, people can read in French and in English. */
class RefusalMessagesTest {
  private static final Path SOURCES = Path.of("src/main/java/fr/vaguemestre");
  private static final Path MESSAGES = Path.of("src/main/resources/messages");

  /** A refusal's key stands first in its constructor, or after its kind or its field. */
  private static final Pattern REFUSAL =
      Pattern.compile(
          "(?:new Refusal|Refusal\\.of|Refusal\\.field)\\(\\s*(?:[\\w.]+,\\s*|\"[\\w.]+\",\\s*)?(?:\\w+ \\? )?\"([a-z]+\\.[a-z-]+)\"");

  @Test
  void every_refusal_has_its_words_in_french_and_in_english() throws IOException {
    var keys = keys();
    assertThat(keys)
        .contains("capture.too-large", "signing.no-griffe", "circuit.condition.REPLY_READY");
    assertThat(keys).isSubsetOf(worded("fr"));
    assertThat(keys).isSubsetOf(worded("en"));
  }

  @Test
  void french_and_english_say_the_same_things() throws IOException {
    assertThat(worded("en")).isEqualTo(worded("fr"));
  }

  /** The words of {@code platform} are each edge's own: a screen and a program retry otherwise. */
  private static TreeSet<String> keys() throws IOException {
    var keys = new TreeSet<String>();
    try (var files = Files.walk(SOURCES)) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        var refusals = REFUSAL.matcher(Files.readString(file));
        while (refusals.find()) {
          keys.add(refusals.group(1));
        }
      }
    }
    for (var condition : Condition.values()) {
      keys.add("circuit.condition." + condition);
    }
    for (var action : Action.values()) {
      action.whose().ifPresent(who -> keys.add("circuit.needs-who." + who));
      action.needs().forEach(condition -> keys.add("circuit.needs-condition." + condition));
    }
    for (var field : Requirement.values()) {
      keys.add("circuit.requires." + field.name().toLowerCase(Locale.ROOT));
    }
    keys.addAll(quoted("circuit", "circuit"));
    keys.addAll(quoted("template/engine", "template"));
    keys.addAll(quoted("office", "office"));
    keys.addAll(quoted("transfer", "transfer"));
    keys.removeIf(key -> key.startsWith("platform."));
    return keys;
  }

  /** Where keys are passed on before they become refusals: every quoted key of the feature. */
  private static TreeSet<String> quoted(String folder, String feature) throws IOException {
    var keys = new TreeSet<String>();
    try (var files = Files.walk(SOURCES.resolve(folder))) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        var found =
            Pattern.compile("\"(" + feature + "\\.[a-z-]+)\"").matcher(Files.readString(file));
        while (found.find()) {
          keys.add(found.group(1));
        }
      }
    }
    return keys;
  }

  private static TreeSet<String> worded(String language) throws IOException {
    var keys = new TreeSet<String>();
    try (var files = Files.list(MESSAGES)) {
      for (var file :
          files.filter(f -> f.toString().endsWith("_" + language + ".properties")).toList()) {
        var words = new Properties();
        try (var in = Files.newBufferedReader(file)) {
          words.load(in);
        }
        var feature = file.getFileName().toString().replaceFirst("_.*", ".");
        assertThat(words.stringPropertyNames()).allMatch(key -> key.startsWith(feature));
        keys.addAll(words.stringPropertyNames());
      }
    }
    return keys;
  }
}
