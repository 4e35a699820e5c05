package fr.vaguemestre.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvisibleTest {
  @ParameterizedTest
  @ValueSource(chars = {'\u0000', '\u0007', '\u001b', '\u0085', '\u202e', '\u2066'})
  void a_character_that_hides_is_named_with_its_place(char hidden) {
    var refusal =
        catchThrowableOfType(Refusal.class, () -> Invisible.refuse("note", "Vu." + hidden));
    assertThat(refusal.field()).contains("note");
    assertThat(refusal.arguments())
        .isEqualTo(java.util.List.of("U+%04X".formatted((int) hidden), 4));
  }

  @Test
  void lines_tabs_accents_joined_emoji_and_arabic_are_words() {
    assertThatCode(() -> Invisible.refuse("note", "Été\r\n\tà 👩‍👧 مرحبا <script>"))
        .doesNotThrowAnyException();
  }

  @Test
  void nothing_typed_hides_nothing() {
    assertThatCode(() -> Invisible.refuse("note", null)).doesNotThrowAnyException();
  }
}
