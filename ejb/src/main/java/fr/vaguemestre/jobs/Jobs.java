package fr.vaguemestre.jobs;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.RequestId;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What operators do with the jobs of their town. Starting and stopping are written down here and
 * taken up by a node within seconds, whichever it is.
 */
@Stateless
public class Jobs {
  private static final int LATEST = 30;

  private static final String SELECT =
      """
      select r.*, a.first_name || ' ' || a.last_name as asker,
             s.step, s.total as step_total, s.done as step_done, s.begun_at as step_begun_at, s.changed_at as step_changed_at,
             n.total, n.done, n.skipped, n.found
        from job_run r
        left join agent a on a.tenant_id = r.tenant_id and a.id = r.asked_by
        left join lateral (select * from job_step x where x.tenant_id = r.tenant_id and x.run_id = r.id
          order by x.begun_at desc limit 1) s on true
        cross join lateral (select coalesce(sum(x.total), 0) as total, coalesce(sum(x.done), 0) as done,
          coalesce(sum(x.skipped), 0) as skipped, coalesce(sum(x.found), 0) as found
          from job_step x where x.tenant_id = r.tenant_id and x.run_id = r.id) n
      """;

  @Inject Database database;
  @Inject Journal journal;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** Every job, in the order of the night. */
  public List<JobState> all(Reader reader) {
    reader.need(Right.OPERATE);
    return Stream.of(Job.values()).map(this::state).toList();
  }

  public JobState one(Reader reader, Job job) {
    reader.need(Right.OPERATE);
    return state(job);
  }

  /** The last thirty runs, newest first. */
  public List<Run> runs(Reader reader, Job job) {
    reader.need(Right.OPERATE);
    return database.list(
        sql(SELECT).add("where r.job = ? order by r.id desc limit ?", job, LATEST), Run::read);
  }

  /**
   * Wants a run, from the beginning.
   *
   * @throws Refusal CONFLICT when the job is under way
   */
  public void start(Reader reader, Job job) {
    reader.need(Right.OPERATE);
    changed(
        sql(
            "insert into job_run (id, job, state, asked_by, asked_at, request_id) values (nextval('row_id'), ?, 'WANTED', ?, ?, ?)"
                + " on conflict do nothing",
            job,
            reader.actor(),
            clock.instant(),
            RequestId.current().orElse(null)),
        "jobs.under-way");
    journal.administration(reader, "START_JOB", job.title());
  }

  /**
   * Wants the run under way to stop: at once when it waits, else at the end of its chunk.
   *
   * @throws Refusal CONFLICT when the job is not under way
   */
  public void stop(Reader reader, Job job) {
    reader.need(Right.OPERATE);
    changed(
        sql(
            """
            update job_run set stopping = state = 'RUNNING', state = case state when 'WANTED' then 'STOPPED' else state end,
                   ended_at = case state when 'WANTED' then cast(? as timestamptz) end
             where job = ? and state in ('WANTED', 'RUNNING')
            """,
            clock.instant(),
            job),
        "jobs.not-under-way");
    journal.administration(reader, "STOP_JOB", job.title());
  }

  /**
   * Wants the last run to go on where it stopped or failed.
   *
   * @throws Refusal CONFLICT when it did neither
   */
  public void restart(Reader reader, Job job) {
    reader.need(Right.OPERATE);
    changed(
        sql(
            """
            update job_run set state = 'WANTED', stopping = false, ended_at = null, asked_at = ?, request_id = ?
             where job = ? and state in ('STOPPED', 'FAILED')
               and id = (select max(l.id) from job_run l where l.job = ?)
            """,
            clock.instant(),
            RequestId.current().orElse(null),
            job,
            job),
        "jobs.nothing-to-resume");
    journal.administration(reader, "RESUME_JOB", job.title());
  }

  /** The town's own hours of a job; without a day it runs when somebody starts it. */
  public void schedule(Reader reader, Job job, Schedule schedule) {
    reader.need(Right.OPERATE);
    if (schedule.at() == null) {
      throw Refusal.field("at", "jobs.at-needed");
    }
    if (schedule.active() && schedule.days().isEmpty()) {
      throw Refusal.field("days", "jobs.days-needed");
    }
    database.update(
        sql(
            """
            insert into job_schedule (job, at_time, days, active, set_by, set_at) values (?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, job) do update set at_time = excluded.at_time, days = excluded.days,
              active = excluded.active, set_by = excluded.set_by, set_at = excluded.set_at
            """,
            job,
            schedule.at(),
            schedule.daysAsText(),
            schedule.active(),
            reader.actor(),
            clock.instant()));
    journal.administration(reader, "SCHEDULE_JOB", job.title());
  }

  private JobState state(Job job) {
    var schedule = own(job).orElseGet(job::byDefault);
    var last =
        database.first(
            sql(SELECT).add("where r.job = ? order by r.id desc limit 1", job), Run::read);
    return new JobState(
        job,
        schedule,
        schedule.next(tenants.current().zone(), clock.instant()).orElse(null),
        last.orElse(null));
  }

  private Optional<Schedule> own(Job job) {
    return database.first(
        sql(
            "select to_char(at_time, 'HH24:MI') as at, days, active from job_schedule where job = ?",
            job),
        Plans::schedule);
  }

  private void changed(Statement statement, String refusal) {
    if (database.update(statement) == 0) {
      throw Refusal.of(Refusal.Kind.CONFLICT, refusal);
    }
  }
}
