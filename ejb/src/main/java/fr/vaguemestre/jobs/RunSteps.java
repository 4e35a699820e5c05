package fr.vaguemestre.jobs;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * What a step's reader and writer ask of the ledger, in the town's name. The place a step has
 * reached is written in the transaction that did the work up to there: a kill at any moment repeats
 * nothing that was committed and leaves nothing out.
 */
@Stateless
public class RunSteps {
  private static final int LONGEST_ITEM = 600;
  private static final int LONGEST_REASON = 1000;

  private static final String UNTOLD = "item";

  /** Of one chunk; what is beyond is counted, not told. */
  private static final int MOST_FOUND = 1000;

  @Inject Database database;
  @Inject Chores chores;
  @Inject Clock clock;

  private record Found(String item, String reason) {}

  /**
   * Begins a step or goes on with it; returns the key it has reached, null at the start. The run is
   * this execution's by then: a chunk that another is still writing is waited for, since it is in
   * the place reached once it is committed, and no other can begin.
   */
  public String open(long run, String step) {
    var place = place(run, step);
    if (place.isEmpty()) {
      var now = clock.instant();
      database.update(
          sql(
              "insert into job_step (run_id, step, total, begun_at, changed_at) values (?, ?, ?, ?, ?) on conflict do nothing",
              run,
              step,
              chores.of(step).size(),
              now,
              now));
      place = place(run, step);
    }
    return place.getFirst();
  }

  private List<String> place(long run, String step) {
    return database.list(
        sql("select place from job_step where run_id = ? and step = ? for update", run, step),
        row -> row.text("place"));
  }

  public List<String> after(String step, String key, int most) {
    return chores.of(step).after(key, most);
  }

  /**
   * Carries items out and says how far the step is.
   *
   * @throws RunLost when another execution has taken the run up
   */
  public void carryOut(long run, long execution, String step, List<String> keys) {
    hold(run, execution, step);
    var found = new ArrayList<Found>();
    chores.of(step).carryOut(keys, (item, reason) -> found.add(new Found(item, reason)));
    note(run, step, found.stream().limit(MOST_FOUND).toList());
    database.update(
        sql(
            "update job_step set done = done + ?, found = found + ?, place = ?, changed_at = ? where run_id = ? and step = ?",
            chores.of(step).told(keys).size(),
            found.size(),
            keys.getLast(),
            clock.instant(),
            run,
            step));
  }

  /**
   * Records an item left out, in a transaction of its own: the chunk's is lost. Which one it is and
   * why, the server's log alone says of what operators are not told of.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void skipped(long run, String step, String item, String reason) {
    boolean untold = chores.of(step).told(List.of(item)).isEmpty();
    note(run, step, "SKIPPED", untold ? UNTOLD : item, untold ? UNTOLD : reason);
    database.update(
        sql(
            "update job_step set skipped = skipped + 1, changed_at = ? where run_id = ? and step = ?",
            clock.instant(),
            run,
            step));
  }

  /** Keeps why a step ended the run. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void failed(long run, long execution, String reason) {
    database.update(
        sql(
            "update job_run set failure = ? where id = ? and execution_id = ?",
            cut(reason, LONGEST_REASON),
            run,
            execution));
  }

  /**
   * Nobody else reads the step's place while this transaction lasts. First the step is locked, then
   * the run is looked at: whoever takes the run up in between waits in {@link #open}, and whoever
   * took it up before is seen here. The lock is weak, for an item left out is counted in the step
   * before this transaction has ended.
   */
  private void hold(long run, long execution, String step) {
    database.list(
        sql("select step from job_step where run_id = ? and step = ? for key share", run, step),
        row -> row.text("step"));
    if (database.count(
            sql(
                "select count(*) as count from job_run where id = ? and execution_id = ? and state = 'RUNNING'",
                run,
                execution))
        == 0) {
      throw new RunLost(run);
    }
  }

  private void note(long run, String step, List<Found> found) {
    database.update(
        sql(
            """
            insert into job_note (run_id, step, kind, item, reason, at)
            select ?, ?, 'FOUND', f.item, f.reason, ? from unnest(cast(? as text[]), cast(? as text[])) as f (item, reason)
            """,
            run,
            step,
            clock.instant(),
            found.stream().map(f -> cut(f.item(), LONGEST_ITEM)).toList(),
            found.stream().map(f -> cut(f.reason(), LONGEST_REASON)).toList()));
  }

  private void note(long run, String step, String kind, String item, String reason) {
    database.update(
        sql(
            "insert into job_note (run_id, step, kind, item, reason, at) values (?, ?, ?, ?, ?, ?)",
            run,
            step,
            kind,
            cut(item, LONGEST_ITEM),
            cut(reason, LONGEST_REASON),
            clock.instant()));
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
