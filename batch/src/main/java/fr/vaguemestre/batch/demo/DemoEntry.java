package fr.vaguemestre.batch.demo;

import fr.vaguemestre.access.ApiClientAdministration;
import fr.vaguemestre.access.ApiClientWish;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Scope;
import fr.vaguemestre.capture.Captures;
import fr.vaguemestre.capture.ForwardWish;
import fr.vaguemestre.capture.Forwardings;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.capture.MailboxLine;
import fr.vaguemestre.capture.MailboxWish;
import fr.vaguemestre.capture.Mailboxes;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.publik.PublikKeyWish;
import fr.vaguemestre.publik.PublikKeys;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.List;

/** Where letters enter a demo town besides its mail office (O2, O21). Bears being run again. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DemoEntry {
  @Inject Mailboxes mailboxes;
  @Inject Captures captures;
  @Inject Forwardings forwardings;
  @Inject DemoPasswords accounts;
  @Inject ApiClientAdministration clients;
  @Inject PublikKeys portals;
  @Inject Organisation organisation;

  public void install(DemoTown town, Reader founder) {
    var known = mailboxes.list(founder).stream().map(MailboxLine::address).toList();
    town.mailboxes().stream()
        .filter(m -> !known.contains(m.address()))
        .forEach(
            m ->
                mailboxes.save(
                    founder, new MailboxWish(null, m.address(), m.label(), m.unit(), true), null));
  }

  /** The applications that send what people ask for (API1). */
  public void machines(DemoTown town, Reader founder) {
    town.machines().stream()
        .filter(m -> organisation.agent(m.login()).isEmpty())
        .forEach(m -> clients.open(founder, account(m), DemoLoader.PASSWORD));
    town.machines().stream()
        .filter(m -> m.portal() != null && portals.of(founder, m.login()).isEmpty())
        .forEach(
            m ->
                portals.keep(
                    founder, m.login(), new PublikKeyWish(m.portal(), m.portalKey(), null)));
  }

  private static ApiClientWish account(DemoTown.Machine machine) {
    return new ApiClientWish(
        machine.login(),
        machine.label(),
        machine.unit(),
        null,
        List.of(),
        EnumSet.allOf(Scope.class),
        null,
        ApiClientWish.USUAL_CALLS,
        null);
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
