package fr.vaguemestre.dispatch;

import fr.vaguemestre.mail.MailDelayed;
import fr.vaguemestre.mail.MailRejected;
import fr.vaguemestre.mail.MailSender;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.outbox.Work;
import fr.vaguemestre.outbox.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Hands a reply's mail to the mail server, once. */
@ApplicationScoped
public class MailDeparture implements Worker {
  @Inject Dispatches dispatches;
  @Inject MailSender sender;

  @Override
  public Kind kind() {
    return Kind.SEND_MAIL;
  }

  @Override
  public void carryOut(Work work) throws Hopeless {
    var mail = dispatches.leave(work.subject());
    if (mail.isEmpty()) {
      return;
    }
    try {
      sender.send(mail.get());
      dispatches.sent(work.subject());
    } catch (MailRejected e) {
      dispatches.failed(work.subject(), e.getMessage());
      throw new Hopeless(e.getMessage());
    } catch (MailDelayed e) {
      if (work.attempt() >= Outbox.ATTEMPTS) {
        dispatches.failed(work.subject(), e.getMessage());
      } else {
        dispatches.delayed(work.subject(), e.getMessage());
      }
      throw e;
    }
  }
}
