package fr.vaguemestre.mail.catcher;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.jobs.Chore;
import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The mails of erased letters leave the demonstration's mailbox, which stands for the mailboxes of
 * the people written to.
 */
@ApplicationScoped
public class ErasedMails implements Chore {
  private static final List<String> ONCE = List.of("once");

  @Inject DemoMailbox mailbox;
  @Inject Database database;

  @Override
  public String step() {
    return "erased-mails";
  }

  @Override
  public long size() {
    return ONCE.size();
  }

  @Override
  public List<String> after(String key, int most) {
    return key == null ? ONCE : List.of();
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    var caught = mailbox.messageIds();
    if (caught.isEmpty()) {
      return;
    }
    mailbox.remove(
        database.list(
            sql(
                """
                with gone as (select e.correspondence_id from erasure e where e.purpose <> 'REQUEST_COPY'),
                mine as (
                  select s.message_id from sending s join gone g on g.correspondence_id = s.correspondence_id
                  union all select a.message_id from acknowledgement a join gone g on g.correspondence_id = a.correspondence_id
                  union all select r.message_id from gone g join mailing m on m.correspondence_id = g.correspondence_id
                                                    join mailing_recipient r on r.mailing_id = m.id
                  union all select i.message_id from gone g join notification n on n.correspondence_id = g.correspondence_id
                                                    join notification_mail i on i.id = n.mail_id)
                select message_id from mine where message_id = any(?)
                """,
                caught),
            row -> row.text("message_id")));
  }
}
