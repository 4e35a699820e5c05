package fr.vaguemestre.api.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RequestMessagesTest {

  @Test
  void what_the_api_refuses_by_itself_has_its_words_in_both_languages() throws IOException {
    var used = new TreeSet<String>();
    var quoted = Pattern.compile("\"((?:request|field|platform)\\.[a-z0-9-]+)\"");
    try (var sources = Files.walk(Path.of("src/main/java"))) {
      for (var source : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
        var keys = quoted.matcher(Files.readString(source));
        while (keys.find()) {
          used.add(keys.group(1));
        }
      }
    }
    for (int status :
        new int[] {
          400, 401, 403, 404, 405, 406, 408, 409, 412, 413, 415, 422, 428, 429, 500, 503
        }) {
      used.add("request.title." + status);
    }
    assertThat(used).contains("field.not-date", "request.if-match-missing", "platform.stale");
    assertThat(worded("fr")).isEqualTo(used);
    assertThat(worded("en")).isEqualTo(used);
  }

  private static TreeSet<String> worded(String language) throws IOException {
    var keys = new TreeSet<String>();
    for (var bundle : List.of("request", "field", "platform")) {
      var words = new Properties();
      var file = Path.of("src/main/resources/messages/" + bundle + "_" + language + ".properties");
      try (var in = Files.newBufferedReader(file)) {
        words.load(in);
      }
      keys.addAll(words.stringPropertyNames());
    }
    return keys;
  }
}
