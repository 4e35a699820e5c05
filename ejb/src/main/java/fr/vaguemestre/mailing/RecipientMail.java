package fr.vaguemestre.mailing;

import fr.vaguemestre.mail.MailDelayed;
import fr.vaguemestre.mail.MailDoubtful;
import fr.vaguemestre.mail.MailRejected;
import fr.vaguemestre.mail.MailSender;
import fr.vaguemestre.mail.OutgoingMail;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.outbox.Work;
import fr.vaguemestre.outbox.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Hands one recipient's mail to the mail server, once. */
@ApplicationScoped
public class RecipientMail implements Worker {
  @Inject Recipients recipients;
  @Inject MailSender sender;

  @Override
  public Kind kind() {
    return Kind.MAIL_RECIPIENT;
  }

  @Override
  public void carryOut(Work work) {
    var mail = leave(work);
    if (mail.isEmpty()) {
      return;
    }
    try {
      sender.send(mail.get());
      recipients.sent(work.subject());
    } catch (MailRejected e) {
      recipients.failed(work.subject(), e.getMessage());
    } catch (MailDoubtful e) {
      recipients.doubted(work.subject());
    } catch (MailDelayed e) {
      if (work.attempt() >= Outbox.ATTEMPTS) {
        recipients.failed(work.subject(), e.getMessage());
      } else {
        recipients.delayed(work.subject());
      }
      throw e;
    }
  }

  private Optional<OutgoingMail> leave(Work work) {
    try {
      return recipients.leave(work.subject());
    } catch (RuntimeException e) {
      if (work.attempt() >= Outbox.ATTEMPTS) {
        recipients.failed(work.subject(), "mailing.not-made");
      }
      throw e;
    }
  }
}
