package fr.vaguemestre.monitoring;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.jobs.Job;
import fr.vaguemestre.monitoring.Figures.Archive;
import fr.vaguemestre.monitoring.Figures.Backlog;
import fr.vaguemestre.monitoring.Figures.JobLast;
import fr.vaguemestre.monitoring.Figures.LaneDepth;
import fr.vaguemestre.outbox.Lane;
import fr.vaguemestre.platform.db.OwnerDatabase;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts what waits, across towns; every ten seconds at most. */
@ApplicationScoped
public class Queues {
  private static final Duration SERVES = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration LATELY = Duration.ofDays(7);

  @Inject OwnerDatabase owner;
  @Inject Clock clock;
  @Resource ManagedExecutorService executor;
  private Asked<Figures> asked;

  @PostConstruct
  void begin() {
    asked = new Asked<>(executor, clock, SERVES, PATIENCE, this::count);
  }

  /** Empty when the database does not answer soon. */
  public Optional<Figures> figures() {
    return asked.answer();
  }

  private Figures count() {
    var versions =
        owner
            .list(
                sql(
                    """
                    select (select version from flyway_schema_history where success and version is not null
                             order by installed_rank desc limit 1) as schema,
                           current_setting('server_version') as database
                    """),
                row -> List.of(row.text("schema"), row.text("database")))
            .getFirst();
    return new Figures(
        clock.instant(),
        lanes(),
        backlog(
            "select count(*) as count, min(q.queued_at) as oldest from index_queue q"
                + " join tenant t on t.id = q.tenant_id and t.active where q.correspondence_id is not null"),
        owner
            .list(sql("select count(*) as count from index_failure"), row -> row.number("count"))
            .getFirst(),
        backlog(
            "select count(*) as count, min(j.at) as oldest from journal_unsealed u"
                + " join journal_entry j on j.tenant_id = u.tenant_id and j.id = u.entry_id"),
        archive(),
        jobs(),
        doubtful(),
        versions.getFirst(),
        versions.getLast());
  }

  private List<LaneDepth> lanes() {
    var found =
        owner.list(
            sql(
                """
                select lane, count(*) filter (where status = 'READY') as waiting, count(*) filter (where status = 'RUNNING') as running,
                       count(*) filter (where status = 'DEAD') as dead, min(created_at) filter (where status = 'READY') as oldest
                  from intention group by lane
                """),
            row ->
                new LaneDepth(
                    row.constant("lane", Lane.class),
                    row.number("waiting"),
                    row.number("running"),
                    row.number("dead"),
                    row.instant("oldest")));
    return Stream.of(Lane.values())
        .map(
            lane ->
                found.stream()
                    .filter(depth -> depth.lane() == lane)
                    .findFirst()
                    .orElse(new LaneDepth(lane, 0, 0, 0, null)))
        .toList();
  }

  private Backlog backlog(String question) {
    return owner
        .list(sql(question), row -> new Backlog(row.number("count"), row.instant("oldest")))
        .getFirst();
  }

  private Archive archive() {
    return owner
        .list(
            sql(
                """
                select last_archived_time, last_failed_time, last_failed_wal from pg_stat_archiver
                 where current_setting('archive_mode') <> 'off'
                """),
            row ->
                new Archive(
                    row.instant("last_archived_time"),
                    row.instant("last_failed_time"),
                    row.text("last_failed_wal")))
        .stream()
        .findFirst()
        .orElse(null);
  }

  /** By the index of the latest run of a job in a town: the ledger keeps a year and more. */
  private List<JobLast> jobs() {
    return owner.list(
        sql(
            """
            select j.job, max(r.ended_at) as ended_at, count(*) filter (where r.state = 'RUNNING') as running,
                   count(*) filter (where r.state = 'FAILED') as failed,
                   coalesce(max(extract(epoch from r.ended_at - r.started_at) * 1000)::bigint, 0) as millis
              from unnest(?) as j(job)
              left join tenant t on t.active
              left join lateral (select * from job_run x where x.tenant_id = t.id and x.job = j.job
                order by x.id desc limit 1) r on true
             group by j.job
            """,
            Stream.of(Job.values()).map(Job::name).toList()),
        row ->
            new JobLast(
                row.constant("job", Job.class),
                row.instant("ended_at"),
                row.number("millis") / 1000.0,
                row.number("running"),
                row.number("failed")));
  }

  private long doubtful() {
    var since = clock.instant().minus(LATELY);
    return owner
        .list(
            sql(
                """
                select (select count(*) from sending where status = 'DOUBT' and done_at > ?)
                     + (select count(*) from mailing_recipient where status = 'DOUBT' and done_at > ?) as count
                """,
                since,
                since),
            row -> row.number("count"))
        .getFirst();
  }
}
