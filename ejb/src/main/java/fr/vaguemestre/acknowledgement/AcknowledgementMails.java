package fr.vaguemestre.acknowledgement;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.mail.MailRejected;
import fr.vaguemestre.mail.OutgoingMail;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.tenant.Tenant;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/** The mails of acknowledgements, and what became of them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AcknowledgementMails {
  private static final int LONGEST = 400;
  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("messages.acknowledgement", Locale.FRENCH);

  @Inject Database database;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /**
   * The mail to send; none once it has left, or when it is not to be mailed.
   *
   * @param anew also one that failed: an operator replays it; not of pieces, whose days ran from
   *     that of the first try
   */
  public Optional<OutgoingMail> compose(long id, boolean anew) {
    var town = tenants.current();
    if (anew) {
      refusePieces(id);
      refuseOutdated(id);
      database.update(
          sql(
              "update acknowledgement set status = ?, reason = null, done_at = null where id = ? and status = ?",
              Delivery.QUEUED,
              id,
              Delivery.FAILED));
    }
    return database.first(
        sql(
            """
            select a.*, u.label as unit, u.email as unit_email from acknowledgement a
              join correspondence c on c.tenant_id = a.tenant_id and c.id = a.correspondence_id
              join unit u on u.tenant_id = c.tenant_id and u.id = c.unit_id
             where a.id = ? and a.means = 'EMAIL' and a.status = 'QUEUED'
            """,
            id),
        row -> mail(row, town));
  }

  private void refusePieces(long id) {
    if (database.count(
            sql(
                "select count(*) as count from acknowledgement where id = ? and kind = ? and status = ?",
                id,
                AcknowledgementKind.PIECES,
                Delivery.FAILED))
        > 0) {
      throw new MailRejected(WORDS.getString("acknowledgement.pieces-again"), List.of(), null);
    }
  }

  /**
   * An ARE tells what silence would decide: not once it has, or somebody else did, or another ARE.
   */
  private void refuseOutdated(long id) {
    if (database.count(
            sql(
                """
                select count(*) as count from acknowledgement a where a.id = ? and a.kind = ? and a.status = ?
                   and (exists (select 1 from tacit_decision d where d.tenant_id = a.tenant_id and d.correspondence_id = a.correspondence_id)
                     or exists (select 1 from submission s where s.tenant_id = a.tenant_id and s.correspondence_id = a.correspondence_id
                                   and s.withdrawn_at is not null)
                     or exists (select 1 from legal_request l where l.tenant_id = a.tenant_id and l.correspondence_id = a.correspondence_id
                                   and l.notified_on is not null)
                     or exists (select 1 from acknowledgement o where o.tenant_id = a.tenant_id and o.correspondence_id = a.correspondence_id
                                   and o.kind = a.kind and o.id > a.id and o.status <> a.status))
                """,
                id,
                AcknowledgementKind.ARE,
                Delivery.FAILED))
        > 0) {
      throw new MailRejected(WORDS.getString("acknowledgement.are-again"), List.of(), null);
    }
  }

  public void sent(long id) {
    become(id, Delivery.SENT, null);
  }

  /** It will never leave. */
  public void failed(long id, String why) {
    become(
        id,
        Delivery.FAILED,
        why == null || why.length() <= LONGEST ? why : why.substring(0, LONGEST));
  }

  private void become(long id, Delivery status, String why) {
    database.update(
        sql(
            "update acknowledgement set status = ?, reason = ?, done_at = ? where id = ? and status = 'QUEUED'",
            status,
            why,
            clock.instant(),
            id));
  }

  /** RFC 3834, 5.1: a program answers, so that no program answers back. */
  private static OutgoingMail mail(Row row, Tenant town) {
    var unit = row.text("unit_email");
    if (unit == null && town.email() == null) {
      throw new MailRejected(
          "neither the unit nor the town has an address to send from", List.of(), null);
    }
    return new OutgoingMail(
        row.text("message_id"),
        unit == null
            ? OutgoingMail.named(town.name(), town.email())
            : OutgoingMail.named(row.text("unit"), unit),
        null,
        List.of(row.text("recipient")),
        row.text("subject"),
        row.text("body"),
        null,
        List.of(),
        Map.of("Auto-Submitted", "auto-replied"));
  }
}
