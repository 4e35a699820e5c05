package fr.vaguemestre.approval;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.correspondence.Participant;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rounds of a reply's approval, in the database. What changes them comes after the door, in its
 * transaction: the letter's version lets one of two callers through.
 */
@Stateless
public class ApprovalSteps {
  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject Clock clock;

  public Optional<ApprovalStep> current(long letter) {
    return with(letter, ApprovalStep.Status.CURRENT).stream().findFirst();
  }

  /** Those to come, in their order. */
  public List<ApprovalStep> waiting(long letter) {
    return with(letter, ApprovalStep.Status.WAITING);
  }

  /** The step done last in the round at hand. */
  public Optional<ApprovalStep> previous(long letter) {
    return current(letter)
        .flatMap(
            now ->
                with(letter, ApprovalStep.Status.DONE).stream()
                    .filter(s -> s.round() == now.round())
                    .reduce((one, later) -> later));
  }

  /**
   * A new round, its first step at hand. A round left open, when the letter went out of validation
   * by another way, ends here; whoever was only to come in those before leaves.
   */
  public void begin(Correspondence letter, List<Turn> chain, boolean continued) {
    drop(letter.id());
    int round =
        (int)
            database.count(
                sql(
                    "select coalesce(max(round), 0) + 1 as count from approval_step where correspondence_id = ?",
                    letter.id()));
    add(letter, round, 0, chain, continued);
    em.flush();
    leave(letter, with(letter.id(), ApprovalStep.Status.DROPPED));
    next(letter.id());
  }

  /** Ends the step at hand; once done, the next one is at hand. */
  public ApprovalStep end(Reader reader, long letter, ApprovalStep.Status how, String words) {
    var step = current(letter).orElseThrow();
    step.end(how, reader.actor(), words, clock.instant());
    em.flush();
    if (how == ApprovalStep.Status.DONE) {
      next(letter);
    }
    return step;
  }

  /** Other steps to come in the place of those that were; whoever is not among them leaves. */
  public void replaceAhead(Correspondence letter, List<Turn> ahead) {
    var now = current(letter.id()).orElseThrow();
    var replaced = waiting(letter.id());
    replaced.forEach(em::remove);
    em.flush();
    add(letter, now.round(), now.position() + 1, ahead, now.continued());
    em.flush();
    leave(letter, replaced);
  }

  /** Whoever was to come and has no step now, done or to come, sees the letter no more by it. */
  private void leave(Correspondence letter, List<ApprovalStep> steps) {
    var left = new HashSet<>(steps.stream().map(ApprovalStep::agent).toList());
    left.removeAll(
        database.list(
            sql(
                "select agent_id from approval_step where correspondence_id = ? and status <> 'DROPPED'",
                letter.id()),
            row -> row.number("agent_id")));
    left.forEach(agent -> letter.leave(Participant.agent(Participant.Role.APPROVER, agent)));
  }

  /** Ends the round: what has not been done will not be. */
  public void drop(long letter) {
    Stream.concat(current(letter).stream(), waiting(letter).stream()).forEach(ApprovalStep::drop);
    em.flush();
  }

  private void next(long letter) {
    waiting(letter).stream().findFirst().ifPresent(step -> step.begin(clock.instant()));
    em.flush();
  }

  private void add(
      Correspondence letter, int round, int from, List<Turn> chain, boolean continued) {
    for (int i = 0; i < chain.size(); i++) {
      var turn = chain.get(i);
      em.persist(new ApprovalStep(letter.id(), round, from + i, turn, continued));
      letter.join(Participant.agent(Participant.Role.APPROVER, turn.agent()));
    }
  }

  private List<ApprovalStep> with(long letter, ApprovalStep.Status status) {
    return em.createQuery(
            "select s from ApprovalStep s where s.correspondence = :letter and s.status = :status order by s.round, s.position",
            ApprovalStep.class)
        .setParameter("letter", letter)
        .setParameter("status", status)
        .getResultList();
  }
}
