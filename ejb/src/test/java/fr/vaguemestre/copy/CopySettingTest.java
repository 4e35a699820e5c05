package fr.vaguemestre.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CAP8: the words of the mark. */
class CopySettingTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  @Test
  void CAP8_the_usual_words_name_the_letter_its_state_and_the_day() {
    for (var blank : new String[] {null, "", "  "}) {
      assertThat(CopySetting.of(Marked.SHOWN, blank).on("2026A/42", "À signer", DAY))
          .isEqualTo("Copie conforme de 2026A/42 au statut « À signer » le 1er novembre 2026");
    }
  }

  @Test
  void CAP8_a_state_with_braces_is_written_as_it_is() {
    var setting = CopySetting.of(Marked.SHOWN, " {statut}\n{chrono} ");
    assertThat(setting.on("2026A/42", "{chrono}", DAY)).isEqualTo("{chrono} 2026A/42");
  }

  @Test
  void CAP8_words_too_long_or_with_an_unknown_field_are_refused_by_the_field() {
    for (var words : List.of("x".repeat(161), "{nom}", "{date", "date}", "{{date}}", "{}")) {
      assertThatThrownBy(() -> CopySetting.of(Marked.SHOWN, words))
          .as(words)
          .isInstanceOfSatisfying(
              Refusal.class, refused -> assertThat(refused.field()).contains("mark"));
    }
    assertThat(CopySetting.of(Marked.SHOWN, "x".repeat(160)).words()).hasSize(160);
  }
}
