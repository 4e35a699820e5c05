package fr.vaguemestre.transmission;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.contact.Contact;
import fr.vaguemestre.contact.Contacts;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.correspondence.Document;
import fr.vaguemestre.correspondence.DocumentFiles;
import fr.vaguemestre.correspondence.IncomingFile;
import fr.vaguemestre.dispatch.Means;
import fr.vaguemestre.dispatch.TransmissionDeparture;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Handing documents of a letter to outside services, and recording what comes back (SEN2). */
@Stateless
public class Transmissions {
  private static final int LONGEST = 2000;

  @PersistenceContext EntityManager em;
  @Inject CorrespondenceActions actions;
  @Inject TransmissionDeparture departure;
  @Inject DocumentFiles documents;
  @Inject Contacts contacts;
  @Inject Database database;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** Hands one document outside; the mail leaves after the commit. */
  public void transmit(Reader reader, long letter, long seenVersion, @Valid TransmissionWish wish) {
    var acting = actions.acting(reader, letter, Action.TRANSMIT);
    int position =
        (int)
            database.count(
                sql(
                    "select coalesce(max(position), 0) + 1 as count from transmission where correspondence_id = ?",
                    letter));
    var mark = Transmission.mark(position);
    var found =
        actions.begin(
            acting,
            letter,
            seenVersion,
            Action.TRANSMIT,
            Map.of("mark", mark, "means", wish.means()),
            wish.motive());
    var document = em.find(Document.class, wish.document());
    if (document == null || document.correspondence().id() != letter) {
      throw Refusal.field("document", "transmission.document-missing");
    }
    var sentOn = sentOn(wish);
    var service = service(reader, wish);
    var transmission =
        new Transmission(letter, position, wish, service.id(), sentOn, acting, clock.instant());
    em.persist(transmission);
    em.flush();
    departure.leave(
        acting,
        found,
        new TransmissionDeparture.Parcel(
            transmission.id(),
            found.chrono() + "." + mark,
            service,
            wish.motive().strip(),
            wish.expectedOn(),
            wish.means(),
            wish.registeredNumber()));
  }

  /**
   * Records that a document came back; or that one whose mail never arrived is awaited no more.
   *
   * @param file what came with it, kept already; null for none
   */
  public void comeBack(
      Reader reader, long letter, long seenVersion, ReturnWish wish, IncomingFile file) {
    if (wish.comment() != null && wish.comment().length() > LONGEST) {
      throw Refusal.field("comment", "transmission.comment-too-long", LONGEST);
    }
    var acting = actions.acting(reader, letter, Action.RECORD_RETURN);
    var open = open(letter);
    var which =
        wish.transmission() == null && open.size() == 1 ? open.getFirst() : wish.transmission();
    var gone = which == null ? null : em.find(Transmission.class, which);
    boolean ours = gone != null && gone.correspondence() == letter;
    Map<String, String> facts = ours ? Map.of("mark", gone.mark()) : Map.of();
    var found =
        wish.settled()
            ? actions.beginStaying(
                acting,
                letter,
                seenVersion,
                Action.RECORD_RETURN,
                "SETTLE_TRANSMISSION",
                facts,
                wish.comment())
            : actions.begin(
                acting, letter, seenVersion, Action.RECORD_RETURN, facts, wish.comment());
    if (!ours) {
      throw Refusal.field("transmission", "transmission.which");
    }
    var today = tenants.current().today(clock);
    if (wish.settled()) {
      if (file != null) {
        throw Refusal.field("settled", "transmission.settled-with-file");
      }
      gone.settle(acting, today, wish.comment());
      return;
    }
    var on = wish.returnedOn() == null ? today : wish.returnedOn();
    if (on.isAfter(today)) {
      throw Refusal.field("returnedOn", "transmission.in-the-future");
    }
    gone.comeBack(
        acting,
        on,
        wish.comment(),
        file == null ? null : documents.attach(found, file, acting.actor()));
  }

  /** Every transmission of the letter, in the order of their marks. */
  public List<TransmissionLine> of(Reader reader, long letter) {
    actions.visible(reader, letter);
    var lines = new TransmissionLines(tenants.current().today(clock));
    return database.list(sql(TransmissionLines.SELECT, letter), lines::line);
  }

  /** The ids of those that have not come back and are not settled, in the order of their marks. */
  public List<Long> open(long letter) {
    return database.list(
        sql(
            "select id from transmission where correspondence_id = ? and returned_on is null and settled_on is null order by position",
            letter),
        row -> row.number("id"));
  }

  private LocalDate sentOn(TransmissionWish wish) {
    var today = tenants.current().today(clock);
    var on = wish.sentOn() == null || wish.means() == Means.EMAIL ? today : wish.sentOn();
    if (on.isAfter(today)) {
      throw Refusal.field("sentOn", "transmission.in-the-future");
    }
    if (wish.expectedOn() != null && wish.expectedOn().isBefore(on)) {
      throw Refusal.field("expectedOn", "transmission.expected-before-sent");
    }
    return on;
  }

  private Contact service(Reader reader, TransmissionWish wish) {
    if (wish.serviceId() != null) {
      return contacts.service(reader, wish.serviceId());
    }
    if (wish.service() == null || wish.service().nameless()) {
      throw Refusal.field("service", "transmission.service-missing");
    }
    return contacts.findOrCreate(wish.service());
  }
}
