package fr.vaguemestre.transmission;

import fr.vaguemestre.contact.Contacts;
import fr.vaguemestre.dispatch.Means;
import fr.vaguemestre.dispatch.Sending;
import fr.vaguemestre.platform.db.Row;
import java.time.LocalDate;

/** Reads transmissions as they are shown, as of a day. */
record TransmissionLines(LocalDate today) {
  /** Of one letter, in the order of their marks. */
  static final String SELECT =
      """
      select t.*, c.chrono, d.name as document_name, r.name as return_name, k.last_name, k.first_name, k.company,
             k.email, s.means, s.recipient, s.status, s.reason, s.registered_number,
             a.first_name || ' ' || a.last_name as asker, f.first_name || ' ' || f.last_name as in_place_of,
             b.first_name || ' ' || b.last_name as receiver
        from transmission t
        join correspondence c on c.tenant_id = t.tenant_id and c.id = t.correspondence_id
        join document d on d.tenant_id = t.tenant_id and d.id = t.document_id
        join contact k on k.tenant_id = t.tenant_id and k.id = t.contact_id
        join sending s on s.tenant_id = t.tenant_id and s.transmission_id = t.id
        join agent a on a.tenant_id = t.tenant_id and a.id = t.asked_by
        left join agent f on f.tenant_id = t.tenant_id and f.id = t.asked_for
        left join agent b on b.tenant_id = t.tenant_id and b.id = t.returned_by
        left join document r on r.tenant_id = t.tenant_id and r.id = t.return_document_id
       where t.correspondence_id = ? order by t.position
      """;

  TransmissionLine line(Row row) {
    var mark = Transmission.mark(row.number("position"));
    return new TransmissionLine(
        row.number("id"),
        mark,
        row.text("chrono") + "." + mark,
        row.number("document_id"),
        row.text("document_name"),
        Contacts.shownName(row),
        row.text("motive"),
        row.constant("means", Means.class),
        row.text("recipient"),
        row.constant("status", Sending.Status.class),
        row.text("reason"),
        row.text("registered_number"),
        row.text("asker"),
        row.text("in_place_of"),
        row.instant("asked_at"),
        row.date("sent_on"),
        row.date("expected_on"),
        status(row),
        row.date("returned_on"),
        row.date("settled_on"),
        row.text("receiver"),
        row.text("return_words"),
        row.numberOrNull("return_document_id"),
        row.text("return_name"));
  }

  private TransmissionLine.Status status(Row row) {
    var expected = row.date("expected_on");
    if (row.date("returned_on") != null) {
      return TransmissionLine.Status.RETURNED;
    }
    if (row.date("settled_on") != null) {
      return TransmissionLine.Status.SETTLED;
    }
    if (row.flag("undelivered")) {
      return TransmissionLine.Status.UNDELIVERED;
    }
    if (expected == null) {
      return TransmissionLine.Status.GONE;
    }
    return expected.isBefore(today)
        ? TransmissionLine.Status.LATE
        : TransmissionLine.Status.AWAITED;
  }
}
