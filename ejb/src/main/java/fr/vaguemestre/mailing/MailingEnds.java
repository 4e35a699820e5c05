package fr.vaguemestre.mailing;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Readers;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Writes into the journal, from which people are told, that some of a mailing's recipients got
 * nothing: once when it is through, and once when the first of its mails comes back.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class MailingEnds {
  @Inject Database database;
  @Inject Readers readers;
  @Inject Journal journal;

  private record Mailing(
      long id, long letter, long asker, boolean open, long failed, long bounced) {}

  /** A recipient of this mailing is served, or will not be. */
  public void reached(long id) {
    var mailing = locked(id);
    if (!mailing.open() && mailing.failed() > 0) {
      tell(mailing, "MAILING_FAILED", mailing.failed());
    }
  }

  /** A mail of this mailing came back. */
  public void bounced(long id) {
    var mailing = locked(id);
    if (mailing.bounced() == 1) {
      tell(mailing, "MAILING_BOUNCED", 1);
    }
  }

  private void tell(Mailing mailing, String what, long recipients) {
    journal.record(
        readers.asIfOpen(mailing.asker()).orElseThrow(),
        mailing.letter(),
        what,
        null,
        null,
        Map.of("mailing", mailing.id(), "recipients", recipients),
        null);
  }

  /** Two that end at once wait for each other, so that one of them is the last. */
  private Mailing locked(long id) {
    database.list(sql("select id from mailing where id = ? for update", id), row -> id);
    return database
        .first(
            sql(
                """
                select m.correspondence_id, m.asked_by,
                       exists (select 1 from mailing_recipient r where r.tenant_id = m.tenant_id and r.mailing_id = m.id
                                  and (r.status in ('WAITING', 'LEAVING') or r.status = 'MADE' and m.means = 'EMAIL')) as open,
                       (select count(*) from mailing_recipient r where r.tenant_id = m.tenant_id and r.mailing_id = m.id
                           and r.status in ('FAILED', 'DOUBT')) as failed,
                       (select count(*) from mailing_recipient r where r.tenant_id = m.tenant_id and r.mailing_id = m.id
                           and r.status = 'BOUNCED') as bounced
                  from mailing m where m.id = ?
                """,
                id),
            row ->
                new Mailing(
                    id,
                    row.number("correspondence_id"),
                    row.number("asked_by"),
                    row.flag("open"),
                    row.number("failed"),
                    row.number("bounced")))
        .orElseThrow();
  }
}
