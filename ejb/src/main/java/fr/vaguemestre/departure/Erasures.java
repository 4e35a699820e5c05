package fr.vaguemestre.departure;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.OwnerDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * The rows of a town that leaves, taken out a batch at a time. Each batch and its count are one
 * statement: cut short anywhere, what is gone is counted and what is counted is gone.
 */
@ApplicationScoped
public class Erasures {
  private static final int BATCH = 5_000;

  @Inject OwnerDatabase owner;
  @Inject Clock clock;

  /**
   * Whether nothing is under way for the town: no work or job claimed, no journal entry unsealed.
   */
  boolean quiet(int town) {
    return owner
        .list(
            sql(
                """
                select 1 as busy from intention where tenant_id = ? and status = 'RUNNING' and claimed_until > ?
                union all select 1 from job_run where tenant_id = ? and state = 'RUNNING' and claimed_until > ?
                union all select 1 from journal_unsealed where tenant_id = ? limit 1
                """,
                town,
                clock.instant(),
                town,
                clock.instant(),
                town),
            row -> row.number("busy"))
        .isEmpty();
  }

  /** Keeps how the town's journal ended and how much content it has; once kept it stays. */
  void note(int platform, TownJob job, long files, long bytes) {
    owner.update(
        sql(
            """
            update town_job set files = ?, bytes = ?,
                   seals = (select count(*) from journal_seal where tenant_id = ?),
                   last_seal = (select hash from journal_seal where tenant_id = ? order by number desc limit 1)
             where tenant_id = ? and id = ? and files is null
            """,
            files,
            bytes,
            job.town(),
            job.town(),
            platform,
            job.id()));
  }

  /** Deletes a batch of the table's rows; returns how many there were. */
  long batch(int platform, TownJob job, TownTables.Table table) {
    var ends = new StringBuilder();
    table
        .below()
        .forEach(
            matching ->
                ends.append(
                    " and not exists (select 1 from %s below where %s)"
                        .formatted(table.name(), matching)));
    return owner
        .list(
            sql(
                """
                with gone as (
                  delete from %1$s where ctid = any(array(
                    select above.ctid from %1$s above where above.tenant_id = ?%2$s limit ?)) returning 1),
                n as (select count(*) as rows from gone)
                insert into town_job_count (tenant_id, job_id, what, quantity) select ?, ?, ?, n.rows from n where n.rows > 0
                on conflict (tenant_id, job_id, what) do update set quantity = town_job_count.quantity + excluded.quantity
                returning (select n.rows from n) as rows
                """
                    .formatted(table.name(), ends),
                job.town(),
                BATCH,
                platform,
                job.id(),
                table.name()),
            row -> row.number("rows"))
        .stream()
        .findFirst()
        .orElse(0L);
  }
}
