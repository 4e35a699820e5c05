package fr.vaguemestre.dispatch;

import fr.vaguemestre.mail.DeliveryReport;

/** A feature whose mails are no sendings, told what mail servers report. */
public interface Reported {
  /** Takes the report to its mail; whether it is about one. Given twice, it changes nothing. */
  boolean receive(DeliveryReport report);
}
