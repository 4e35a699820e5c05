package fr.vaguemestre.mail;

import java.util.function.Predicate;

/** The mailbox that mail servers report to: the envelope sender of what we send. */
public interface ReturnMailbox {
  /**
   * Gives each report not seen yet to {@code known}; those it knows are marked as read, everything
   * else stays as it is, for people.
   *
   * @throws MailDelayed when the mailbox cannot be reached now
   */
  void read(Predicate<DeliveryReport> known);
}
