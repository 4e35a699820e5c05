package fr.vaguemestre.jobs;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.OwnerDatabase;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The ledger as the nodes see it, across towns. A run is claimed by one node under a lease, renewed
 * while that node lives; what a node that died held is claimed, and resumed, by one other. Whoever
 * was taken for dead and is not finds out before its next chunk is written.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RunQueue {
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final int LONGEST_FAILURE = 1000;

  @Inject OwnerDatabase owner;
  @Inject Clock clock;

  /** How a run ended. */
  public enum End {
    DONE,
    STOPPED,
    FAILED
  }

  /** Takes the run that has waited longest, or one whose node is dead; none of a suspended town. */
  public Optional<Claimed> claim(String node) {
    var now = clock.instant();
    return owner
        .list(
            sql(
                """
                update job_run r set state = 'RUNNING', node = ?, claimed_until = ?, started_at = coalesce(r.started_at, ?),
                       ended_at = null, failure = null
                 where (r.tenant_id, r.id) = (
                   select q.tenant_id, q.id from job_run q join tenant t on t.id = q.tenant_id and t.active
                    where q.state = 'WANTED' or q.state = 'RUNNING' and q.claimed_until < ?
                    order by q.asked_at, q.id limit 1 for update of q skip locked)
                returning r.*
                """,
                node,
                now.plus(LEASE),
                now,
                now),
            Claimed::read)
        .stream()
        .findFirst();
  }

  /** Begins the leases of this node anew; returns what it holds. */
  public List<Claimed> held(String node) {
    return owner.list(
        sql(
            """
            update job_run r set claimed_until = ? from tenant t
             where t.id = r.tenant_id and r.state = 'RUNNING' and r.node = ?
            returning r.tenant_id, r.id, r.job, r.execution_id, r.request_id, (r.stopping or not t.active) as stopping
            """,
            clock.instant().plus(LEASE),
            node),
        Claimed::read);
  }

  /** Gives back what this node held when it died: before it claims anything. */
  public void recover(String node) {
    owner.update(
        sql(
            "update job_run set claimed_until = ?, node = null where state = 'RUNNING' and node = ?",
            clock.instant().minus(LEASE),
            node));
  }

  /** The execution that carries the run out from here on; any other has lost it. */
  public void began(long run, int tenant, long execution, String node) {
    int begun =
        owner.update(
            sql(
                "update job_run set execution_id = ? where tenant_id = ? and id = ? and state = 'RUNNING' and node = ?",
                execution,
                tenant,
                run,
                node));
    if (begun == 0) {
      throw new RunLost(run);
    }
  }

  /**
   * Enters a run that was started on the server's own command line.
   *
   * @throws Refusal CONFLICT when the job is under way in this town
   */
  public long adopt(int tenant, Job job, long execution, String node) {
    var now = clock.instant();
    return owner
        .list(
            sql(
                """
                insert into job_run (tenant_id, id, job, state, asked_at, started_at, node, claimed_until, execution_id)
                values (?, nextval('row_id'), ?, 'RUNNING', ?, ?, ?, ?, ?) on conflict do nothing returning id
                """,
                tenant,
                job,
                now,
                now,
                node,
                now.plus(LEASE),
                execution),
            row -> row.number("id"))
        .stream()
        .findFirst()
        .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "jobs.under-way"));
  }

  /** Ends a run this node holds; the last failure stays when none is given. */
  public void end(Claimed run, String node, End end, String failure) {
    owner.update(
        sql(
            """
            update job_run set state = ?, ended_at = ?, claimed_until = null, stopping = false, failure = coalesce(?, failure)
             where tenant_id = ? and id = ? and state = 'RUNNING' and node = ?
            """,
            end,
            clock.instant(),
            cut(failure),
            run.tenant(),
            run.id(),
            node));
  }

  /** Its town works no more: it waits, and goes on when the town does. */
  public void giveBack(Claimed run, String node) {
    owner.update(
        sql(
            """
            update job_run set state = 'WANTED', claimed_until = null, node = null
             where tenant_id = ? and id = ? and state = 'RUNNING' and node = ?
            """,
            run.tenant(),
            run.id(),
            node));
  }

  /** Whether somebody asked for it to be stopped, not only its town suspended. */
  public boolean stopAsked(Claimed run) {
    return !owner
        .list(
            sql(
                "select 1 as asked from job_run where tenant_id = ? and id = ? and stopping",
                run.tenant(),
                run.id()),
            row -> row.number("asked"))
        .isEmpty();
  }

  private static String cut(String text) {
    return text == null || text.length() <= LONGEST_FAILURE
        ? text
        : text.substring(0, LONGEST_FAILURE);
  }
}
