package fr.vaguemestre.acknowledgement;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and moments as a letter says them: "1er décembre 2026", "22 novembre 2026 à 9 h 05". */
final class FrenchDates {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H 'h' mm");

  private FrenchDates() {}

  static String day(LocalDate day) {
    var said = DAY.format(day);
    return day.getDayOfMonth() == 1 ? said.replaceFirst("1", "1er") : said;
  }

  static String moment(ZonedDateTime at) {
    return day(at.toLocalDate()) + " à " + HOUR.format(at);
  }
}
