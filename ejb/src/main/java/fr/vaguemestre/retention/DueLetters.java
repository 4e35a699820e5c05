package fr.vaguemestre.retention;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.qualification.Disposition;
import fr.vaguemestre.qualification.RetentionRule;
import fr.vaguemestre.qualification.RetentionStart;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Which letters need be kept no longer: closed, of a type with a rule, older than the rule says on
 * the town's own calendar. Not among them: those under a litigation hold, those whose law still
 * runs (silence that has not decided, reasons owed, an appeal that may come), those somebody still
 * owes an opinion or a task on, and what is politically sensitive outside any circuit, of which
 * nobody but the Cabinet knows (O3).
 */
@Stateless
public class DueLetters {
  /** After a decision: the two months of an appeal, two more from abroad, one for the mail. */
  private static final String APPEAL = "interval '5 months'";

  /**
   * What silence means of a request {@code g}: what its type said on its day until it is settled.
   */
  private static final String REGIME =
      """
      case when g.settled <> 'TYPE' then g.regime
           else coalesce((select p.regime from document_type_past p where p.tenant_id = c.tenant_id and p.type_id = c.type_id
                             and p.until > c.arrival_date order by p.until limit 1), t.regime) end\
      """;

  /** Why a letter {@code c} of a type {@code t} must stay, whatever its age. */
  private static final String BOUND =
      """
      (c.sensitive and not c.in_circuit
       or exists (select 1 from litigation_hold h where h.tenant_id = c.tenant_id and h.correspondence_id = c.id and h.lifted_at is null)
       or exists (select 1 from reasons_request q where q.tenant_id = c.tenant_id and q.correspondence_id = c.id and q.given_on is null)
       or exists (select 1 from tacit_decision d where d.tenant_id = c.tenant_id and d.correspondence_id = c.id
                     and d.decided_on + %1$s > ?)
       or exists (select 1 from legal_request g where g.tenant_id = c.tenant_id and g.correspondence_id = c.id
                     and (g.notified_on + %1$s > ? or %2$s <> 'NONE' and g.notified_on is null and g.transferred_on is null
                          and not exists (select 1 from tacit_decision d where d.tenant_id = c.tenant_id and d.correspondence_id = c.id)
                          and not exists (select 1 from sending s where s.tenant_id = c.tenant_id and s.correspondence_id = c.id
                                             and s.reply_version_id is not null and s.status = 'SENT' and not s.interim)))
       or exists (select 1 from contribution o where o.tenant_id = c.tenant_id and o.correspondence_id = c.id
                     and o.answered_at is null and not o.withdrawn)
       or exists (select 1 from task k where k.tenant_id = c.tenant_id and k.correspondence_id = c.id
                     and k.answered_at is null and k.withdrawn_at is null))
      """
          .formatted(APPEAL, REGIME);

  /** What a line says of the files of a letter {@code c}. */
  static final String DOCUMENTS =
      "(select count(*) from document d where d.tenant_id = c.tenant_id and d.correspondence_id = c.id)";

  static final String BYTES =
      "(select coalesce(sum(d.size_bytes), 0) from document d where d.tenant_id = c.tenant_id and d.correspondence_id = c.id)";

  private static final String FREE =
      """
      c.closed and t.retention is not null
       and c.state_since + cast(t.retention as interval) < cast(? as date) + interval '2 days'
       and not exists (select 1 from retention_line l where l.tenant_id = c.tenant_id and l.correspondence_id = c.id
                          and l.state not in ('REFUSED', 'WITHDRAWN'))
      """;

  private static final String FROM =
      " from correspondence c join document_type t on t.tenant_id = c.tenant_id and t.id = c.type_id where ";

  @Inject Database database;
  @Inject Tenants tenants;
  @Inject Clock clock;

  private record Found(long letter, LocalDate closedOn, RetentionRule rule) {}

  /** So many letters of a type would be due that day, and go that way. */
  public record Forecast(String type, Disposition disposition, long letters) {}

  private record Group(String type, LocalDate closedOn, RetentionRule rule, long letters) {}

  /** How many letters may be due, about. */
  public long size() {
    return database.count(sql("select count(*) as count" + FROM).add(free(today())));
  }

  /** The next letters by id that may be due. */
  public List<String> after(long last, int most) {
    return database.list(
        sql("select c.id" + FROM)
            .add(free(today()))
            .add("and c.id > ? order by c.id limit ?", last, most),
        row -> row.text("id"));
  }

  /** What would be found on that day if nothing happened until then: changes nothing. */
  public List<Forecast> forecast(Reader reader, LocalDate day) {
    reader.need(Right.ARCHIVE, null);
    var counted = new TreeMap<String, Forecast>();
    database
        .list(
            sql(
                    """
                    select t.label, t.retention, t.retention_start, t.final_disposition,
                           cast(c.state_since at time zone ? as date) as closed_on, count(*) as letters
                    """,
                    zone())
                .add(FROM)
                .add(free(day))
                .add(
                    "group by t.id, t.label, t.retention, t.retention_start, t.final_disposition, closed_on"),
            row ->
                new Group(
                    row.text("label"), row.date("closed_on"), rule(row), row.number("letters")))
        .stream()
        .filter(group -> group.rule().over(group.closedOn(), day))
        .forEach(
            group ->
                counted.merge(
                    group.type() + " " + group.rule().disposition(),
                    new Forecast(group.type(), group.rule().disposition(), group.letters()),
                    (one, other) ->
                        new Forecast(
                            one.type(), one.disposition(), one.letters() + other.letters())));
    return new ArrayList<>(counted.values());
  }

  /** Of these letters, those that are due get their line. */
  public void find(List<Long> letters) {
    var today = today();
    database
        .list(
            sql(
                    """
                    select c.id, t.retention, t.retention_start, t.final_disposition,
                           cast(c.state_since at time zone ? as date) as closed_on
                    """,
                    zone())
                .add(FROM)
                .add(free(today))
                .add("and c.id = any(?) order by c.id for update of c", letters),
            row -> new Found(row.number("id"), row.date("closed_on"), rule(row)))
        .stream()
        .filter(found -> found.rule().over(found.closedOn(), today))
        .forEach(this::line);
  }

  /** Refused once by the archives, it goes to whoever decides. */
  private void line(Found found) {
    var rule = found.rule();
    database.update(
        sql(
            """
            insert into retention_line (id, version, correspondence_id, state, outcome, chrono, type_label, unit_label, arrived_on, closed_on,
                retention, retention_start, disposition, ends_on, documents, bytes, found_at)
            select nextval('row_id'), 1, c.id, 'DUE',
                   case when ? <> 'SORT' and not exists (select 1 from retention_line x where x.tenant_id = c.tenant_id
                          and x.correspondence_id = c.id and x.state = 'REFUSED') then ? end,
                   coalesce(c.chrono, '#' || c.id), t.label, u.label, c.arrival_date, ?, ?, ?, ?, ?,
                   %s, %s, ?
              from correspondence c
              left join document_type t on t.tenant_id = c.tenant_id and t.id = c.type_id
              left join unit u on u.tenant_id = c.tenant_id and u.id = c.unit_id
             where c.id = ? on conflict do nothing
            """
                .formatted(DOCUMENTS, BYTES),
            rule.disposition().name(),
            rule.disposition().name(),
            found.closedOn(),
            rule.period(),
            rule.start(),
            rule.disposition(),
            rule.endsOn(found.closedOn()),
            clock.instant(),
            found.letter()));
  }

  private static Statement free(LocalDate day) {
    return sql(FREE, day).add("and not").add(bound(day));
  }

  /** That a letter {@code c} of a type {@code t} must stay that day, whatever its age. */
  static Statement bound(LocalDate day) {
    return sql(BOUND, day, day);
  }

  private static RetentionRule rule(Row row) {
    return new RetentionRule(
        row.text("retention"),
        row.constant("retention_start", RetentionStart.class),
        row.constant("final_disposition", Disposition.class));
  }

  /** The legal date in the town (R-TZ). */
  public LocalDate today() {
    return tenants.current().today(clock);
  }

  private String zone() {
    return tenants.current().zone().getId();
  }
}
