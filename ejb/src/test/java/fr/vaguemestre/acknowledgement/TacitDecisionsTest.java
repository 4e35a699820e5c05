package fr.vaguemestre.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** L231-1, L231-4: which decisions of silence are told as they are recorded. */
class TacitDecisionsTest {
  private static final LocalDate WATCHED = LocalDate.of(2027, 3, 12);

  @Test
  void L231_1_the_first_night_tells_of_the_day_before_and_of_nothing_older() {
    var registered = LocalDate.of(2027, 1, 4);
    assertThat(TacitDecisions.past(WATCHED.minusDays(1), WATCHED, registered)).isFalse();
    assertThat(TacitDecisions.past(WATCHED.minusDays(2), WATCHED, registered)).isTrue();
    assertThat(TacitDecisions.past(WATCHED.plusDays(40), WATCHED, registered)).isFalse();
  }

  @Test
  void L231_1_what_silence_decided_before_a_letter_was_entered_is_told_to_nobody() {
    var imported = WATCHED.plusDays(100);
    assertThat(TacitDecisions.past(WATCHED.plusDays(3), WATCHED, imported)).isTrue();
    assertThat(TacitDecisions.past(imported, WATCHED, imported)).isFalse();
  }
}
