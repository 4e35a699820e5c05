package fr.vaguemestre.acknowledgement;

import fr.vaguemestre.mail.MailDoubtful;
import fr.vaguemestre.mail.MailRejected;
import fr.vaguemestre.mail.MailSender;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.outbox.Work;
import fr.vaguemestre.outbox.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Hands an acknowledgement to the mail server. After a crash in between it is sent again, under the
 * same Message-ID: better acknowledged twice than never. Whatever ends badly ends as FAILED, which
 * agents see and operators replay; nobody is written to six times.
 */
@ApplicationScoped
public class AcknowledgementDeparture implements Worker {
  private static final Logger LOG = Logger.getLogger(AcknowledgementDeparture.class.getName());
  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("messages.acknowledgement", Locale.FRENCH);

  @Inject AcknowledgementMails mails;
  @Inject MailSender sender;

  @Override
  public Kind kind() {
    return Kind.ACKNOWLEDGE;
  }

  @Override
  public void carryOut(Work work) throws Hopeless {
    long id = work.subject();
    try {
      var mail = mails.compose(id, work.attempt() == 1);
      if (mail.isPresent()) {
        sender.send(mail.get());
        mails.sent(id);
      }
    } catch (MailDoubtful e) {
      LOG.log(Level.WARNING, "nobody knows whether the acknowledgement " + id + " left", e);
      mails.failed(id, WORDS.getString("acknowledgement.interrupted"));
    } catch (RuntimeException e) {
      var rejected = rejected(e);
      if (rejected.isPresent()) {
        mails.failed(id, rejected.get());
        throw new Hopeless(rejected.get());
      }
      if (work.attempt() >= Outbox.ATTEMPTS) {
        mails.failed(id, e.getMessage());
      }
      throw e;
    }
  }

  /** What the server, or the message itself, says never to; beans wrap what they throw. */
  private static Optional<String> rejected(RuntimeException failure) {
    return Stream.<Throwable>iterate(failure, e -> e != null, Throwable::getCause)
        .limit(20)
        .filter(MailRejected.class::isInstance)
        .map(e -> String.valueOf(e.getMessage()))
        .findFirst();
  }
}
