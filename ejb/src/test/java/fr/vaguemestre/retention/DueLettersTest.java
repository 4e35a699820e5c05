package fr.vaguemestre.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DueLettersTest {
  /** The same words decide that a letter is due and, until it is destroyed, that it is still. */
  @Test
  void BAT2_each_of_what_binds_a_letter_is_looked_at_on_the_same_day() {
    var day = LocalDate.of(2026, 11, 23);
    var bound = DueLetters.bound(day);
    assertThat(bound.toString().chars().filter(c -> c == '?').count())
        .isEqualTo(bound.values().size());
    assertThat(bound.values()).containsOnly(day);
    assertThat(bound.toString())
        .contains(
            "litigation_hold",
            "reasons_request",
            "tacit_decision",
            "legal_request",
            "contribution",
            "task",
            "sensitive");
  }
}
