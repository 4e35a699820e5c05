package fr.vaguemestre.delay;

import java.time.LocalDate;
import java.util.Locale;

/** A day that is not worked, and why: a public holiday, or in the town's own words. */
public record DayOff(LocalDate day, boolean legal, String why) {
  static DayOff holiday(LocalDate day, Holiday holiday) {
    return new DayOff(day, true, holiday.name());
  }

  /** "Ascension", or what the town calls its closing day. */
  public String name(Locale locale) {
    return legal ? Phrase.of("delay.holiday." + why).in(locale) : why;
  }
}
