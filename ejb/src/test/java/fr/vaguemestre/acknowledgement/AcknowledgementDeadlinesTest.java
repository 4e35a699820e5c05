package fr.vaguemestre.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.delay.LegalClock;
import fr.vaguemestre.delay.Territory;
import fr.vaguemestre.delay.WorkCalendar;
import fr.vaguemestre.notification.Reason;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** SVE-2, L232-4: who holds a letter is told the day worked before, and for a week after. */
class AcknowledgementDeadlinesTest {
  private static final LegalClock CLOCK =
      new LegalClock(WorkCalendar.of(Territory.MAINLAND, false));

  /** A Monday. */
  private static final LocalDate DUE = LocalDate.of(2026, 12, 7);

  @Test
  void SVE_2_it_is_near_from_the_day_worked_before() {
    assertThat(on(LocalDate.of(2026, 12, 3))).isNull();
    assertThat(on(LocalDate.of(2026, 12, 4))).isEqualTo(Reason.OWED_SOON);
    assertThat(on(LocalDate.of(2026, 12, 6))).isEqualTo(Reason.OWED_SOON);
    assertThat(on(DUE)).isEqualTo(Reason.OWED_SOON);
  }

  @Test
  void SVE_2_it_is_overdue_for_a_week_and_then_left() {
    assertThat(on(DUE.plusDays(1))).isEqualTo(Reason.OVERDUE);
    assertThat(on(DUE.plusDays(7))).isEqualTo(Reason.OVERDUE);
    assertThat(on(DUE.plusDays(8))).isNull();
  }

  private static Reason on(LocalDate today) {
    return AcknowledgementDeadlines.reason(DUE, CLOCK, today).orElse(null);
  }
}
