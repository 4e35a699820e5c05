package fr.vaguemestre.search;

import java.time.LocalDate;

/** From one day to another, both included; null leaves that end open. */
public record Period(LocalDate from, LocalDate to) {
  public boolean always() {
    return from == null && to == null;
  }

  /** What is in no letter without a day. */
  public boolean holds(LocalDate day) {
    return always()
        || day != null && (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  /** The same, ending on this day at the latest. */
  public Period until(LocalDate last) {
    return new Period(from, to == null || to.isAfter(last) ? last : to);
  }
}
