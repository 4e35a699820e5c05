package fr.vaguemestre.delay;

import java.time.MonthDay;
import java.util.Optional;

/** Whose public holidays: code du travail L3133-1, L3134-13 and L3422-2. */
public enum Territory {
  MAINLAND(null),
  /** Also 26 December and, where the town says so, Good Friday. */
  ALSACE_MOSELLE(null),
  MAYOTTE(MonthDay.of(4, 27)),
  MARTINIQUE(MonthDay.of(5, 22)),
  GUADELOUPE(MonthDay.of(5, 27)),
  GUYANE(MonthDay.of(6, 10)),
  REUNION(MonthDay.of(12, 20)),
  SAINT_BARTHELEMY(MonthDay.of(10, 9));

  private final MonthDay abolition;

  Territory(MonthDay abolition) {
    this.abolition = abolition;
  }

  /** The day on which the abolition of slavery is kept there. */
  Optional<MonthDay> abolition() {
    return Optional.ofNullable(abolition);
  }
}
