package fr.vaguemestre.delay;

import fr.vaguemestre.platform.Refusal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which days are worked (R-WORK). Public holidays stop every delay in working days and move the
 * ends that the law moves; a town's own closing days [C] put off what it promises itself, and
 * nothing that the law counts.
 */
public record WorkCalendar(Territory territory, boolean goodFriday, List<ClosingDay> own) {
  /**
   * @throws Refusal on {@code goodFriday} outside Alsace-Moselle
   */
  public WorkCalendar {
    if (goodFriday && territory != Territory.ALSACE_MOSELLE) {
      throw Refusal.field("goodFriday", "delay.good-friday-elsewhere");
    }
    own = List.copyOf(own);
  }

  /** Public holidays alone. */
  public static WorkCalendar of(Territory territory, boolean goodFriday) {
    return new WorkCalendar(territory, goodFriday, List.of());
  }

  /** All that is not worked in a year besides week-ends, in order of days. */
  public List<DayOff> of(int year) {
    var days = new ArrayList<>(holidays(year));
    for (var closing : own) {
      var day = closing.day();
      var on =
          !closing.yearly()
              ? day
              : LocalDate.of(year, day.getMonth(), 1).plusDays(day.getDayOfMonth() - 1L);
      if (on.getYear() == year && closing.falls(on)) {
        days.add(new DayOff(on, false, closing.label()));
      }
    }
    days.sort(Comparator.comparing(DayOff::day));
    return days;
  }

  /** The public holidays of a year, in order of days. */
  List<DayOff> holidays(int year) {
    var easter = easter(year);
    var days = new ArrayList<DayOff>();
    days.add(DayOff.holiday(LocalDate.of(year, 1, 1), Holiday.NEW_YEAR));
    days.add(DayOff.holiday(easter.plusDays(1), Holiday.EASTER_MONDAY));
    days.add(DayOff.holiday(LocalDate.of(year, 5, 1), Holiday.LABOUR_DAY));
    days.add(DayOff.holiday(LocalDate.of(year, 5, 8), Holiday.VICTORY_1945));
    days.add(DayOff.holiday(easter.plusDays(39), Holiday.ASCENSION));
    days.add(DayOff.holiday(easter.plusDays(50), Holiday.WHIT_MONDAY));
    days.add(DayOff.holiday(LocalDate.of(year, 7, 14), Holiday.BASTILLE_DAY));
    days.add(DayOff.holiday(LocalDate.of(year, 8, 15), Holiday.ASSUMPTION));
    days.add(DayOff.holiday(LocalDate.of(year, 11, 1), Holiday.ALL_SAINTS));
    days.add(DayOff.holiday(LocalDate.of(year, 11, 11), Holiday.ARMISTICE_1918));
    days.add(DayOff.holiday(LocalDate.of(year, 12, 25), Holiday.CHRISTMAS));
    if (territory == Territory.ALSACE_MOSELLE) {
      days.add(DayOff.holiday(LocalDate.of(year, 12, 26), Holiday.SECOND_CHRISTMAS_DAY));
    }
    if (goodFriday) {
      days.add(DayOff.holiday(easter.minusDays(2), Holiday.GOOD_FRIDAY));
    }
    territory
        .abolition()
        .ifPresent(day -> days.add(DayOff.holiday(day.atYear(year), Holiday.ABOLITION)));
    days.sort(Comparator.comparing(DayOff::day));
    return days;
  }

  Optional<DayOff> holiday(LocalDate day) {
    return holidays(day.getYear()).stream().filter(d -> d.day().equals(day)).findFirst();
  }

  /** Why the day is not worked when it is no week-end. */
  Optional<DayOff> off(LocalDate day) {
    return holiday(day)
        .or(
            () ->
                own.stream()
                    .filter(closing -> closing.falls(day))
                    .map(closing -> new DayOff(day, false, closing.label()))
                    .findFirst());
  }

  /** Jour ouvré: Monday to Friday, neither holiday nor closing day. */
  public boolean worked(LocalDate day) {
    return !weekEnd(day) && off(day).isEmpty();
  }

  /** Jour ouvrable: Monday to Saturday, neither holiday nor closing day. */
  public boolean workable(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SUNDAY && off(day).isEmpty();
  }

  /** The n-th jour ouvré after the day, which does not count itself. */
  public LocalDate afterWorked(LocalDate day, int n) {
    var on = day;
    for (int left = n; left > 0; ) {
      on = on.plusDays(1);
      left -= worked(on) ? 1 : 0;
    }
    return on;
  }

  /** The n-th jour ouvrable after the day, which does not count itself. */
  public LocalDate afterWorkable(LocalDate day, int n) {
    var on = day;
    for (int left = n; left > 0; ) {
      on = on.plusDays(1);
      left -= workable(on) ? 1 : 0;
    }
    return on;
  }

  /** The day, or the first after it that is neither Saturday, nor Sunday, nor public holiday. */
  LocalDate moved(LocalDate day) {
    var on = day;
    while (weekEnd(on) || holiday(on).isPresent()) {
      on = on.plusDays(1);
    }
    return on;
  }

  /** R-IMPL: says so when an end that nothing moves falls on such a day. */
  Optional<Phrase> notMoved(LocalDate day) {
    return moved(day).equals(day) ? Optional.empty() : Optional.of(Phrase.of("delay.not-moved"));
  }

  static boolean weekEnd(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** Easter Sunday of the Gregorian calendar (Butcher's computus). */
  private static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int e = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int f = (32 + 2 * (b % 4) + 2 * (c / 4) - e - c % 4) % 7;
    int g = e + f - 7 * ((a + 11 * e + 22 * f) / 451) + 114;
    return LocalDate.of(year, g / 31, g % 31 + 1);
  }
}
