package fr.vaguemestre.call;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.List;

/** The rows of the journal of calls of one town. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CallRows {
  private static final String GIVEN =
      """
      select k.tenant_id, k.id as client_id, g.* from jsonb_to_recordset(?::jsonb)
        as g (agent bigint, at timestamptz, method text, route text, status int, code text, millis int, address text)
        join api_client k on k.agent_id = g.agent
      """;

  @Inject Database database;

  /** Writes some calls of the current town; those of an account that is gone are left out. */
  public void write(List<Call> calls) {
    var given = json(calls);
    database.update(
        sql(
            """
            insert into api_call (id, client_id, at, method, route, status, code, millis, address)
            select nextval('row_id'), c.client_id, c.at, c.method, c.route, c.status, left(c.code, 80), c.millis, c.address from (%s) c
             where c.status <> ? order by c.at
            """
                .formatted(GIVEN),
            given,
            Call.TOO_MANY));
    database.update(
        sql(
            """
            insert into api_call_hour as h (client_id, hour, route, status, calls, millis, slowest)
            select c.client_id, date_trunc('hour', c.at), c.method || ' ' || c.route, c.status, count(*), sum(c.millis), max(c.millis)
              from (%s) c group by 1, 2, 3, 4 order by 1, 2, 3, 4
            on conflict (tenant_id, client_id, hour, route, status) do update set calls = h.calls + excluded.calls,
              millis = h.millis + excluded.millis, slowest = greatest(h.slowest, excluded.slowest)
            """
                .formatted(GIVEN),
            given));
  }

  private static String json(List<Call> calls) {
    var all = Json.createArrayBuilder();
    for (var call : calls) {
      var one =
          Json.createObjectBuilder()
              .add("agent", call.agent())
              .add("at", call.at().toString())
              .add("method", call.method())
              .add("route", call.route())
              .add("status", call.status())
              .add("millis", call.millis())
              .add("address", call.address());
      all.add(call.code() == null ? one : one.add("code", call.code()));
    }
    return all.build().toString();
  }
}
