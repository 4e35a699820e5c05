package fr.vaguemestre.reassignment;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.correspondence.Participant;
import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.organisation.Unit;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * Hands on what a closure left, a bounded batch in each transaction, every letter through the one
 * door. What is done is found by what is left, so it may stop and start again anywhere; it goes on
 * when the account of whoever asked for it is closed meanwhile.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Reassignments {
  private static final int BATCH = 100;

  @PersistenceContext EntityManager em;
  @Inject CorrespondenceActions actions;
  @Inject Holdings holdings;
  @Inject Readers readers;
  @Inject Database database;
  @Inject Clock clock;

  /** Hands on one batch; false when nothing was left, and the closure is done. */
  public boolean step(long id) {
    var closure = em.find(Closure.class, id);
    if (closure.isDone()) {
      return false;
    }
    var by = readers.asIfOpen(closure.askedBy()).orElseThrow();
    var letters = holdings.letters(closure, BATCH);
    if (!letters.isEmpty()) {
      letters.forEach(letter -> handOn(by, closure, letter));
      return true;
    }
    var asked = holdings.contributions(closure, BATCH);
    asked.forEach(letter -> askInstead(by, closure, letter));
    var tasks = holdings.tasks(closure, BATCH);
    tasks.forEach(letter -> taskInstead(by, closure, letter));
    var steps = holdings.steps(closure, BATCH);
    steps.forEach(letter -> approveInstead(by, closure, letter));
    if (asked.isEmpty() && tasks.isEmpty() && steps.isEmpty()) {
      closure.done(clock.instant());
      return false;
    }
    return true;
  }

  /** An agent who has the letter already and keeps it is given nothing new. */
  private void handOn(Reader by, Closure closure, long id) {
    var letter = em.find(Correspondence.class, id);
    var unit = closure.ofUnit() ? em.find(Unit.class, closure.toUnit()) : letter.unit();
    var to = closure.ofUnit() ? letter.assignee() : agent(closure.toAgent());
    boolean sits = to != null && to.active() && sits(to, unit);
    actions.reassign(
        by, id, facts(closure, sits && closure.ofUnit() ? Handed.NOTHING : Handed.LETTER));
    letter.assign(unit, sits ? to : null);
  }

  /** Whoever takes over sees the letter for it from their turn on. */
  private void askInstead(Reader by, Closure closure, long id) {
    var column = closure.ofUnit() ? "asked_of_unit_id" : "asked_of_agent_id";
    var to = closure.ofUnit() ? closure.toUnit() : closure.toAgent();
    var waiting =
        database.list(
            sql(
                "update contribution set %1$s = ?, version = version + 1 where correspondence_id = ? and %1$s = ? and answered_at is null and not withdrawn returning waiting"
                    .formatted(column),
                to,
                id,
                closure.closed()),
            row -> row.flag("waiting"));
    boolean awaited = waiting.contains(false);
    var letter =
        actions.reassign(by, id, facts(closure, awaited ? Handed.CONTRIBUTION : Handed.NOTHING));
    if (awaited) {
      letter.join(
          closure.ofUnit()
              ? Participant.unit(Participant.Role.CONTRIBUTOR, to)
              : Participant.agent(Participant.Role.CONTRIBUTOR, to));
    }
  }

  /** The unit that takes over owes the task, and sees the letter for it. */
  private void taskInstead(Reader by, Closure closure, long id) {
    actions
        .reassign(by, id, facts(closure, Handed.TASK))
        .join(Participant.unit(Participant.Role.TASK, closure.toUnit()));
    database.update(
        sql(
            "update task set asked_of_unit_id = ?, version = version + 1 where correspondence_id = ? and asked_of_unit_id = ?"
                + " and answered_at is null and withdrawn_at is null",
            closure.toUnit(),
            id,
            closure.closed()));
  }

  private void approveInstead(Reader by, Closure closure, long id) {
    var statuses =
        database.list(
            sql(
                "update approval_step set agent_id = ?, version = version + 1 where correspondence_id = ? and agent_id = ? and status in ('WAITING', 'CURRENT') returning status",
                closure.toAgent(),
                id,
                closure.closed()),
            row -> row.text("status"));
    actions
        .reassign(
            by, id, facts(closure, statuses.contains("CURRENT") ? Handed.VISA : Handed.NOTHING))
        .join(Participant.agent(Participant.Role.APPROVER, closure.toAgent()));
  }

  private Map<String, String> facts(Closure closure, Handed now) {
    var facts = new HashMap<String, String>();
    facts.put("handed", now.name());
    if (closure.ofUnit()) {
      facts.put("from", em.find(Unit.class, closure.closed()).code());
      facts.put("unit", em.find(Unit.class, closure.toUnit()).code());
    } else {
      facts.put("from", em.find(Agent.class, closure.closed()).login());
      facts.put("agent", closure.toAgent() == null ? null : agent(closure.toAgent()).login());
    }
    return facts;
  }

  private Agent agent(Long id) {
    return id == null ? null : em.find(Agent.class, id);
  }

  private static boolean sits(Agent agent, Unit unit) {
    return agent.posts().stream().anyMatch(p -> p.unit().id().equals(unit.id()));
  }
}
