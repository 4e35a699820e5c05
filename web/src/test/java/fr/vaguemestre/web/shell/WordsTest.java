package fr.vaguemestre.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Words and what uses them: no key without its text, no text in one language only, no colour
 * outside the tokens.
 */
class WordsTest {
  private static final Path MAIN = Path.of("src/main");

  /**
   * {@code msg['a.b']}, {@code msg.of('a.b', …)}; a key put together at run time ends with a dot
   * and is not looked up.
   */
  private static final Pattern USED =
      Pattern.compile(
          "(?:msg(?:\\.of)?|texts\\.(?:get|of))[\\[(]\\s*['\"]([a-z0-9.-]*[a-z0-9])['\"]");

  private static final Pattern COUNTED = Pattern.compile("\\.count\\(\\s*['\"]([a-z0-9.-]+)['\"]");
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b");

  @Test
  void every_word_a_screen_uses_is_written() {
    var missing = new TreeSet<String>();
    for (var text : texts(MAIN, ".xhtml", ".java")) {
      USED.matcher(text)
          .results()
          .map(r -> r.group(1))
          .filter(k -> !written(k))
          .forEach(missing::add);
      COUNTED
          .matcher(text)
          .results()
          .map(r -> r.group(1))
          .filter(k -> !written(k + ".one") || !written(k + ".many"))
          .forEach(missing::add);
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void every_french_word_has_its_english() {
    for (var french : files(MAIN.resolve("resources/messages"), "_fr.properties")) {
      var english = Path.of(french.toString().replace("_fr.properties", "_en.properties"));
      assertThat(keys(english)).as(english.toString()).isEqualTo(keys(french));
    }
  }

  /** They are printed as evidence too, where the screens' bundles are out of sight. */
  @Test
  void what_the_journals_actions_are_called_lies_beside_the_journal() {
    assertThat(keys(MAIN.resolve("resources/messages/journal_fr.properties")))
        .noneMatch(key -> key.startsWith("journal.action."));
  }

  /** The screens read all bundles as one: of two texts under one key, one would be lost. */
  @Test
  void no_key_is_written_twice() {
    var once = new TreeSet<String>();
    var twice = new TreeSet<String>();
    for (var module : List.of(MAIN, Path.of("../ejb/src/main"))) {
      for (var french : files(module.resolve("resources/messages"), "_fr.properties")) {
        keys(french).stream().filter(key -> !once.add(key)).forEach(twice::add);
      }
    }
    assertThat(twice).isEmpty();
  }

  @Test
  void colours_are_named_in_the_tokens_only() {
    for (var css : files(MAIN.resolve("webapp/resources/vaguemestre/css"), ".css")) {
      if (!Set.of("tokens.css", "viewer.css", "print.css").contains(css.getFileName().toString())) {
        var plain =
            read(css).replaceAll("url\\(\"data:[^\"]*\"\\)", "").replaceAll("#\\{[^}]*\\}", "");
        assertThat(
                COLOUR
                    .matcher(plain)
                    .results()
                    .map(r -> r.group())
                    .filter(c -> !Set.of("#fff").contains(c)))
            .as(css.toString())
            .isEmpty();
      }
    }
  }

  @Test
  void no_page_carries_a_script_or_a_style_of_its_own() {
    for (var page : files(MAIN.resolve("webapp"), ".xhtml")) {
      assertThat(read(page))
          .as(page.toString())
          .doesNotContainPattern("\\son[a-z]+=\"|\\sstyle=\"|<style|<script(?![^>]*src=)");
    }
  }

  private static boolean written(String key) {
    return Bundles.find(Locale.FRENCH, key).isPresent();
  }

  private static Set<String> keys(Path file) {
    var words = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      words.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words.stringPropertyNames();
  }

  private static Set<String> texts(Path folder, String... endings) {
    return Arrays.stream(endings)
        .flatMap(e -> files(folder, e).stream())
        .map(WordsTest::read)
        .collect(Collectors.toSet());
  }

  private static Set<Path> files(Path folder, String ending) {
    try (var walk = Files.walk(folder)) {
      return walk.filter(f -> f.toString().endsWith(ending)).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
