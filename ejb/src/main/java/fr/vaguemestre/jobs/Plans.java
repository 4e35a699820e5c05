package fr.vaguemestre.jobs;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.OwnerDatabase;
import fr.vaguemestre.platform.db.Row;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Wants the runs whose time has come. Each planned time is one row whoever plans it, and a job that
 * is under way is planned again once it has ended: a late run is one run. Only times since the
 * clock has known the job count, since its town was founded and since its hours were set: a job
 * that an upgrade brings, or a new town's, begins at its hour.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Plans {
  private static final Duration LOOKED_BACK = Duration.ofDays(8);

  @Inject OwnerDatabase owner;
  @Inject Clock clock;

  private record Key(int tenant, Job job) {}

  private record Town(int id, ZoneId zone, Instant since) {}

  /** A town's own hours, and since when. */
  private record Own(Key key, Schedule schedule, Instant since) {}

  private record Last(Key key, Instant planned) {}

  /** Knows every job from now on, but those it knows already. */
  public void begin() {
    for (var job : Job.values()) {
      owner.update(
          sql(
              "insert into job_clock (job, since) values (?, ?) on conflict do nothing",
              job,
              clock.instant()));
    }
  }

  /**
   * @param ids of the towns to plan for; none of them that is suspended
   */
  public void plan(Collection<Integer> ids) {
    var now = clock.instant();
    var known = known();
    var own = byKey(own(), Own::key);
    var last = byKey(last(now), Last::key);
    for (var town : towns(ids)) {
      for (var job : Job.values()) {
        var key = new Key(town.id(), job);
        var hours = Optional.ofNullable(own.get(key));
        var since =
            Stream.of(
                    Optional.of(town.since()),
                    Optional.of(known.get(job)),
                    hours.map(Own::since),
                    Optional.ofNullable(last.get(key)).map(Last::planned))
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElseThrow();
        hours
            .map(Own::schedule)
            .orElseGet(job::byDefault)
            .due(town.zone(), now, since)
            .ifPresent(planned -> want(key, planned, now));
      }
    }
  }

  private void want(Key key, Instant planned, Instant now) {
    owner.update(
        sql(
            "insert into job_run (tenant_id, id, job, state, planned_at, asked_at) values (?, nextval('row_id'), ?, 'WANTED', ?, ?)"
                + " on conflict do nothing",
            key.tenant(),
            key.job(),
            planned,
            now));
  }

  private Map<Job, Instant> known() {
    return owner
        .list(
            sql("select job, since from job_clock where job = any(?)", List.of(Job.values())),
            row -> Map.entry(row.constant("job", Job.class), row.instant("since")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private List<Town> towns(Collection<Integer> ids) {
    return owner.list(
        sql(
            "select id, time_zone, founded_at from tenant where active and founded_at is not null and id = any(?)",
            ids),
        row ->
            new Town(
                (int) row.number("id"),
                ZoneId.of(row.text("time_zone")),
                row.instant("founded_at")));
  }

  private List<Own> own() {
    return owner.list(
        sql(
            "select tenant_id, job, to_char(at_time, 'HH24:MI') as at, days, active, set_at from job_schedule"),
        row -> new Own(key(row), schedule(row), row.instant("set_at")));
  }

  private List<Last> last(Instant now) {
    return owner.list(
        sql(
            "select tenant_id, job, max(planned_at) as planned from job_run where planned_at > ? group by tenant_id, job",
            now.minus(LOOKED_BACK)),
        row -> new Last(key(row), row.instant("planned")));
  }

  static Schedule schedule(Row row) {
    return new Schedule(
        LocalTime.parse(row.text("at")), Schedule.daysOf(row.text("days")), row.flag("active"));
  }

  private static Key key(Row row) {
    return new Key((int) row.number("tenant_id"), row.constant("job", Job.class));
  }

  private static <T> Map<Key, T> byKey(List<T> rows, java.util.function.Function<T, Key> key) {
    return rows.stream().collect(Collectors.toMap(key, row -> row));
  }
}
