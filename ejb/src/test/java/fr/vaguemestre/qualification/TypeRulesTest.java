package fr.vaguemestre.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.delay.LegalClock;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.delay.Territory;
import fr.vaguemestre.delay.WorkCalendar;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** QUA3, DEL1: the deadline a type and a priority give, and why. */
class TypeRulesTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 6);
  private static final Supplier<LegalClock> CLOCK =
      () -> new LegalClock(WorkCalendar.of(Territory.MAINLAND, false));
  private static final Supplier<LegalClock> UNASKED =
      () -> {
        throw new AssertionError("the calendar was read");
      };

  @Test
  void QUA3_working_days_pass_over_week_ends_and_holidays() {
    var deadline = type(5, true).deadline("Voirie", FRIDAY, priority(30), CLOCK);
    assertThat(deadline.date()).isEqualTo(LocalDate.of(2026, 11, 16));
    assertThat(deadline.explanation(Locale.FRENCH))
        .isEqualTo(
            "Type « Voirie » : 5 jours ouvrés après l’arrivée (vendredi 6 novembre 2026), soit le lundi 16 novembre"
                + " 2026. Ne comptent ni le jour de la réception, ni les samedis, ni les dimanches, ni : mercredi 11"
                + " novembre 2026 (Armistice de 1918).");
  }

  @Test
  void QUA3_calendar_days_pass_over_nothing_and_read_no_calendar() {
    var deadline = type(5, false).deadline("Voirie", FRIDAY, priority(30), UNASKED);
    assertThat(deadline.date()).isEqualTo(LocalDate.of(2026, 11, 11));
    assertThat(deadline.explanation(Locale.ENGLISH)).startsWith("Type “Voirie”: 5 days after");
  }

  @Test
  void DEL1_the_first_of_type_and_priority_counts() {
    var urgent = type(5, true).deadline("Voirie", FRIDAY, priority(9), CLOCK);
    assertThat(urgent.date()).isEqualTo(LocalDate.of(2026, 11, 15));
    assertThat(urgent.explanation(Locale.FRENCH)).startsWith("Priorité « Urgente » : 9 jours");
    assertThat(type(null, false).deadline("Voirie", FRIDAY, priority(9), UNASKED).date())
        .isEqualTo(LocalDate.of(2026, 11, 15));
  }

  private static Priority priority(int days) {
    return new Priority(new PriorityWish("URGENTE", "Urgente", "#888888", days, 1));
  }

  private static TypeRules type(Integer days, boolean worked) {
    return new TypeRules(days, worked, Regime.NONE, null);
  }
}
