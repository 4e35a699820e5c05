package fr.vaguemestre.correspondence;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.contact.Contact;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Unit;
import fr.vaguemestre.qualification.DocumentType;
import fr.vaguemestre.qualification.Priority;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * What a letter is about and for whom, with every reference found.
 *
 * @param computed the deadline its type and priority give
 * @param deadlineReason why {@code deadline} is another; null when it is not, or was so before
 *     reasons were kept
 * @param firstReceivedOn by another administration, which sent it on; null for none
 */
record Filing(
    String subject,
    DocumentType type,
    Priority priority,
    Contact sender,
    Unit unit,
    boolean confidential,
    LocalDate computed,
    LocalDate deadline,
    String deadlineReason,
    LocalDate firstReceivedOn) {
  /** Writes down a deadline set by hand, or another reason for it. */
  void record(Journal journal, Reader reader, long letter, LocalDate before, String reasonBefore) {
    boolean same = deadline.equals(before) && Objects.equals(deadlineReason, reasonBefore);
    if (deadlineReason != null && !same) {
      journal.record(
          reader,
          letter,
          "SET_DEADLINE",
          null,
          null,
          Map.of("deadline", deadline, "computed", computed),
          deadlineReason);
    }
  }
}
