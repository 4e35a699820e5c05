package fr.vaguemestre.notification;

import fr.vaguemestre.mail.MailRejected;
import fr.vaguemestre.mail.MailSender;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Work;
import fr.vaguemestre.outbox.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Hands a mail of notifications to the mail server. After a crash in between it is sent again,
 * under the same Message-ID: better told twice than never.
 */
@ApplicationScoped
public class NotificationDeparture implements Worker {
  @Inject NotificationMails mails;
  @Inject AccountEndTellings ends;
  @Inject MailSender sender;

  @Override
  public Kind kind() {
    return Kind.NOTIFY;
  }

  @Override
  public void carryOut(Work work) throws Hopeless {
    var mail = mails.compose(work.subject()).or(() -> ends.compose(work.subject()));
    if (mail.isPresent()) {
      try {
        sender.send(mail.get());
      } catch (MailRejected e) {
        throw new Hopeless(e.getMessage());
      }
    }
  }
}
