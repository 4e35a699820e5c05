package fr.vaguemestre.batch.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the dates inside the demo texts true on the day they are loaded.
 *
 * <ul>
 *   <li>{@code {j-12}}: twelve days before, "9 novembre 2026"
 *   <li>{@code {lun+5}} … {@code {dim+5}}: the first such weekday from that day on, "lundi 30
 *       novembre 2026"; with a minus, the last one up to that day, so that the past stays past
 *   <li>{@code {mois+2}}: the month two months on, "janvier 2027"
 *   <li>{@code {an+1}}: the year, "2027"
 * </ul>
 */
public final class DemoDates {
  private static final Pattern MARK =
      Pattern.compile("\\{(j|lun|mar|mer|jeu|ven|sam|dim|mois|an)([+-]\\d+)}");
  private static final Map<String, DayOfWeek> WEEKDAYS =
      Map.of(
          "lun", DayOfWeek.MONDAY,
          "mar", DayOfWeek.TUESDAY,
          "mer", DayOfWeek.WEDNESDAY,
          "jeu", DayOfWeek.THURSDAY,
          "ven", DayOfWeek.FRIDAY,
          "sam", DayOfWeek.SATURDAY,
          "dim", DayOfWeek.SUNDAY);
  private static final DateTimeFormatter MONTH = format("LLLL yyyy");
  private static final DateTimeFormatter WEEKDAY = format("EEEE");

  private final LocalDate today;

  /**
   * @param today the loading day, in the town's time zone
   */
  public DemoDates(LocalDate today) {
    this.today = today;
  }

  public LocalDate day(int offset) {
    return today.plusDays(offset);
  }

  /** "1er décembre 2026". */
  public static String longDate(LocalDate date) {
    return (date.getDayOfMonth() == 1 ? "1er" : Integer.toString(date.getDayOfMonth()))
        + " "
        + date.format(MONTH);
  }

  /** The text with every mark replaced. */
  public String expand(String text) {
    return MARK.matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(value(m.group(1), m.group(2))));
  }

  private String value(String mark, String offset) {
    int n = Integer.parseInt(offset);
    return switch (mark) {
      case "j" -> longDate(today.plusDays(n));
      case "mois" -> today.plusMonths(n).format(MONTH);
      case "an" -> Integer.toString(today.getYear() + n);
      default -> {
        DayOfWeek wanted = WEEKDAYS.get(mark);
        LocalDate date =
            today
                .plusDays(n)
                .with(
                    n < 0
                        ? TemporalAdjusters.previousOrSame(wanted)
                        : TemporalAdjusters.nextOrSame(wanted));
        yield date.format(WEEKDAY) + " " + longDate(date);
      }
    };
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.FRENCH);
  }
}
