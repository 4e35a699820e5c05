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
 * shown those sent for a letter they see (O8).
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
            sql("select s.message_id from sending s join correspondence c on c.tenant_id = s.tenant_id and c.id = s.correspondence_id where")
                .add(Visibility.condition("c", reader)),
            row -> row.text("message_id")));
  }
}
