package fr.vaguemestre.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
  private final Dates dates = at("2026-11-21T09:30:00Z", Locale.FRENCH);

  @ParameterizedTest
  @CsvSource({
    "2026-11-19, late, En retard de 2 jours",
    "2026-11-20, late, En retard d’un jour",
    "2026-11-21, soon, Aujourd’hui",
    "2026-11-22, soon, Demain",
    "2026-11-26, soon, Dans 5 jours",
    "2026-11-27, '', 27 nov.",
    "2026-12-01, '', 1er déc.",
    "2027-01-14, '', 14 janv. 2027",
  })
  void a_deadline_is_said_in_days_when_near(LocalDate on, String kind, String text) {
    assertThat(dates.due(on)).isEqualTo(new Dates.Due(kind, text));
  }

  @Test
  void no_deadline_says_nothing() {
    assertThat(dates.due(null)).isNull();
  }

  @Test
  void the_day_turns_at_midnight_in_the_town_not_in_london() {
    var justAfterMidnight = at("2026-11-21T23:30:00Z", Locale.FRENCH);
    assertThat(justAfterMidnight.due(LocalDate.of(2026, 11, 21)).kind()).isEqualTo("late");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T09:29:40Z, à l’instant",
    "2026-11-21T09:18:00Z, il y a 12 min",
    "2026-11-21T06:05:00Z, 07:05",
    "2026-11-20T08:02:00Z, hier 09:02",
    "2026-11-17T14:25:00Z, 17 nov. 15:25",
  })
  void a_moment_is_said_as_one_remembers_it(Instant at, String text) {
    assertThat(dates.moment(at)).isEqualTo(text);
  }

  @Test
  void english_readers_read_english() {
    assertThat(at("2026-11-21T09:30:00Z", Locale.ENGLISH).due(LocalDate.of(2026, 11, 19)).text())
        .isEqualTo("2 days late");
  }

  private static Dates at(String now, Locale locale) {
    var made = new Dates();
    made.clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    made.preferences =
        new Preferences() {
          @Override
          public Locale getLocale() {
            return locale;
          }
        };
    return made;
  }
}
