package fr.vaguemestre.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
  @Test
  void a_well_formed_word_is_kept() {
    assertThat(RequestId.of("portail-2026.11_21")).isEqualTo("portail-2026.11_21");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "with blank",
        "line\nbreak-forged",
        "<script>alert</script>",
        "-beginning"
      })
  void anything_else_is_replaced(String given) {
    assertThat(RequestId.of(given)).isNotEqualTo(given).matches("[0-9a-f]{32}");
  }

  @Test
  void none_gives_a_new_one_each_time() {
    assertThat(RequestId.of(null)).isNotEqualTo(RequestId.of(null));
  }

  @Test
  void work_for_one_request_leaves_the_one_before() throws Exception {
    RequestId.set("before-all");
    try {
      assertThat(RequestId.call("within-it", () -> RequestId.current().orElseThrow()))
          .isEqualTo("within-it");
      assertThat(RequestId.current()).contains("before-all");
    } finally {
      RequestId.set(null);
    }
    assertThat(RequestId.current()).isEmpty();
  }
}
