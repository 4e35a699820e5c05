package fr.vaguemestre.correspondence;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.CircuitVersion;
import fr.vaguemestre.circuit.Circuits;
import fr.vaguemestre.circuit.State;
import fr.vaguemestre.extraction.ExtractionStatus;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.outbox.IndexQueue;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The birth of a correspondence. Edges come through {@code capture}. */
@Stateless
public class Letters {
  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject Circuits circuits;
  @Inject Filings filings;
  @Inject Organisation organisation;
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
    given.allow(reader);
    return receive(reader, given, files, beforeNumber);
  }

  /**
   * The same for what people send themselves through a machine account: {@code submission} has made
   * sure that it may bring this.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Registered receive(
      Reader reader,
      @Valid Registration given,
      List<IncomingFile> files,
      LongConsumer beforeNumber) {
    var town = tenants.current();
    var today = town.today(clock);
    var wish = given.arrivalDate() == null ? given.arrivedOn(today) : given;
    filings.refuseImpossibleDates(wish, today);
    var circuit = circuits.inForce(Circuits.INCOMING);
    var filing = filings.of(reader, wish, null);
    var letter =
        new Correspondence(
            wish, filing, reader.agent(), circuit, first(circuit, wish), clock.instant());
    wish.copyUnits()
        .forEach(
            c ->
                letter.join(
                    Participant.unit(
                        Participant.Role.COPY, organisation.openUnit("copyUnits", c).id())));
    wish.copyAgents()
        .forEach(
            a ->
                letter.join(
                    Participant.agent(
                        Participant.Role.COPY, organisation.activeAgent("copyAgents", a).id())));
    if (wish.assignee() != null && !wish.assignee().isBlank()) {
      letter.assign(letter.unit(), organisation.activeAgent("assignee", wish.assignee()));
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
        reader, letter.id(), "REGISTER", null, letter.state(), facts(wish, letter), null);
    filing.record(journal, reader, letter.id(), null, null);
    index.add(letter.id());
    beforeNumber.accept(letter.id());
    var chrono = numbers.give(town, letter.id(), wish.category());
    return new Registered(letter.id(), chrono, letter.state(), letter.deadline(), false);
  }

  private void haveRead(Document document, IncomingFile file) {
    var known = file.uploadId() == null ? null : readAhead(file.uploadId());
    if (known == null) {
      outbox.intend(Kind.EXTRACT_DOCUMENT, document.id());
    } else {
      documentFiles.keep(document, known);
    }
  }

  private static Map<String, Object> facts(Registration wish, Correspondence letter) {
    var facts = new HashMap<String, Object>();
    facts.put("channel", wish.channel());
    facts.put("type", wish.type());
    facts.put("unit", letter.unit().code());
    var copies =
        Stream.concat(
                wish.copyUnits().stream().map(code -> "u:" + code),
                wish.copyAgents().stream().map(login -> "a:" + login))
            .collect(Collectors.joining(","));
    facts.put("copies", copies.isEmpty() ? null : copies);
    return facts;
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

  private static Integer integer(Long value) {
    return value == null ? null : value.intValue();
  }
}
