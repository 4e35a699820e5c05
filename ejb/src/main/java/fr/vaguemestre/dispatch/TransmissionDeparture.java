package fr.vaguemestre.dispatch;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.contact.Contact;
import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** A document handed to an outside service leaves, by mail or by post, like a reply does. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class TransmissionDeparture {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);

  @PersistenceContext EntityManager em;
  @Inject SendingMails mails;
  @Inject Outbox outbox;
  @Inject Database database;
  @Inject Tenants tenants;
  @Inject Readers readers;
  @Inject Journal journal;
  @Inject Clock clock;

  /**
   * What leaves: the transmission's id, its number ({@code PONT/2026A/1.A}), for whom, why, the day
   * a return is expected (or null), by which means, the registered number of a post (or null).
   */
  public record Parcel(
      long transmission,
      String number,
      Contact service,
      String motive,
      LocalDate expectedOn,
      Means means,
      String registeredNumber) {}

  /** The caller has passed the door. */
  public void leave(Reader acting, Correspondence letter, Parcel parcel) {
    boolean mail = parcel.means() == Means.EMAIL;
    if (mail && mails.from(letter) == null) {
      throw Refusal.field("means", "dispatch.from-missing", letter.unit().label());
    }
    if (mail && !SendingMails.isAddress(parcel.service().email())) {
      throw Refusal.field("means", "dispatch.service-address-missing", parcel.service().name());
    }
    var wish =
        mail
            ? new SendingWish(
                Means.EMAIL,
                parcel.service().email(),
                SendingMails.subject("Transmission " + parcel.number() + " : " + letter.subject()),
                text(letter, parcel),
                null)
            : new SendingWish(
                Means.POST, parcel.service().name(), null, null, parcel.registeredNumber());
    var sending =
        Sending.ofTransmission(letter.id(), parcel.transmission(), wish, acting, clock.instant());
    em.persist(sending);
    em.flush();
    if (mail) {
      outbox.intend(Kind.SEND_MAIL, sending.id());
    }
  }

  /**
   * Its mail never arrived: the transmission stays to be settled, and who handed it over is told.
   *
   * @param why in words
   */
  public void undelivered(Sending sending, String why) {
    database.update(
        sql("update transmission set undelivered = true where id = ?", sending.transmission()));
    journal.record(
        readers.asIfOpen(sending.askedBy()).orElseThrow(),
        sending.correspondence(),
        "UNDELIVERED",
        null,
        null,
        Map.of("sending", sending.id(), "transmission", sending.transmission()),
        why);
  }

  private String text(Correspondence letter, Parcel parcel) {
    return """
    Bonjour,

    Veuillez trouver ci-joint une pièce du courrier « %s ».

    %s
    %s
    Merci de rappeler la référence %s dans votre retour.

    %s
    %s
    """
        .formatted(
            letter.subject(),
            parcel.motive(),
            parcel.expectedOn() == null
                ? ""
                : "\nVotre retour est attendu pour le "
                    + DAY.format(parcel.expectedOn()).replaceFirst("^1 ", "1er ")
                    + ".\n",
            parcel.number(),
            letter.unit().label(),
            tenants.current().name());
  }
}
