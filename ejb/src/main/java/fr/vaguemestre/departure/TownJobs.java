package fr.vaguemestre.departure;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.tenant.Tenant;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the platform's administrator asks for when a town leaves (ORG7): its archive, its deletion.
 * Each is a row of the platform's own town and an intention of the outbox, so it is carried out
 * after a crash too.
 */
@Stateless
public class TownJobs {
  private static final String SELECT =
      """
      select j.*, a.login, a.first_name || ' ' || a.last_name as asker,
             exists (select 1 from intention i where i.subject_id = j.id and i.status = 'DEAD'
                        and i.kind in ('EXPORT_TOWN', 'DELETE_TOWN')) as failed
        from town_job j join agent a on a.tenant_id = j.tenant_id and a.id = j.asked_by
      """;

  @Inject Database database;
  @Inject Tenants tenants;
  @Inject Journal journal;
  @Inject Outbox outbox;
  @Inject Clock clock;

  /** Asks for the archive of a founded town, at work or suspended; returns the job's id. */
  public long export(Reader reader, String code) {
    var town = staying(reader, code);
    return ask(reader, town, TownJob.Kind.EXPORT, "EXPORT_TOWN", Kind.EXPORT_TOWN);
  }

  /**
   * Asks for the deletion of a suspended town; from here on there is no way back.
   *
   * @param confirmation the town's code, typed again
   * @throws Refusal CONFLICT when the town is at work, the platform's own, or being deleted; on
   *     {@code confirmation} when it is another code
   */
  public long delete(Reader reader, String code, String confirmation) {
    var town = staying(reader, code);
    if (town.platform()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "departure.own-town");
    }
    if (town.active()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "departure.at-work", town.name());
    }
    if (!town.code().equals(confirmation)) {
      throw Refusal.field("confirmation", "departure.confirmation", town.code());
    }
    long id = ask(reader, town, TownJob.Kind.DELETION, "DELETE_TOWN", Kind.DELETE_TOWN);
    tenants.leave(town.id());
    return id;
  }

  /** The last hundred, newest first. */
  public List<TownJob> list(Reader reader) {
    reader.need(Right.ADMIN_PLATFORM, null);
    return read(sql(SELECT).add("order by j.id desc limit 100"));
  }

  public TownJob find(Reader reader, long id) {
    reader.need(Right.ADMIN_PLATFORM, null);
    return of(id);
  }

  /** Rows exported or deleted so far, by table. */
  public Map<String, Long> counts(Reader reader, long id) {
    reader.need(Right.ADMIN_PLATFORM, null);
    return counts(id);
  }

  /** For the worker, who has no reader. */
  public TownJob of(long id) {
    return read(sql(SELECT).add("where j.id = ?", id)).stream()
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }

  /** For the worker, who has no reader. */
  public Map<String, Long> counts(long id) {
    return database
        .list(
            sql("select what, quantity from town_job_count where job_id = ?", id),
            row -> Map.entry(row.text("what"), row.number("quantity")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, TreeMap::new));
  }

  /** The exports of a town, which leave with it. */
  public List<Long> exports(int town) {
    return database.list(
        sql("select id from town_job where town_id = ? and kind = 'EXPORT'", town),
        row -> row.number("id"));
  }

  /** The towns deleted in the last two days. */
  public List<Integer> goneLately() {
    return database.list(
        sql(
            "select town_id from town_job where kind = 'DELETION' and done_at > ?",
            clock.instant().minus(Duration.ofDays(2))),
        row -> (int) row.number("town_id"));
  }

  /** For the worker: the export is done. */
  public void exported(long id, Map<String, Long> counts, Archives.Written written) {
    counts.forEach(
        (what, quantity) ->
            database.update(
                sql(
                    "insert into town_job_count (job_id, what, quantity) values (?, ?, ?)",
                    id,
                    what,
                    quantity)));
    database.update(
        sql(
            "update town_job set files = ?, bytes = ?, sha256 = ?, size_bytes = ?, done_at = ?, version = version + 1 where id = ?",
            written.files(),
            written.bytes(),
            written.sha256(),
            written.size(),
            clock.instant(),
            id));
  }

  private long ask(Reader reader, Tenant town, TownJob.Kind kind, String action, Kind work) {
    long id =
        database
            .first(
                sql(
                    "insert into town_job (id, version, kind, town_id, town_code, town_name, asked_by, asked_at)"
                        + " values (nextval('row_id'), 1, ?, ?, ?, ?, ?, ?) returning id",
                    kind,
                    town.id(),
                    town.code(),
                    town.name(),
                    reader.agent(),
                    clock.instant()),
                row -> row.number("id"))
            .orElseThrow();
    journal.administration(reader, action, town.code());
    outbox.intend(work, id);
    return id;
  }

  private Tenant staying(Reader reader, String code) {
    reader.need(Right.ADMIN_PLATFORM, null);
    var town = tenants.byCode(code).filter(Tenant::founded).orElseThrow(Refusal::notFound);
    if (town.leaving()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "departure.leaving", town.name());
    }
    return town;
  }

  private List<TownJob> read(Statement statement) {
    return database.list(statement, TownJob::read);
  }
}
