package fr.vaguemestre.notification;

import fr.vaguemestre.access.Right;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Days of the law that a feature computes and people are told of: reminders find these. */
public interface LegalDeadlines {
  /**
   * What people are told of a day.
   *
   * @param whose who are told: those with this right on the letter's unit who see it; null for
   *     whoever holds it
   */
  record Due(long letter, Reason reason, LocalDate on, Right whose) {
    public static Due ofHolder(long letter, Reason reason, LocalDate on) {
      return new Due(letter, reason, on, null);
    }
  }

  /** Of these letters, what there is to tell on {@code today}; told already or not. */
  List<Due> of(Collection<Long> letters, LocalDate today);
}
