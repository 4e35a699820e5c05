package fr.vaguemestre.jobs;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a job runs: at one time of the town's day, on some days of the week. An hour that a change
 * of the clocks leaves out is that much later, one that it repeats is the first of the two: each
 * day has one.
 */
public record Schedule(LocalTime at, Set<DayOfWeek> days, boolean active) {
  private static final int WEEK = 7;

  public static Schedule daily(LocalTime at) {
    return new Schedule(at, EnumSet.allOf(DayOfWeek.class), true);
  }

  /** These hours, but only when they are switched on: until then it runs by hand. */
  Schedule off() {
    return new Schedule(at, days, false);
  }

  /** {@code MONDAY,TUESDAY}, as it is kept. */
  static Set<DayOfWeek> daysOf(String text) {
    return text.isEmpty()
        ? EnumSet.noneOf(DayOfWeek.class)
        : Stream.of(text.split(","))
            .map(DayOfWeek::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
  }

  String daysAsText() {
    return days.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(","));
  }

  /**
   * The last time it was to run, when that is later than {@code since}: of several that were
   * missed, one.
   */
  public Optional<Instant> due(ZoneId zone, Instant now, Instant since) {
    var today = LocalDate.ofInstant(now, zone);
    return Stream.iterate(0, back -> back + 1)
        .limit(WEEK + 1)
        .flatMap(back -> on(today.minusDays(back), zone).stream())
        .filter(planned -> !planned.isAfter(now))
        .findFirst()
        .filter(planned -> planned.isAfter(since));
  }

  /** The next time it will run; none when it does not. */
  public Optional<Instant> next(ZoneId zone, Instant now) {
    var today = LocalDate.ofInstant(now, zone);
    return Stream.iterate(0, ahead -> ahead + 1)
        .limit(WEEK + 1)
        .flatMap(ahead -> on(today.plusDays(ahead), zone).stream())
        .filter(planned -> planned.isAfter(now))
        .findFirst();
  }

  private Optional<Instant> on(LocalDate day, ZoneId zone) {
    return active && days.contains(day.getDayOfWeek())
        ? Optional.of(ZonedDateTime.of(day, at, zone).toInstant())
        : Optional.empty();
  }
}
