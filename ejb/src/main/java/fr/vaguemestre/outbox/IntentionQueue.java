package fr.vaguemestre.outbox;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.OwnerDatabase;
import fr.vaguemestre.platform.db.Statement;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The queue as the workers see it, across towns, which have their turn: what one has to do by the
 * hundred thousand delays another by one piece of work. Work of one subject stays in order; a claim
 * is a lease of 15 minutes, renewed as long as somebody does the work: what a worker or a node that
 * died held is taken up by another when it runs out.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class IntentionQueue {
  private static final Duration LEASE = Duration.ofMinutes(15);
  private static final int LONGEST_ERROR = 1000;

  /** Before every town. */
  static final int FIRST = Integer.MIN_VALUE;

  @Inject OwnerDatabase owner;
  @Inject Clock clock;

  /**
   * Takes the oldest intention due of the next town that has one in a lane, or none; those of a
   * suspended town wait (ORG7).
   *
   * @param last the town served last in this lane: those after it come first, then from the start
   */
  public Optional<Work> claim(Lane lane, String node, int last) {
    var next = claimAfter(lane, node, last);
    return next.isPresent() || last == FIRST ? next : claimAfter(lane, node, FIRST);
  }

  /** From town to town by their ids, as far as the first that has something due. */
  private Optional<Work> claimAfter(Lane lane, String node, int last) {
    var now = clock.instant();
    return owner
        .list(
            sql(
                "select * from claim_intention(?, ?, ?, ?, ?)",
                lane,
                last,
                node,
                now.plus(LEASE),
                now),
            row ->
                new Work(
                    (int) row.number("tenant_id"),
                    row.number("id"),
                    row.constant("kind", Kind.class),
                    row.number("subject_id"),
                    (int) row.number("attempts"),
                    row.text("request_id")))
        .stream()
        .findFirst();
  }

  public void done(Work work) {
    owner.update(
        sql("delete from intention where tenant_id = ? and id = ?", work.tenant(), work.id()));
  }

  /** Back-off: 5 s, 25 s, 2 min, 10 min, 50 min. */
  public void failed(Work work, String error, boolean hopeless) {
    boolean dead = hopeless || work.attempt() >= Outbox.ATTEMPTS;
    var due = clock.instant().plusSeconds((long) Math.pow(5, work.attempt()));
    owner.update(
        sql(
            "update intention set status = ?, due_at = ?, last_error = ?, claimed_by = null, claimed_until = null where tenant_id"
                + " = ? and id = ?",
            dead ? "DEAD" : "READY",
            due,
            error.substring(0, Math.min(LONGEST_ERROR, error.length())),
            work.tenant(),
            work.id()));
  }

  /** Begins the lease of work that is still being done anew. */
  public void renew(Work work) {
    owner.update(
        sql(
            "update intention set claimed_until = ? where tenant_id = ? and id = ? and status = 'RUNNING'",
            clock.instant().plus(LEASE),
            work.tenant(),
            work.id()));
  }

  /** Gives back what this node held when it died: before any of its workers begins. */
  public void recover(String node) {
    giveBack(sql("claimed_by = ?", node));
  }

  /** Gives back what was claimed, by any node, and is renewed no more. */
  public void recoverAbandoned() {
    giveBack(sql("claimed_until < ?", clock.instant()));
  }

  private void giveBack(Statement which) {
    owner.update(
        sql("update intention set status = 'READY', claimed_by = null, claimed_until = null where status = 'RUNNING' and")
            .add(which));
  }
}
