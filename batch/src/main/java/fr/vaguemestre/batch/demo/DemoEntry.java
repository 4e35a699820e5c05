package fr.vaguemestre.batch.demo;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.capture.Captures;
import fr.vaguemestre.capture.ForwardWish;
import fr.vaguemestre.capture.Forwardings;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.capture.MailboxLine;
import fr.vaguemestre.capture.MailboxWish;
import fr.vaguemestre.capture.Mailboxes;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;

/** Where letters enter a demo town besides its mail office (O2, O21). Bears being run again. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoEntry {
  @Inject Mailboxes mailboxes;
  @Inject Captures captures;
  @Inject Forwardings forwardings;
  @Inject DemoPasswords accounts;

  public void install(DemoTown town, Reader founder) {
    var known = mailboxes.list(founder).stream().map(MailboxLine::address).toList();
    town.mailboxes().stream()
        .filter(m -> !known.contains(m.address()))
        .forEach(
            m ->
                mailboxes.save(
                    founder, new MailboxWish(null, m.address(), m.label(), m.unit(), true), null));
  }

  /** What units have received and the mail office has not registered yet. */
  public void forward(DemoTown town, DemoFiles files, DemoDates dates) {
    for (var one : town.forwarded()) {
      var agent = accounts.reader(one.by());
      if (forwardings.sent(agent).isEmpty() && forwardings.registered(agent).isEmpty()) {
        var file = files.of(one.letter());
        captures.drop(agent, new GivenFile(file.name(), new ByteArrayInputStream(file.bytes())));
        forwardings.forward(
            agent, new ForwardWish(one.words(), dates.day(one.letter().arrivalDay())));
      }
    }
  }
}
