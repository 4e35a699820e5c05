package fr.vaguemestre.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** L231-1, SVE-9: who may give a letter back is warned before silence decides of it. */
class SilenceDeadlinesTest {
  @Test
  void L231_1_it_is_near_from_ten_days_before_until_the_day_itself() {
    var on = LocalDate.of(2027, 1, 14);
    assertThat(SilenceDeadlines.near(on, on.minusDays(11))).isFalse();
    assertThat(SilenceDeadlines.near(on, on.minusDays(10))).isTrue();
    assertThat(SilenceDeadlines.near(on, on)).isTrue();
    assertThat(SilenceDeadlines.near(on, on.plusDays(1))).isFalse();
  }
}
