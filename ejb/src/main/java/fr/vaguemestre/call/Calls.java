package fr.vaguemestre.call;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.ApiClients;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What machine accounts called, for those who administer them (API4). */
@Stateless
public class Calls {
  /** Lines of a page. */
  public static final int PAGE = 100;

  private static final int MOST_DAYS = 400;
  private static final int MOST_ROUTES = 100;

  @Inject Database database;
  @Inject ApiClients clients;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** All accounts of the town and what they called in the last days, by their labels. */
  public List<ClientCalls> overview(Reader reader, int days) {
    reader.need(Right.ADMIN_AGENTS, null);
    var zone = tenants.current().zone();
    return database.list(
        sql(
            """
            select a.login, k.label, k.active, k.expires_at, coalesce(sum(h.calls), 0) as calls,
                   coalesce(sum(h.calls) filter (where h.status between 400 and 499 and h.status <> 429), 0) as refused,
                   coalesce(sum(h.calls) filter (where h.status = 429), 0) as too_many,
                   coalesce(sum(h.calls) filter (where h.status >= 500), 0) as failed,
                   coalesce(sum(h.millis) / nullif(sum(h.calls), 0), 0) as average, coalesce(max(h.slowest), 0) as slowest,
                   (select count(*) from login_failure f where f.tenant_id = k.tenant_id and f.login = a.login and f.failed_at >= ?) as shut,
                   (select c.at from api_call c where c.tenant_id = k.tenant_id and c.client_id = k.id order by c.id desc limit 1) as last
              from api_client k
              join agent a on a.tenant_id = k.tenant_id and a.id = k.agent_id
              left join api_call_hour h on h.tenant_id = k.tenant_id and h.client_id = k.id and h.hour >= ?
             group by k.tenant_id, k.id, a.login, k.label, k.active, k.expires_at order by lower(k.label), k.id
            """,
            since(days),
            since(days)),
        row -> {
          var end = row.instant("expires_at");
          return new ClientCalls(
              row.text("login"),
              row.text("label"),
              row.flag("active"),
              row.number("calls"),
              row.number("refused"),
              row.number("too_many"),
              row.number("failed"),
              row.number("shut"),
              row.number("average"),
              row.number("slowest"),
              row.instant("last"),
              end == null ? null : LocalDate.ofInstant(end.minusMillis(1), zone));
        });
  }

  /** What one account was answered in the last days, address by address, errors first. */
  public List<RouteCalls> routes(Reader reader, String login, int days) {
    return database.list(
        sql(
            """
            select route, status, sum(calls) as calls, sum(millis) / sum(calls) as average, max(slowest) as slowest from api_call_hour
             where client_id = ? and hour >= ? group by route, status order by status >= 400 desc, calls desc, route, status limit ?
            """,
            clients.card(reader, login).id(),
            since(days),
            MOST_ROUTES),
        row ->
            new RouteCalls(
                row.text("route"),
                (int) row.number("status"),
                row.number("calls"),
                row.number("average"),
                row.number("slowest")));
  }

  /**
   * A page of the calls of one account, the last first.
   *
   * @param before id of the last line of the page before; null for the first page
   */
  public List<CallLine> page(Reader reader, String login, Long before, boolean errors) {
    return database.list(
        sql(
            "select * from api_call where client_id = ? and id < ? and (status >= 400 or not ?)"
                + " order by id desc limit ?",
            clients.card(reader, login).id(),
            before == null ? Long.MAX_VALUE : before,
            errors,
            PAGE),
        Calls::line);
  }

  private Instant since(int days) {
    return clock.instant().minus(Duration.ofDays(Math.clamp(days, 1, MOST_DAYS)));
  }

  private static CallLine line(Row row) {
    return new CallLine(
        row.number("id"),
        row.instant("at"),
        row.text("method"),
        row.text("route"),
        (int) row.number("status"),
        row.text("code"),
        (int) row.number("millis"),
        row.text("address"));
  }
}
