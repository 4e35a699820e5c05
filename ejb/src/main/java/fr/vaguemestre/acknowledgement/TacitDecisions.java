package fr.vaguemestre.acknowledgement;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Decisions that silence takes (CRPA L231-1, L231-4), recorded in the journal once their day is
 * over. Each letter is a transaction of its own: one that fails waits alone.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TacitDecisions {
  private static final int PAGE = 200;

  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject CorrespondenceActions actions;
  @Inject LegalRequests requests;
  @Inject Automaton automaton;
  @Inject Clock clock;

  /**
   * The next letters by id after {@code after}, of which silence may have decided: neither
   * withdrawn nor sent on nor closed by an answer, of a regime that gives silence a meaning, with
   * nothing recorded yet. One closed without an answer is among them: silence decides all the same.
   */
  public List<Long> candidates(long after) {
    return database.list(
        sql(
            """
            select c.id from correspondence c
              left join legal_request l on l.tenant_id = c.tenant_id and l.correspondence_id = c.id
             where c.id > ? and c.category = 'INCOMING' and l.transferred_on is null and l.notified_on is null
               and (not c.closed or not exists (select 1 from sending s where s.tenant_id = c.tenant_id and s.correspondence_id = c.id
                                                   and s.reply_version_id is not null and s.status = 'SENT'))
               and case when l.regime is not null then l.regime <> 'NONE' else
                 exists (select 1 from document_type t where t.tenant_id = c.tenant_id and t.id = c.type_id and t.regime <> 'NONE')
                 or exists (select 1 from document_type_past p where p.tenant_id = c.tenant_id and p.type_id = c.type_id and p.regime <> 'NONE') end
               and not exists (select 1 from tacit_decision d where d.tenant_id = c.tenant_id and d.correspondence_id = c.id)
               and not exists (select 1 from submission s where s.tenant_id = c.tenant_id and s.correspondence_id = c.id and s.withdrawn_at is not null)
             order by c.id limit ?
            """,
            after,
            PAGE),
        row -> row.number("id"));
  }

  /** Records what silence decided of a letter before {@code today}; whether it did. */
  public boolean record(long id, LocalDate today) {
    var facts = requests.facts(em.find(Correspondence.class, id));
    if (!facts.question().faults().isEmpty()) {
      return false;
    }
    var decided = requests.decision(facts).filter(today::isAfter).orElse(null);
    if (decided == null) {
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
    actions.fromOutside(
        automaton.reader(),
        id,
        "TACIT_DECISION",
        Map.of("regime", facts.regime(), "on", decided),
        null);
    return true;
  }
}
