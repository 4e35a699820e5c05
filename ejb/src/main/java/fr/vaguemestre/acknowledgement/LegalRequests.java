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
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** What is known of requests before the law, and where they stand. */
@Stateless
public class LegalRequests {
  @Inject CorrespondenceActions actions;
  @Inject Database database;
  @Inject Acknowledgements acknowledgements;
  @Inject Quarantine quarantine;
  @Inject Stages stages;
  @Inject LegalBook book;
  @Inject Delays delays;
  @Inject Tenants tenants;
  @Inject Clock time;

  /** Where a letter that this reader sees stands today. */
  public LegalPanel panel(Reader reader, long letter) {
    var seen = actions.visible(reader, letter);
    var facts = facts(seen);
    var today = tenants.current().today(time);
    var apart = quarantine.of(letter);
    boolean owed = apart.filter(Quarantine.Standing::held).isEmpty();
    boolean opposable = opposable(seen, facts);
    var clock = delays.clock(null, null);
    var situation =
        withdrawnBefore(letter, facts)
            .map(on -> LegalSituation.withdrawn(facts, on, today))
            .orElseGet(
                () -> LegalSituation.of(facts, owed && electronic(seen), opposable, clock, today));
    return new LegalPanel(
        facts,
        reasons(seen)
            .filter(asked -> current(asked, seen, facts))
            .map(asked -> situation.reasoned(asked, opposable, clock, today))
            .orElse(situation),
        acknowledgements.given(letter),
        apart.orElse(null),
        stages.of(seen),
        quarantine.mayDecide(reader, seen));
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
    var today = tenants.current().today(time);
    return silence(facts).filter(today::isAfter);
  }

  /** The day silence decides; none of facts that the clock cannot take. */
  private Optional<LocalDate> silence(LegalFacts facts) {
    return facts.question().faults().isEmpty() ? decision(facts) : Optional.empty();
  }

  /** When the person withdrew it; none otherwise. */
  public Optional<LocalDate> withdrawnOn(long letter) {
    return database.first(
        sql(
            "select withdrawn_at from submission where correspondence_id = ? and withdrawn_at is not null",
            letter),
        row -> delays.legalDate(row.instant("withdrawn_at")));
  }

  /** When the person withdrew it, had silence not decided by then. */
  public Optional<LocalDate> withdrawnBefore(long letter, LegalFacts facts) {
    var decided = silence(facts);
    return withdrawnOn(letter).filter(on -> decided.filter(on::isAfter).isEmpty());
  }

  /**
   * What is known of a letter: what was recorded, and the answer that left; one that decides
   * nothing yet is none. [C] It counts from the day it left, the first that did not come back: the
   * day it was received is not known.
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
                     where correspondence_id = ? and reply_version_id is not null and status = 'SENT' and not interim
                    """,
                    letter.id()),
                row -> Optional.ofNullable(row.instant("at")).map(delays::legalDate))
            .flatMap(answered -> answered)
            .map(recorded::notified)
            .orElse(recorded);
  }

  /** What was decided and recorded for a letter; of an untouched one, what its type says. */
  public LegalFacts recorded(Correspondence letter) {
    return book.recorded(letter);
  }

  /** What its type says of it, whatever was decided. */
  public LegalFacts ofType(Correspondence letter) {
    return book.ofType(letter);
  }

  /**
   * Keeps them; the caller has passed the door. The law's clock must be able to take them. A
   * decision of silence that they undo is forgotten.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void keep(long letter, LegalFacts facts, String words) {
    book.keep(letter, facts, words);
    forgetUndone(letter, facts);
  }

  /**
   * A recorded decision of silence that does not follow from what is known any more is forgotten,
   * so that the watch looks at the letter again; of facts that the clock can take.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void forgetUndone(long letter, LegalFacts facts) {
    var silence = decision(facts);
    database.update(
        sql(
            "delete from tacit_decision where correspondence_id = ? and (decided_on is distinct from ?::date or regime <> ?)",
            letter,
            silence.orElse(null),
            facts.regime()));
  }

  /**
   * Whether delays of appeal can be held against the person (L112-6): a complete ARE reached them
   * before silence decided [C], or none is owed to them, who are the town's own staff (L112-2).
   */
  public boolean opposable(Correspondence letter, LegalFacts facts) {
    return opposable(facts.reason(), acknowledgedOn(letter.id(), facts.regime()), silence(facts));
  }

  static boolean opposable(
      RegimeReason reason, Optional<LocalDate> acknowledged, Optional<LocalDate> decided) {
    return reason == RegimeReason.OWN_STAFF
        || acknowledged.filter(on -> decided.isEmpty() || !on.isAfter(decided.get())).isPresent();
  }

  /** The day the first complete ARE left that told this regime and did not come back. */
  private Optional<LocalDate> acknowledgedOn(long letter, Regime regime) {
    return database
        .first(
            sql(
                """
                select min(done_at) as at from acknowledgement
                 where correspondence_id = ? and kind = 'ARE' and regime = ? and complete and status = 'SENT'
                """,
                letter,
                regime),
            row -> Optional.ofNullable(row.instant("at")).map(delays::legalDate))
        .flatMap(day -> day);
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
}
