package fr.vaguemestre.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExtractionMessagesTest {

  @Test
  void every_reason_in_the_code_has_its_message_in_both_languages_and_no_message_is_left_over()
      throws IOException {
    var used = new TreeSet<String>();
    try (var sources = Files.walk(Path.of("src/main/java/fr/vaguemestre/extraction"))) {
      for (var source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        var keys = Pattern.compile("\"(extraction\\.[a-z-]+)\"").matcher(Files.readString(source));
        while (keys.find()) {
          used.add(keys.group(1));
        }
      }
    }
    assertThat(used).contains("extraction.encrypted");
    used.add("extraction.progress");
    for (var status : ExtractionStatus.values()) {
      used.add("extraction.status." + status);
    }
    assertThat(keys("fr")).isEqualTo(used);
    assertThat(keys("en")).isEqualTo(used);
  }

  private static TreeSet<String> keys(String language) throws IOException {
    var messages = new Properties();
    var file = Path.of("src/main/resources/messages/extraction_" + language + ".properties");
    try (var in = Files.newBufferedReader(file)) {
      messages.load(in);
    }
    return new TreeSet<>(messages.stringPropertyNames());
  }
}
