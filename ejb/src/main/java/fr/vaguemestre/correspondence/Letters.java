package fr.vaguemestre.correspondence;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.circuit.CircuitVersion;
import fr.vaguemestre.circuit.Circuits;
import fr.vaguemestre.circuit.State;
import fr.vaguemestre.contact.Contacts;
import fr.vaguemestre.extraction.ExtractionStatus;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.Unit;
import fr.vaguemestre.outbox.IndexQueue;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.qualification.Typology;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * The birth of a correspondence, its filing and the results of reading its files. Edges come
 * through {@code capture}.
 */
@Stateless
public class Letters {
  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject Circuits circuits;
  @Inject Typology typology;
  @Inject Contacts contacts;
  @Inject Organisation organisation;
  @Inject CorrespondenceActions actions;
  @Inject Outbox outbox;
  @Inject IndexQueue index;
  @Inject Journal journal;
  @Inject ChronoNumbers numbers;
  @Inject DocumentFiles documentFiles;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /**
   * Makes the letter, its documents, its journal entry and its number. To be called in {@code
   * capture}'s transaction.
   *
   * @param beforeNumber what else the transaction writes, given the letter's id: done before the
   *     number, whose counter stays locked until the commit
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Registered register(
      Reader reader,
      @Valid Registration given,
      List<IncomingFile> files,
      LongConsumer beforeNumber) {
    var town = tenants.current();
    var today = town.today(clock);
    var wish = given.arrivalDate() == null ? given.arrivedOn(today) : given;
    wish.allow(reader);
    refuseImpossibleDates(wish, today);
    var circuit = circuits.inForce(Circuits.INCOMING);
    var letter =
        new Correspondence(
            wish,
            filing(reader, wish),
            reader.agent(),
            circuit,
            first(circuit, wish),
            clock.instant());
    wish.copyUnits()
        .forEach(
            c -> letter.join(Participant.unit(Participant.Role.COPY, unit("copyUnits", c).id())));
    wish.copyAgents()
        .forEach(
            a ->
                letter.join(Participant.agent(Participant.Role.COPY, agent("copyAgents", a).id())));
    if (wish.assignee() != null && !wish.assignee().isBlank()) {
      letter.assign(letter.unit(), agent("assignee", wish.assignee()));
    }
    em.persist(letter);
    var documents = new ArrayList<Document>();
    for (var file : files) {
      var document = new Document(letter, documents.size(), file, reader.agent(), clock.instant());
      em.persist(document);
      documents.add(document);
    }
    em.flush();
    for (int i = 0; i < files.size(); i++) {
      haveRead(documents.get(i), files.get(i));
    }
    journal.record(
        reader,
        letter.id(),
        "REGISTER",
        null,
        letter.state(),
        Map.of("channel", wish.channel(), "type", wish.type(), "unit", letter.unit().code()),
        null);
    index.add(letter.id());
    beforeNumber.accept(letter.id());
    var chrono = numbers.give(town, letter.id(), wish.category());
    return new Registered(letter.id(), chrono, letter.state(), letter.deadline(), false);
  }

  /**
   * Changes what a letter is about; see {@code circuit}: QUALIFY, which sends it to its unit's
   * basket.
   */
  public void qualify(
      Reader reader, long id, long seenVersion, @Valid Registration wish, String note) {
    var letter =
        actions.begin(
            reader,
            id,
            seenVersion,
            Action.QUALIFY,
            Map.of("type", wish.type(), "unit", String.valueOf(wish.unit())),
            note);
    letter.file(filing(reader, wish));
    letter.assign(letter.unit(), null);
  }

  private void haveRead(Document document, IncomingFile file) {
    var known = file.uploadId() == null ? null : readAhead(file.uploadId());
    if (known == null) {
      outbox.intend(Kind.EXTRACT_DOCUMENT, document.id());
    } else {
      documentFiles.keep(document, known);
    }
  }

  /** What reading the dropped file gave, or null while it is still being read. */
  private ReadResult readAhead(long upload) {
    return database
        .first(
            sql("select * from upload where id = ? and extraction <> 'PENDING'", upload),
            row ->
                new ReadResult(
                    row.constant("extraction", ExtractionStatus.class),
                    row.text("extraction_reason"),
                    integer(row.numberOrNull("pages")),
                    integer(row.numberOrNull("pages_read")),
                    row.text("body"),
                    row.text("rendition_sha256"),
                    row.text("thumbnail_sha256")))
        .orElse(null);
  }

  /**
   * Outside the circuit when politically sensitive (O4), else to be qualified or qualified already.
   */
  private static State first(CircuitVersion circuit, Registration wish) {
    if (wish.sensitive()) {
      return circuit.outside().orElseThrow();
    }
    return wish.toQualify() ? circuit.initial() : circuit.qualified();
  }

  private Filing filing(Reader reader, Registration wish) {
    var type =
        typology
            .type(wish.type())
            .filter(t -> t.active())
            .orElseThrow(() -> Refusal.field("type", "qualification.unknown-type", wish.type()));
    var priority =
        blank(wish.priority())
            ? typology.usualPriority()
            : typology
                .priority(wish.priority())
                .orElseThrow(
                    () ->
                        Refusal.field(
                            "priority", "qualification.unknown-priority", wish.priority()));
    var unit = blank(wish.unit()) ? type.defaultUnit() : unit("unit", wish.unit());
    boolean stays = wish.toQualify() || wish.sensitive() && blank(wish.unit());
    if (stays && reader.mainUnit() != null) {
      unit = unit("unit", reader.mainUnit());
    }
    if (unit == null) {
      throw Refusal.field("unit", "correspondence.unit-missing");
    }
    var sender =
        wish.senderId() != null
            ? contacts.get(wish.senderId())
            : wish.sender() == null ? null : contacts.findOrCreate(wish.sender());
    return new Filing(
        wish.subject().strip(), type, priority, sender, unit, wish.confidential(), wish.deadline());
  }

  private static void refuseImpossibleDates(Registration wish, LocalDate today) {
    var tomorrow = today.plusDays(1);
    if (wish.arrivalDate().isAfter(tomorrow)) {
      throw Refusal.field("arrivalDate", "correspondence.date-in-the-future");
    }
    if (wish.documentDate() != null && wish.documentDate().isAfter(tomorrow)) {
      throw Refusal.field("documentDate", "correspondence.date-in-the-future");
    }
    if (wish.deadline() != null && wish.deadline().isBefore(wish.arrivalDate())) {
      throw Refusal.field("deadline", "correspondence.deadline-before-arrival");
    }
  }

  private Unit unit(String field, String code) {
    return organisation
        .unit(code)
        .filter(Unit::open)
        .orElseThrow(() -> Refusal.field(field, "organisation.unknown-unit", code));
  }

  private Agent agent(String field, String login) {
    return organisation
        .agent(login)
        .filter(Agent::active)
        .orElseThrow(() -> Refusal.field(field, "organisation.unknown-agent", login));
  }

  private static boolean blank(String s) {
    return s == null || s.isBlank();
  }

  private static Integer integer(Long value) {
    return value == null ? null : value.intValue();
  }
}
