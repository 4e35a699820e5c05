package fr.vaguemestre.delay;

import static fr.vaguemestre.delay.WorkedExamplesTest.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DEL1: which days are worked (code du travail L3133-1, L3134-13, L3422-2). */
class WorkCalendarTest {
  @Test
  void L3133_1_the_holidays_of_2027() {
    assertThat(WorkCalendar.of(Territory.MAINLAND, false).of(2027))
        .extracting(off -> off.day().toString().substring(5) + " " + off.name(Locale.FRENCH))
        .containsExactly(
            "01-01 jour de l’an",
            "03-29 lundi de Pâques",
            "05-01 fête du Travail",
            "05-06 Ascension",
            "05-08 Victoire de 1945",
            "05-17 lundi de Pentecôte",
            "07-14 fête nationale",
            "08-15 Assomption",
            "11-01 Toussaint",
            "11-11 Armistice de 1918",
            "12-25 Noël");
  }

  @ParameterizedTest
  @CsvSource({
    "ALSACE_MOSELLE,false,2027-12-26",
    "MAYOTTE,false,2027-04-27",
    "MARTINIQUE,false,2027-05-22",
    "GUADELOUPE,false,2027-05-27",
    "GUYANE,false,2027-06-10",
    "REUNION,false,2027-12-20",
    "SAINT_BARTHELEMY,false,2027-10-09"
  })
  void L3134_13_L3422_2_what_each_territory_has_besides(
      Territory territory, boolean goodFriday, LocalDate more) {
    assertThat(days(territory, goodFriday))
        .hasSize(12)
        .contains(more)
        .containsAll(days(Territory.MAINLAND, false));
  }

  @Test
  void L3134_13_good_friday_is_kept_where_the_town_says_so_in_alsace_moselle_alone() {
    assertThat(days(Territory.ALSACE_MOSELLE, true)).hasSize(13).contains(day(2027, 3, 26));
    assertThat(days(Territory.ALSACE_MOSELLE, false)).doesNotContain(day(2027, 3, 26));
    assertThatThrownBy(() -> WorkCalendar.of(Territory.REUNION, true))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.field()).hasValue("goodFriday"));
  }

  @Test
  void R_WORK_a_saturday_is_ouvrable_and_not_ouvre() {
    var calendar = WorkCalendar.of(Territory.MAINLAND, false);
    assertThat(calendar.worked(day(2026, 11, 21))).isFalse();
    assertThat(calendar.workable(day(2026, 11, 21))).isTrue();
    assertThat(calendar.workable(day(2026, 11, 22))).isFalse();
    assertThat(calendar.afterWorked(day(2026, 11, 20), 1)).isEqualTo(day(2026, 11, 23));
    assertThat(calendar.afterWorkable(day(2026, 11, 20), 1)).isEqualTo(day(2026, 11, 21));
  }

  @Test
  void DEL1_own_closing_days_put_off_the_services_delay_and_nothing_of_the_law() {
    var closing = new ClosingDay(day(2026, 12, 31), "Pont", true);
    var town = new WorkCalendar(Territory.MAINLAND, false, List.of(closing));
    assertThat(town.worked(day(2026, 12, 31))).isFalse();
    assertThat(town.worked(day(2030, 12, 31))).as("every year").isFalse();
    assertThat(town.worked(day(2025, 12, 31))).as("from that one on").isTrue();
    assertThat(town.moved(day(2026, 12, 31))).isEqualTo(day(2026, 12, 31));
    var clock = new LegalClock(town);
    var own = ServiceDelay.worked("type", "Divers", day(2026, 12, 30), 1, clock);
    assertThat(own.date()).isEqualTo(day(2027, 1, 4));
    assertThat(own.explanation(Locale.FRENCH))
        .contains("jeudi 31 décembre 2026 (Pont)", "vendredi 1er janvier 2027 (jour de l’an)");
    assertThat(clock.aee(day(2026, 12, 30)).date()).as("SVE-1").isEqualTo(day(2026, 12, 31));
    assertThat(clock.are(day(2026, 12, 17)).date()).as("SVE-2").isEqualTo(day(2027, 1, 4));
    assertThat(clock.are(day(2026, 12, 17)).explanation(Locale.FRENCH)).doesNotContain("Pont");
  }

  @Test
  void DEL1_a_yearly_29_february_comes_in_leap_years_alone() {
    var closing = new ClosingDay(day(2028, 2, 29), "Bissextile", true);
    var town = new WorkCalendar(Territory.MAINLAND, false, List.of(closing));
    assertThat(town.of(2032)).extracting(DayOff::day).contains(day(2032, 2, 29));
    assertThat(town.of(2029)).hasSize(11);
    assertThat(town.worked(day(2029, 3, 1))).isTrue();
  }

  private static Set<LocalDate> days(Territory territory, boolean goodFriday) {
    return WorkCalendar.of(territory, goodFriday).of(2027).stream()
        .map(DayOff::day)
        .collect(Collectors.toSet());
  }
}
