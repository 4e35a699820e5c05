package fr.vaguemestre.api.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** API3: files in JSON, whatever their length and the way their Base64 is written. */
class LargeJsonTest {
  @Test
  void API3_files_of_any_length_come_out_as_they_went_in() throws IOException {
    for (int size : new int[] {0, 1, 2, 3, 6_000, 6_144, 48_000, 49_152, 70_000, 3_000_000}) {
      var bytes = new byte[size];
      new Random(size).nextBytes(bytes);
      var plain = Base64.getEncoder().encodeToString(bytes);
      for (var written :
          new String[] {
            plain,
            plain.replace("/", "\\/"),
            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
            Base64.getMimeEncoder().encodeToString(bytes).replace("\r\n", "\\r\\n")
          }) {
        try (var json = read("{\"a\":1,\"file\":\"" + written + "\",\"b\":\"c\\\"d\"}")) {
          if (size > 0) {
            var text = json.fields().json().getString("file");
            assertThat(json.bytes(text).readAllBytes()).as("%d", size).isEqualTo(bytes);
          }
          assertThat(json.fields().number("a")).isEqualTo(1);
          assertThat(json.fields().text("b")).isEqualTo("c\"d");
        }
      }
    }
  }

  @Test
  void API3_long_words_stay_words() throws IOException {
    var words = "Monsieur le maire, ".repeat(700);
    try (var json = read("{\"text\":\"" + words + "\"}")) {
      assertThat(json.fields().text("text")).isEqualTo(words);
    }
  }

  @Test
  void API3_what_is_no_base64_or_no_json_is_refused() {
    refused(400, "{\"file\":\"" + "a b".repeat(30_000) + "\"}");
    refused(400, "{\"file\":\"" + "A".repeat(70_000));
    refused(400, "{\"file\":\"" + "A".repeat(70_000) + "\\u0041\"}");
    refused(413, "{\"x\":[" + "1,".repeat(600_000) + "1]}");
    refused(413, "{\"x\":[" + ("\"" + "A".repeat(9000) + "\",").repeat(101) + "1]}");
    refused(413, "[".repeat(50) + "]".repeat(50));
  }

  private static void refused(int status, String body) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOfSatisfying(
            RequestRefused.class, e -> assertThat(e.status()).isEqualTo(status));
  }

  private static LargeJson read(String body) throws IOException {
    return LargeJson.read(new ByteArrayInputStream(body.getBytes(UTF_8)));
  }
}
