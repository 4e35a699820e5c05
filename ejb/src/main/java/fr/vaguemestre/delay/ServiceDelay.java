package fr.vaguemestre.delay;

import java.time.LocalDate;
import java.util.List;

/** The delay a town gives its own services: from arrival, the day of arrival not counted. */
public final class ServiceDelay {
  private ServiceDelay() {}

  /**
   * In calendar days.
   *
   * @param whose {@code type} or {@code priority}, which has that label
   */
  public static DelayDate calendar(String whose, String label, LocalDate arrival, int days) {
    var on = arrival.plusDays(days);
    return new DelayDate(on, List.of(said(whose, label, "delay.days", arrival, days, on)), "");
  }

  /** In jours ouvrés (R-WORK). */
  public static DelayDate worked(
      String whose, String label, LocalDate arrival, int days, LegalClock clock) {
    var on = clock.calendar().afterWorked(arrival, days);
    return new DelayDate(
        on,
        List.of(
            said(whose, label, "delay.worked-days", arrival, days, on), clock.skipped(arrival, on)),
        "");
  }

  private static Phrase said(
      String whose, String label, String unit, LocalDate arrival, int days, LocalDate on) {
    return Phrase.of("delay.service." + whose, label, Phrase.count(unit, days), arrival, on);
  }
}
