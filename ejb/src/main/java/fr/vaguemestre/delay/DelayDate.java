package fr.vaguemestre.delay;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A date with the sentences that explain it.
 *
 * @param source the articles it follows from, as one quotes them
 */
public record DelayDate(LocalDate date, List<Phrase> because, String source) {
  public DelayDate {
    because = List.copyOf(because);
  }

  public String explanation(Locale locale) {
    return because.stream().map(phrase -> phrase.in(locale)).collect(Collectors.joining(" "));
  }
}
