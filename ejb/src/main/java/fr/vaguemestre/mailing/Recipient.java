package fr.vaguemestre.mailing;

import fr.vaguemestre.contact.ContactKind;
import fr.vaguemestre.contact.ContactWish;
import fr.vaguemestre.dispatch.Means;
import fr.vaguemestre.platform.db.Row;

/** One recipient of a mailing, with what is needed to serve them. */
record Recipient(
    long id,
    long letter,
    long version,
    Means means,
    String subject,
    String words,
    ContactWish person,
    String messageId,
    Status status,
    String pdf) {

  /** How far one is. */
  public enum Status {
    WAITING,
    /** The document is there; by post that is all. */
    MADE,
    /** Being handed to the mail server: found so after a crash, nobody knows whether it left. */
    LEAVING,
    SENT,
    FAILED,
    DOUBT,
    /** It left, and a mail server says that it will never arrive. */
    BOUNCED
  }

  static final String SELECT =
      """
      select r.*, m.correspondence_id, m.reply_version_id, m.means, m.subject, m.words
        from mailing_recipient r join mailing m on m.tenant_id = r.tenant_id and m.id = r.mailing_id
      """;

  static Recipient read(Row row) {
    return new Recipient(
        row.number("id"),
        row.number("correspondence_id"),
        row.number("reply_version_id"),
        row.constant("means", Means.class),
        row.text("subject"),
        row.text("words"),
        person(row),
        row.text("message_id"),
        row.constant("status", Status.class),
        row.text("pdf_sha256"));
  }

  static ContactWish person(Row row) {
    return new ContactWish(
        ContactKind.PERSON,
        row.text("civility"),
        row.text("last_name"),
        row.text("first_name"),
        row.text("company"),
        row.text("email"),
        null,
        row.text("street"),
        row.text("complement"),
        row.text("postcode"),
        row.text("city"));
  }
}
