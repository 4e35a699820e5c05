package fr.vaguemestre.qualification;

import fr.vaguemestre.delay.DelayDate;
import fr.vaguemestre.delay.DelayQuestion;
import fr.vaguemestre.delay.LegalClock;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.delay.ServiceDelay;
import java.time.LocalDate;
import java.time.Period;
import java.util.function.Supplier;

/**
 * What a type decides of dates, for what is received while it is in force.
 *
 * @param processDelayDays null for the priority's alone
 * @param legalDelay ISO 8601, null for the usual one
 */
public record TypeRules(
    Integer processDelayDays, boolean processDelayWorked, Regime regime, String legalDelay) {
  /**
   * The day by which the service must have answered: arrival plus the type's delay, in calendar or
   * in working days, or the priority's, in calendar days; whichever comes first.
   */
  DelayDate deadline(
      String label, LocalDate arrival, Priority priority, Supplier<LegalClock> clock) {
    var urgent = ServiceDelay.calendar("priority", priority.label(), arrival, priority.days());
    if (processDelayDays == null) {
      return urgent;
    }
    var own =
        processDelayWorked
            ? ServiceDelay.worked("type", label, arrival, processDelayDays, clock.get())
            : ServiceDelay.calendar("type", label, arrival, processDelayDays);
    return own.date().isAfter(urgent.date()) ? urgent : own;
  }

  /** What silence does to a request received that day and complete. */
  DelayQuestion silence(LocalDate received) {
    return DelayQuestion.of(received, regime, legalDelay == null ? null : Period.parse(legalDelay));
  }
}
