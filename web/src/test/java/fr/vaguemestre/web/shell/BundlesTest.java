package fr.vaguemestre.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.platform.Refusal;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundlesTest {
  @Test
  void what_english_lacks_is_said_in_french() {
    assertThat(Bundles.text(Locale.ENGLISH, "shell.test.french-only", "l'été"))
        .isEqualTo("L’heure d'été : l'été");
  }

  @Test
  void a_missing_word_is_seen_and_breaks_nothing() {
    assertThat(Bundles.text(Locale.FRENCH, "shell.no.such.word")).isEqualTo("⟨shell.no.such.word⟩");
    assertThat(Bundles.text(Locale.FRENCH, "nodot")).isEqualTo("⟨nodot⟩");
  }

  @ParameterizedTest
  @EnumSource(Refusal.Kind.class)
  void a_refusal_without_words_is_said_by_its_kind(Refusal.Kind kind) {
    var refusal = Refusal.of(kind, "nowhere.rule");
    assertThat(Refusals.text(Locale.FRENCH, refusal)).doesNotContain("⟨");
    assertThat(Refusals.text(Locale.ENGLISH, refusal)).doesNotContain("⟨");
  }

  @Test
  void dates_in_a_refusal_are_written_out() {
    var refusal = new Refusal("shell.test.dated", LocalDate.of(2026, 11, 19));
    assertThat(Refusals.text(Locale.FRENCH, refusal)).isEqualTo("Avant le 19 novembre 2026");
  }
}
