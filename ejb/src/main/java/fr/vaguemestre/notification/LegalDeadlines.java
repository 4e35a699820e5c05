package fr.vaguemestre.notification;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Days of the law that a feature computes and people are told of: reminders find these. */
public interface LegalDeadlines {
  /** What whoever holds the letter is told of a day. */
  record Due(long letter, Reason reason, LocalDate on) {}

  /** Of these letters, what there is to tell on {@code today}; told already or not. */
  List<Due> of(Collection<Long> letters, LocalDate today);
}
