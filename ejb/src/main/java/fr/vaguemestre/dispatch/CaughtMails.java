package fr.vaguemestre.dispatch;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.mail.catcher.CaughtMail;
import fr.vaguemestre.mail.catcher.DemoMailbox;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What left by mail in the demonstration: the catcher takes every town's messages, a reader is
 * shown those sent for a letter they see (O8), and what they were told themselves (CIR7).
 */
@Stateless
public class CaughtMails {
  @Inject DemoMailbox mailbox;
  @Inject Database database;

  /** Newest first; empty outside the demonstration. */
  public List<CaughtMail> list(Reader reader) {
    var sent = sent(reader);
    return mailbox.list(reader).stream()
        .filter(mail -> mailbox.read(reader, mail.id()).filter(c -> ours(sent, c)).isPresent())
        .toList();
  }

  public Optional<CaughtMail.Content> read(Reader reader, String id) {
    return mailbox.read(reader, id).filter(content -> ours(sent(reader), content));
  }

  private static boolean ours(Set<String> sent, CaughtMail.Content content) {
    return sent.contains(content.messageId());
  }

  private Set<String> sent(Reader reader) {
    return new HashSet<>(
        database.list(
            sql("select message_id from notification_mail where agent_id = ?", reader.agent())
                .add("union select s.message_id from sending s join correspondence c")
                .add("on c.tenant_id = s.tenant_id and c.id = s.correspondence_id where")
                .add(Visibility.condition("c", reader))
                .add("union select k.message_id from acknowledgement k join correspondence c")
                .add("on c.tenant_id = k.tenant_id and c.id = k.correspondence_id where")
                .add(Visibility.condition("c", reader))
                .add(
                    "union select r.message_id from mailing_recipient r join mailing m on m.tenant_id = r.tenant_id and m.id = r.mailing_id"
                        + " join correspondence c on c.tenant_id = m.tenant_id and c.id = m.correspondence_id where")
                .add(Visibility.condition("c", reader)),
            row -> row.text("message_id")));
  }
}
