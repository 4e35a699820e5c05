package fr.vaguemestre.acknowledgement;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.Invisible;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Giving acknowledgements, kept in the words in which they were given. */
@Stateless
public class Acknowledgements {
  @Inject Database database;
  @Inject Wordings wordings;
  @Inject Correspondents correspondents;
  @Inject Outbox outbox;
  @Inject Tenants tenants;

  /**
   * What an electronic submission is at once acknowledged with.
   *
   * @param number made from what the sender is given, known before the letter's own
   * @param subject as they wrote it
   * @param unit row id of the unit that receives it
   * @param email where it leaves by mail too; null for nowhere
   */
  public record Entry(
      long letter, String number, String subject, Instant receivedAt, long unit, String email) {}

  /**
   * R112-11-2: acknowledges a submission, in the transaction that registers it. It says when it was
   * received, never when silence would decide.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public Acknowledgement atOnce(Reader by, Entry entry) {
    var town = tenants.current();
    var zone = town.zone();
    var received = LocalDate.ofInstant(entry.receivedAt(), zone);
    var mentions =
        new Mentions(
            Mention.owed(AcknowledgementKind.AEE, Regime.NONE, false),
            Map.of(Mention.RECEIVED_ON, FrenchDates.moment(entry.receivedAt().atZone(zone))));
    var text =
        mentions.in(
            wordings.of(AcknowledgementKind.AEE, false, entry.unit(), received),
            Map.of(
                "numero", entry.number(),
                "objet", Invisible.oneLine(entry.subject()),
                "collectivite", town.name()));
    boolean complete = mentions.missing(text).isEmpty();
    boolean mail = mailed(entry, town.email());
    give(
        by,
        new Departure(
            entry.letter(),
            AcknowledgementKind.AEE,
            entry.number(),
            mail ? Way.EMAIL : Way.ANSWER,
            mail ? entry.email() : null,
            "Accusé d’enregistrement électronique n° " + entry.number(),
            complete ? text : replaced(mentions, entry, town.name()),
            null,
            entry.receivedAt()));
    return of(entry.letter(), AcknowledgementKind.AEE).orElseThrow();
  }

  /**
   * An acknowledgement on its way.
   *
   * @param recipient null when it is in the answer alone
   * @param regime what an ARE tells that silence means; null of the others
   */
  record Departure(
      long letter,
      AcknowledgementKind kind,
      String number,
      Way way,
      String recipient,
      String subject,
      String text,
      Regime regime,
      Instant at) {}

  /** Keeps it and has it mailed; its mentions have been checked. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void give(Reader by, Departure departure) {
    long id =
        database
            .first(
                sql(
                    """
                    insert into acknowledgement (id, correspondence_id, kind, number, means, recipient, subject, body, regime, complete,
                                                 made_by, made_at, message_id, status)
                    values (nextval('row_id'), ?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?, ?, ?) returning id
                    """,
                    departure.letter(),
                    departure.kind(),
                    departure.number(),
                    departure.way(),
                    departure.recipient(),
                    departure.subject(),
                    departure.text(),
                    departure.regime(),
                    by.actor(),
                    departure.at(),
                    "<" + UUID.randomUUID() + "@vaguemestre.invalid>",
                    departure.way().first()),
                row -> row.number("id"))
            .orElseThrow();
    if (departure.way() == Way.EMAIL) {
      outbox.intend(Kind.ACKNOWLEDGE, id);
    }
  }

  /** Has the AEE of a letter leave by mail too, when it was in the answer alone. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void mailLate(long letter, String address) {
    database
        .first(
            sql(
                "update acknowledgement set means = ?, recipient = ?, status = ? where correspondence_id = ? and kind = ? and means = ? returning id",
                Way.EMAIL,
                address,
                Delivery.QUEUED,
                letter,
                AcknowledgementKind.AEE,
                Way.ANSWER),
            row -> row.number("id"))
        .ifPresent(id -> outbox.intend(Kind.ACKNOWLEDGE, id));
  }

  /** Says that a printed one was posted; whether it was still to be. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public boolean posted(long letter, String number, Instant at) {
    return database.update(
            sql(
                "update acknowledgement set status = ?, done_at = ? where correspondence_id = ? and number = ? and status = ?",
                Delivery.SENT,
                at,
                letter,
                number,
                Delivery.TO_POST))
        > 0;
  }

  /** The last of that kind given for a letter. */
  public Optional<Acknowledgement> of(long letter, AcknowledgementKind kind) {
    return given(letter).stream().filter(a -> a.kind() == kind).reduce((one, two) -> two);
  }

  /** All given for a letter, the first first; the caller has made sure that it may be read. */
  public List<Acknowledgement> given(long letter) {
    return database.list(
        sql(
            "select * from acknowledgement where correspondence_id = ? order by made_at, id",
            letter),
        Acknowledgements::read);
  }

  /** A town's text that lost the one mention owed gives way to the shipped one: none is refused. */
  private static String replaced(Mentions mentions, Entry entry, String town) {
    return mentions.in(
        Wordings.shipped(AcknowledgementKind.AEE),
        Map.of(
            "numero",
            entry.number(),
            "objet",
            Invisible.oneLine(entry.subject()),
            "collectivite",
            town));
  }

  private boolean mailed(Entry entry, String town) {
    return correspondents.answerable(entry.email())
        && (town != null
            || database.count(
                    sql(
                        "select count(*) as count from unit where id = ? and email is not null",
                        entry.unit()))
                > 0);
  }

  private static Acknowledgement read(Row row) {
    return new Acknowledgement(
        row.constant("kind", AcknowledgementKind.class),
        row.text("number"),
        row.text("body"),
        row.instant("made_at"),
        row.constant("means", Way.class),
        row.text("recipient"),
        row.constant("status", Delivery.class),
        row.text("reason"));
  }
}
