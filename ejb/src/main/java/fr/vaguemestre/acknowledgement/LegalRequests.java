package fr.vaguemestre.acknowledgement;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.Channel;
import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.delay.DelayDate;
import fr.vaguemestre.delay.Delays;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.qualification.Typology;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is known of requests before the law, and where they stand. */
@Stateless
public class LegalRequests {
  @Inject CorrespondenceActions actions;
  @Inject Database database;
  @Inject Acknowledgements acknowledgements;
  @Inject Quarantine quarantine;
  @Inject Stages stages;
  @Inject Typology typology;
  @Inject Delays delays;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** Where a letter that this reader sees stands today. */
  public LegalPanel panel(Reader reader, long letter) {
    var seen = actions.visible(reader, letter);
    var facts = facts(seen);
    var today = tenants.current().today(clock);
    var apart = quarantine.of(letter);
    boolean owed = apart.filter(Quarantine.Standing::held).isEmpty();
    var situation =
        withdrawnOn(letter)
            .map(on -> LegalSituation.withdrawn(facts, on, today))
            .orElseGet(
                () ->
                    LegalSituation.of(
                        facts, owed && electronic(seen), delays.clock(null, null), today));
    return new LegalPanel(
        facts,
        reasons(seen)
            .filter(asked -> current(asked, seen, facts))
            .map(asked -> situation.reasoned(asked, delays.clock(null, null), today))
            .orElse(situation),
        acknowledgements.given(letter),
        apart.orElse(null),
        stages.of(seen));
  }

  /** Whether it came by electronic means: it is acknowledged as R112-11-2 says. */
  static boolean electronic(Correspondence letter) {
    return letter.channel() == Channel.EMAIL || letter.channel() == Channel.WEB;
  }

  /** The last time the reasons of a refusal by silence were asked for; none otherwise. */
  public Optional<ReasonsRequest> reasons(Correspondence letter) {
    return database.first(
        sql(
            "select * from reasons_request where correspondence_id = ? order by refused_on desc limit 1",
            letter.id()),
        row ->
            new ReasonsRequest(row.date("refused_on"), row.date("asked_on"), row.date("given_on")));
  }

  /**
   * Whether they are those of the refusal as it stands; the reply that gives them decides nothing.
   */
  private boolean current(ReasonsRequest asked, Correspondence letter, LegalFacts facts) {
    return recorded(letter).notifiedOn() == null
        && withdrawnOn(letter.id()).isEmpty()
        && born(facts).filter(asked.refusedOn()::equals).isPresent();
  }

  /** The day silence decided, when it is over. */
  public Optional<LocalDate> born(LegalFacts facts) {
    var today = tenants.current().today(clock);
    return facts.question().faults().isEmpty()
        ? decision(facts).filter(today::isAfter)
        : Optional.empty();
  }

  /** When the person withdrew it; none otherwise. */
  public Optional<LocalDate> withdrawnOn(long letter) {
    return database.first(
        sql(
            "select withdrawn_at from submission where correspondence_id = ? and withdrawn_at is not null",
            letter),
        row -> delays.legalDate(row.instant("withdrawn_at")));
  }

  /**
   * What is known of a letter: what was recorded, and the answer that left. [C] It counts from the
   * day it left, the first that did not come back: the day it was received is not known.
   */
  public LegalFacts facts(Correspondence letter) {
    var recorded = recorded(letter);
    return recorded.notifiedOn() != null
        ? recorded
        : database
            .first(
                sql(
                    """
                    select min(done_at) as at from sending
                     where correspondence_id = ? and reply_version_id is not null and status = 'SENT'
                    """,
                    letter.id()),
                row -> Optional.ofNullable(row.instant("at")).map(delays::legalDate))
            .flatMap(answered -> answered)
            .map(recorded::notified)
            .orElse(recorded);
  }

  /** What was decided and recorded for a letter; of an untouched one, what its type says. */
  public LegalFacts recorded(Correspondence letter) {
    return database
        .first(
            sql("select * from legal_request where correspondence_id = ?", letter.id()),
            row -> read(row, letter.arrivalDate()))
        .orElseGet(() -> ofType(letter));
  }

  /** What its type says of it, whatever was decided. */
  public LegalFacts ofType(Correspondence letter) {
    return LegalFacts.of(typology.request(letter.type(), letter.arrivalDate()));
  }

  /**
   * Keeps them; the caller has passed the door. The law's clock must be able to take them. A
   * decision of silence that they undo is forgotten, so that the watch looks at the letter again.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void keep(long letter, LegalFacts facts, String words) {
    facts.question().faults().stream()
        .findFirst()
        .ifPresent(
            fault -> {
              throw fault;
            });
    var pieces = facts.pieces();
    database.update(
        sql(
            """
            insert into legal_request (correspondence_id, regime, regime_reason, regime_words, months, days, pieces, pieces_asked_on,
                                       pieces_deadline_days, pieces_received_on, moved_days, transferred_on, transferred_to, notified_on)
            values (?, ?, ?, ?, ?::integer, ?::integer, ?, ?::date, ?::integer, ?::date, ?::integer, ?::date, ?, ?::date)
            on conflict (tenant_id, correspondence_id) do update set
              regime = excluded.regime, regime_reason = excluded.regime_reason,
              regime_words = coalesce(excluded.regime_words, legal_request.regime_words), months = excluded.months,
              days = excluded.days, pieces = excluded.pieces, pieces_asked_on = excluded.pieces_asked_on,
              pieces_deadline_days = excluded.pieces_deadline_days, pieces_received_on = excluded.pieces_received_on,
              moved_days = excluded.moved_days,
              transferred_on = excluded.transferred_on, transferred_to = excluded.transferred_to, notified_on = excluded.notified_on
            """,
            letter,
            facts.regime(),
            facts.reason(),
            words,
            facts.months(),
            facts.days(),
            pieces.list().isEmpty() ? null : String.join("\n", pieces.list()),
            pieces.askedOn(),
            pieces.deadlineDays(),
            pieces.receivedOn(),
            pieces.movedDays(),
            facts.transferredOn(),
            facts.transferredTo(),
            facts.notifiedOn()));
    var silence = decision(facts);
    database.update(
        sql(
            "delete from tacit_decision where correspondence_id = ? and decided_on is distinct from ?::date",
            letter,
            silence.orElse(null)));
  }

  /**
   * The day at whose end silence decides, of facts the clock can take; none while nothing is due,
   * when somebody decided before, or when another administration is competent.
   */
  public Optional<LocalDate> decision(LegalFacts facts) {
    if (facts.transferredOn() != null) {
      return Optional.empty();
    }
    return Optional.ofNullable(delays.clock(null, null).answer(facts.question()).implicit())
        .map(DelayDate::date);
  }

  /** When the last pieces that the person added came, those asked for earlier left out. */
  public Optional<LocalDate> piecesAddedOn(long letter, LocalDate asked) {
    return database
        .first(
            sql(
                """
                select max(a.received_at) as at from submission_addition a
                  join submission s on s.tenant_id = a.tenant_id and s.id = a.submission_id
                 where s.correspondence_id = ? and a.kind = 'PIECES'
                """,
                letter),
            row -> Optional.ofNullable(row.instant("at")).map(delays::legalDate))
        .flatMap(day -> day)
        .filter(day -> !day.isBefore(asked));
  }

  private static LegalFacts read(Row row, LocalDate received) {
    var pieces = row.text("pieces");
    return new LegalFacts(
        received,
        row.constant("regime", Regime.class),
        row.constant("regime_reason", RegimeReason.class),
        integer(row.numberOrNull("months")),
        integer(row.numberOrNull("days")),
        new LegalFacts.Pieces(
            pieces == null ? List.of() : pieces.lines().toList(),
            row.date("pieces_asked_on"),
            integer(row.numberOrNull("pieces_deadline_days")),
            row.date("pieces_received_on"),
            integer(row.numberOrNull("moved_days"))),
        row.date("transferred_on"),
        row.text("transferred_to"),
        row.date("notified_on"));
  }

  private static Integer integer(Long value) {
    return value == null ? null : value.intValue();
  }
}
