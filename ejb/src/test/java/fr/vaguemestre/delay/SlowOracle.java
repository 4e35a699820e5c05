package fr.vaguemestre.delay;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The rules of the clock once more, one day at a time and with nothing of the code they check:
 * months are walked through, Easter is found after its full moon (Clavius).
 */
final class SlowOracle {
  private final Territory territory;
  private final boolean goodFriday;
  private final Set<LocalDate> closed;

  SlowOracle(Territory territory, boolean goodFriday, Set<LocalDate> closed) {
    this.territory = territory;
    this.goodFriday = goodFriday;
    this.closed = closed;
  }

  boolean holiday(LocalDate day) {
    var easter = easter(day.getYear());
    int passed = 0;
    for (var d = easter.minusDays(2); d.isBefore(day); d = d.plusDays(1)) {
      passed++;
    }
    boolean afterEaster =
        !day.isBefore(easter.minusDays(2))
            && switch (passed - 2) {
              case -2 -> goodFriday;
              case 1, 39, 50 -> true;
              default -> false;
            };
    return afterEaster
        || switch (day.getMonthValue() * 100 + day.getDayOfMonth()) {
          case 101, 501, 508, 714, 815, 1101, 1111, 1225 -> true;
          case 1226 -> territory == Territory.ALSACE_MOSELLE;
          case 427 -> territory == Territory.MAYOTTE;
          case 522 -> territory == Territory.MARTINIQUE;
          case 527 -> territory == Territory.GUADELOUPE;
          case 610 -> territory == Territory.GUYANE;
          case 1009 -> territory == Territory.SAINT_BARTHELEMY;
          case 1220 -> territory == Territory.REUNION;
          default -> false;
        };
  }

  boolean worked(LocalDate day) {
    return workable(day) && day.getDayOfWeek() != DayOfWeek.SATURDAY;
  }

  boolean workable(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SUNDAY && !holiday(day) && !closed.contains(day);
  }

  LocalDate worked(LocalDate from, int n) {
    int counted = 0;
    var day = from;
    while (counted < n) {
      day = day.plusDays(1);
      if (worked(day)) {
        counted++;
      }
    }
    return day;
  }

  LocalDate workable(LocalDate from, int n) {
    int counted = 0;
    var day = from;
    while (counted < n) {
      day = day.plusDays(1);
      if (workable(day)) {
        counted++;
      }
    }
    return day;
  }

  LocalDate moved(LocalDate day) {
    boolean stays =
        day.getDayOfWeek() != DayOfWeek.SATURDAY
            && day.getDayOfWeek() != DayOfWeek.SUNDAY
            && !holiday(day);
    return stays ? day : moved(day.plusDays(1));
  }

  /** Forward until that many months have begun and the day, or the end of the month, is there. */
  static LocalDate months(LocalDate from, int n) {
    int begun = 0;
    for (var day = from.plusDays(1); ; day = day.plusDays(1)) {
      if (day.getDayOfMonth() == 1) {
        begun++;
      }
      boolean last = day.plusDays(1).getDayOfMonth() == 1;
      if (begun == n && (day.getDayOfMonth() == from.getDayOfMonth() || last)) {
        return day;
      }
    }
  }

  private static LocalDate easter(int year) {
    int golden = year % 19 + 1;
    int century = year / 100 + 1;
    int solar = 3 * century / 4 - 12;
    int lunar = (8 * century + 5) / 25 - 5;
    int epact = Math.floorMod(11 * golden + 20 + lunar - solar, 30);
    if (epact == 25 && golden > 11 || epact == 24) {
      epact++;
    }
    int full = 44 - epact;
    var day = LocalDate.of(year, 3, 1).plusDays((full < 21 ? full + 30 : full) - 1L);
    do {
      day = day.plusDays(1);
    } while (day.getDayOfWeek() != DayOfWeek.SUNDAY);
    return day;
  }
}
