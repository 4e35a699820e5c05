package fr.vaguemestre.dispatch;

import fr.vaguemestre.mail.MailDelayed;
import fr.vaguemestre.mail.MailDoubtful;
import fr.vaguemestre.mail.MailRejected;
import fr.vaguemestre.mail.MailSender;
import fr.vaguemestre.mail.OutgoingMail;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.outbox.Work;
import fr.vaguemestre.outbox.Worker;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Hands a reply's mail to the mail server, once. */
@ApplicationScoped
public class MailDeparture implements Worker {
  private static final Logger LOG = Logger.getLogger(MailDeparture.class.getName());
  private static final int TRIES = 3;

  @Inject Dispatches dispatches;
  @Inject MailSender sender;

  @Override
  public Kind kind() {
    return Kind.SEND_MAIL;
  }

  @Override
  public void carryOut(Work work) throws Hopeless {
    var mail = leave(work);
    if (mail.isEmpty()) {
      return;
    }
    try {
      sender.send(mail.get());
      dispatches.sent(work.subject());
    } catch (MailRejected e) {
      fail(work, e.getMessage());
      throw new Hopeless(e.getMessage());
    } catch (MailDoubtful e) {
      LOG.log(Level.WARNING, "nobody knows whether the mail " + work.subject() + " left", e);
      dispatches.doubted(work.subject());
    } catch (MailDelayed e) {
      if (work.attempt() >= Outbox.ATTEMPTS) {
        fail(work, e.getMessage());
      } else {
        dispatches.delayed(work.subject(), e.getMessage());
      }
      throw e;
    }
  }

  private Optional<OutgoingMail> leave(Work work) {
    try {
      return dispatches.leave(work.subject());
    } catch (RuntimeException e) {
      if (work.attempt() >= Outbox.ATTEMPTS) {
        fail(work, e.getMessage());
      }
      throw e;
    }
  }

  /**
   * Tried again when somebody acts on the letter in the same moment, or the refusal would be lost.
   */
  private void fail(Work work, String why) {
    for (int i = 1; i < TRIES; i++) {
      try {
        dispatches.failed(work.subject(), why);
        return;
      } catch (EJBException e) {
        LOG.log(Level.INFO, "the sending " + work.subject() + " is put back again", e);
      }
    }
    dispatches.failed(work.subject(), why);
  }
}
