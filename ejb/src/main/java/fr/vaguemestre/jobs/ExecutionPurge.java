package fr.vaguemestre.jobs;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.OwnerDatabase;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Removes old executions from the server's job repository, which belongs to no town: done in the
 * platform's own. The ledger keeps its runs longer.
 */
@ApplicationScoped
public class ExecutionPurge implements Chore {
  private static final Duration KEPT = Duration.ofDays(90);

  @Inject OwnerDatabase owner;
  @Inject Tenants tenants;
  @Inject Clock clock;

  @Override
  public String step() {
    return "purge-executions";
  }

  @Override
  public long size() {
    return tenants.current().platform()
        ? owner.list(old("select count(*) as count"), row -> row.number("count")).getFirst()
        : 0;
  }

  @Override
  public List<String> after(String key, int most) {
    return tenants.current().platform()
        ? owner.list(
            old("select i.jobinstanceid as id")
                .add(
                    "and i.jobinstanceid > ? order by 1 limit ?",
                    key == null ? 0L : Long.parseLong(key),
                    most),
            row -> row.text("id"))
        : List.of();
  }

  /** With its executions and their steps. */
  @Override
  public void carryOut(List<String> keys, Findings findings) {
    owner.update(
        sql(
            "delete from job_instance where jobinstanceid = any(?)",
            keys.stream().map(Long::valueOf).toList()));
  }

  private Statement old(String verb) {
    return sql(
        verb
            + " from job_instance i where not exists (select 1 from job_execution e"
            + " where e.jobinstanceid = i.jobinstanceid and coalesce(e.endtime, e.createtime) > ?)",
        clock.instant().minus(KEPT));
  }
}
