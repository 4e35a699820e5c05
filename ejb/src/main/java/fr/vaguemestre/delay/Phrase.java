package fr.vaguemestre.delay;

import fr.vaguemestre.platform.Words;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A sentence to be said in the language of whoever reads it: a word of {@code messages/delay} and
 * what it speaks of, days, days off and other phrases.
 */
public record Phrase(String key, List<Object> about) {
  private static final Words WORDS = new Words(Phrase.class.getClassLoader());

  static Phrase of(String key, Object... about) {
    return new Phrase(key, List.of(about));
  }

  /** "{@code n} mois", "1 jour". */
  static Phrase count(String key, long n) {
    return of(key + (n == 1 ? ".one" : ".many"), n);
  }

  /** "2 mois", "15 jours". */
  static Phrase length(Period length) {
    return length.getDays() == 0
        ? count("delay.months", length.toTotalMonths())
        : count("delay.days", length.getDays());
  }

  /** R-MONTH: says so when the last month has no such day. */
  static void shortMonth(List<Phrase> why, LocalDate start, Period length) {
    int missing = start.getDayOfMonth();
    if (length.getDays() == 0 && start.plus(length).getDayOfMonth() != missing) {
      why.add(of("delay.short-month", missing));
    }
  }

  public String in(Locale locale) {
    return WORDS
        .find(locale, key, about.stream().map(a -> said(a, locale)).toArray())
        .orElseThrow(() -> new IllegalStateException("no words for " + key));
  }

  private static Object said(Object about, Locale locale) {
    return switch (about) {
      case Phrase phrase -> phrase.in(locale);
      case LocalDate day -> day(day, locale);
      case DayOff off -> day(off.day(), locale) + " (" + off.name(locale) + ")";
      case List<?> list ->
          list.stream().map(a -> said(a, locale).toString()).collect(Collectors.joining(", "));
      default -> about;
    };
  }

  private static String day(LocalDate day, Locale locale) {
    var said = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(day);
    return day.getDayOfMonth() == 1 && locale.getLanguage().equals("fr")
        ? said.replaceFirst("\\b1\\b", "1er")
        : said;
  }
}
