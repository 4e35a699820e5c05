package fr.vaguemestre.acknowledgement;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.OperatorSight;
import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.delay.Delays;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;

/**
 * Decisions that silence takes (CRPA L231-1, L231-4), recorded in the journal once their day is
 * over. Decisions born before the town was watched, or before the letter was registered, are
 * recorded too, and told to nobody: what an import or a first night brings up is history.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TacitDecisions {
  /** For how long a letter closed by an answer, or withdrawn, is looked at every night. */
  private static final Duration LOOKED_AT = Duration.ofDays(100);

  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject CorrespondenceActions actions;
  @Inject LegalRequests requests;
  @Inject LegalBook book;
  @Inject Automaton automaton;
  @Inject Delays delays;
  @Inject Clock clock;

  /** Since which day the town one is in is watched; from {@code today} when it was not yet. */
  public LocalDate since(LocalDate today) {
    database.update(
        sql("insert into tacit_watch (since) values (?) on conflict do nothing", today));
    return database
        .first(sql("select since from tacit_watch"), row -> row.date("since"))
        .orElseThrow();
  }

  /** How many letters silence may have decided of, as far as operators are told. */
  public long count() {
    return database.count(candidates("select count(*) as count").add("and " + OperatorSight.TOLD));
  }

  /**
   * The next letters by id after {@code after}, of which silence may have decided: neither sent on
   * nor closed by an answer or withdrawn long ago, of a regime that gives silence a meaning, with
   * nothing recorded yet. One closed without an answer is among them: silence decides all the same;
   * so is one closed or withdrawn of late: that may have come after silence had decided.
   */
  public List<Long> candidates(long after, int most) {
    return database.list(
        candidates("select c.id").add("and c.id > ? order by c.id limit ?", after, most),
        row -> row.number("id"));
  }

  private Statement candidates(String verb) {
    var longAgo = clock.instant().minus(LOOKED_AT);
    return sql(verb)
        .add(
            """
            from correspondence c
              left join legal_request l on l.tenant_id = c.tenant_id and l.correspondence_id = c.id
             where c.category = 'INCOMING' and l.transferred_on is null
               and (not c.closed or c.state_since > ? or l.notified_on is null
                    and not exists (select 1 from sending s where s.tenant_id = c.tenant_id and s.correspondence_id = c.id
                                       and s.reply_version_id is not null and s.status = 'SENT' and not s.interim))
               and not exists (select 1 from submission w where w.tenant_id = c.tenant_id and w.correspondence_id = c.id
                                  and w.withdrawn_at < ?)
               and (l.settled <> 'TYPE' and l.regime <> 'NONE'
                    or l.settled is distinct from 'DECIDED'
                       and (exists (select 1 from document_type t where t.tenant_id = c.tenant_id and t.id = c.type_id and t.regime <> 'NONE')
                            or exists (select 1 from document_type_past p where p.tenant_id = c.tenant_id and p.type_id = c.type_id and p.regime <> 'NONE')))
               and not exists (select 1 from tacit_decision d where d.tenant_id = c.tenant_id and d.correspondence_id = c.id)
            """,
            longAgo,
            longAgo);
  }

  /**
   * Records what silence decided of a letter before {@code today}, in the caller's transaction;
   * whether it did.
   *
   * @param since the day from which the town is watched
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRED)
  public boolean record(long id, LocalDate today, LocalDate since) {
    var letter = em.find(Correspondence.class, id);
    var facts = requests.facts(letter);
    if (!facts.question().faults().isEmpty()) {
      return false;
    }
    var decided = requests.decision(facts).filter(today::isAfter).orElse(null);
    if (decided == null || requests.withdrawnBefore(id, facts).isPresent()) {
      return false;
    }
    int recorded =
        database.update(
            sql(
                "insert into tacit_decision (correspondence_id, decided_on, regime, recorded_at) values (?, ?, ?, ?) on conflict do nothing",
                id,
                decided,
                facts.regime(),
                clock.instant()));
    if (recorded == 0) {
      return false;
    }
    book.settle(letter, Settled.DECIDED);
    var journalled = new HashMap<String, Object>();
    journalled.put("regime", facts.regime());
    journalled.put("on", decided);
    if (past(decided, since, delays.legalDate(registeredAt(id)))) {
      journalled.put("past", true);
    }
    actions.fromOutside(automaton.reader(), id, "TACIT_DECISION", journalled, null);
    return true;
  }

  /**
   * Whether nobody is told: it was born before the watch, whose first night tells of the day
   * before, or before the town entered the letter.
   */
  static boolean past(LocalDate decided, LocalDate since, LocalDate registered) {
    return decided.isBefore(since.minusDays(1)) || decided.isBefore(registered);
  }

  private Instant registeredAt(long id) {
    return database
        .first(
            sql("select registered_at from correspondence where id = ?", id),
            row -> row.instant("registered_at"))
        .orElseThrow();
  }
}
