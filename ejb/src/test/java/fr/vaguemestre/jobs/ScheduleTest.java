package fr.vaguemestre.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** BAT1: when a job's time has come, whatever the clocks do that night. */
class ScheduleTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ZoneId REUNION = ZoneId.of("Indian/Reunion");
  private static final Schedule HALF_PAST_TWO = Schedule.daily(LocalTime.of(2, 30));

  @Test
  void BAT1_it_is_due_once_its_time_has_come_in_the_towns_own_zone() {
    var since = at("2026-11-20T12:00:00Z");
    assertThat(HALF_PAST_TWO.due(PARIS, at("2026-11-21T01:29:59Z"), since)).isEmpty();
    assertThat(HALF_PAST_TWO.due(PARIS, at("2026-11-21T01:30:00Z"), since))
        .contains(at("2026-11-21T01:30:00Z"));
    assertThat(HALF_PAST_TWO.due(REUNION, at("2026-11-20T22:30:00Z"), since))
        .contains(at("2026-11-20T22:30:00Z"));
  }

  @Test
  void BAT1_what_was_planned_is_not_due_again() {
    var planned = at("2026-11-21T01:30:00Z");
    assertThat(HALF_PAST_TWO.due(PARIS, at("2026-11-21T20:00:00Z"), planned)).isEmpty();
    assertThat(HALF_PAST_TWO.due(PARIS, at("2026-11-22T01:30:00Z"), planned)).isPresent();
  }

  @Test
  void BAT1_a_server_that_was_down_for_three_nights_is_late_by_one_run() {
    assertThat(HALF_PAST_TWO.due(PARIS, at("2026-11-24T10:00:00Z"), at("2026-11-21T01:30:00Z")))
        .contains(at("2026-11-24T01:30:00Z"));
  }

  @Test
  void BAT1_a_night_whose_half_past_two_does_not_exist_runs_an_hour_later_once() {
    // 28 March 2027: 02:00 becomes 03:00.
    var before = at("2027-03-27T01:30:00Z");
    assertThat(HALF_PAST_TWO.due(PARIS, at("2027-03-28T01:29:00Z"), before)).isEmpty();
    assertThat(HALF_PAST_TWO.due(PARIS, at("2027-03-28T01:30:00Z"), before))
        .contains(at("2027-03-28T01:30:00Z"));
    assertThat(HALF_PAST_TWO.due(PARIS, at("2027-03-28T12:00:00Z"), at("2027-03-28T01:30:00Z")))
        .isEmpty();
    assertThat(HALF_PAST_TWO.next(PARIS, at("2027-03-28T02:00:00Z")))
        .contains(at("2027-03-29T00:30:00Z"));
  }

  @Test
  void BAT1_a_night_that_has_two_half_past_twos_runs_at_the_first_and_once() {
    // 25 October 2026: 03:00 becomes 02:00.
    var first = at("2026-10-25T00:30:00Z");
    assertThat(HALF_PAST_TWO.due(PARIS, first, at("2026-10-24T00:30:00Z"))).contains(first);
    assertThat(HALF_PAST_TWO.due(PARIS, at("2026-10-25T01:30:00Z"), first)).isEmpty();
    assertThat(HALF_PAST_TWO.due(PARIS, at("2026-10-26T01:30:00Z"), first))
        .contains(at("2026-10-26T01:30:00Z"));
  }

  @Test
  void BAT1_the_leap_day_and_the_last_night_of_the_year_are_nights_like_others() {
    assertThat(HALF_PAST_TWO.due(PARIS, at("2028-02-29T02:00:00Z"), at("2028-02-28T01:30:00Z")))
        .contains(at("2028-02-29T01:30:00Z"));
    var midnight = Schedule.daily(LocalTime.MIDNIGHT);
    assertThat(midnight.due(PARIS, at("2026-12-31T23:00:00Z"), at("2026-12-30T23:00:00Z")))
        .contains(at("2026-12-31T23:00:00Z"));
    assertThat(midnight.next(PARIS, at("2026-12-31T22:00:00Z")))
        .contains(at("2026-12-31T23:00:00Z"));
  }

  @Test
  void BAT1_only_the_days_chosen_count() {
    var sundays = new Schedule(LocalTime.of(2, 30), EnumSet.of(DayOfWeek.SUNDAY), true);
    var since = at("2026-11-01T00:00:00Z");
    assertThat(sundays.due(PARIS, at("2026-11-21T12:00:00Z"), since))
        .contains(at("2026-11-15T01:30:00Z"));
    assertThat(sundays.next(PARIS, at("2026-11-22T01:30:00Z")))
        .contains(at("2026-11-29T01:30:00Z"));
    assertThat(Schedule.daysOf(sundays.daysAsText())).containsExactly(DayOfWeek.SUNDAY);
  }

  @Test
  void BAT1_suspended_it_is_never_due() {
    var none = new Schedule(LocalTime.of(2, 30), EnumSet.allOf(DayOfWeek.class), false);
    assertThat(none.due(PARIS, at("2026-11-21T12:00:00Z"), Instant.EPOCH)).isEmpty();
    assertThat(none.next(PARIS, at("2026-11-21T12:00:00Z"))).isEmpty();
    assertThat(Schedule.daysOf("")).isEmpty();
  }

  private static Instant at(String instant) {
    return Instant.parse(instant);
  }
}
