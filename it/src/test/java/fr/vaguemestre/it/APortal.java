package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

/** A machine account of a test's own town, whose secret is the demo portal's. */
final class APortal {
  private static final String SECRET = "demo";

  private final ATown town;
  private final String login;

  private APortal(ATown town, String login) {
    this.town = town;
    this.login = login;
  }

  /** With these scopes, for every type of the town, its letters for the town's own unit. */
  static APortal of(ATown town, String... scopes) {
    var portal = new APortal(town, "portail." + UUID.randomUUID().toString().substring(0, 6));
    ATown.change(
        """
        insert into agent (tenant_id, id, version, login, first_name, last_name, machine)
          values (%1$d, nextval('row_id'), 1, '%2$s', 'Application', 'Portail', true);
        insert into api_client (tenant_id, id, version, agent_id, label, secret_hash, unit_id, active, created_at)
          select %1$d, nextval('row_id'), 1, a.id, 'Portail',
                 (select k.secret_hash from api_client k join agent p on p.tenant_id = k.tenant_id and p.id = k.agent_id and p.login = 'portail'),
                 u.id, true, now()
            from agent a join unit u on u.tenant_id = a.tenant_id and u.code = 'MAIRIE'
           where a.tenant_id = %1$d and a.login = '%2$s'
        """
            .formatted(town.id(), portal.login));
    for (var scope : List.of(scopes)) {
      portal.change("insert into api_client_scope select tenant_id, id, '" + scope + "' from me");
    }
    return portal;
  }

  static APortal full(ATown town) {
    return of(town, "SUBMIT", "FOLLOW", "COMPLETE");
  }

  Rest rest() {
    return Rest.as(login + "@" + town.code(), SECRET);
  }

  String login() {
    return login + "@" + town.code();
  }

  /** Its row in api_client. */
  long id() {
    return ATown.number(
        "select k.id from api_client k join agent a on a.tenant_id = k.tenant_id and a.id = k.agent_id where k.tenant_id = %d and a.login = '%s'"
            .formatted(town.id(), login));
  }

  /** The journal of its calls once so many are noted: method, address, status, code if any. */
  List<String> noted(int calls) {
    for (int left = 300; made() < calls; left--) {
      assertThat(left).as("calls noted: " + made() + " of " + calls).isPositive();
      ATown.pause(100);
    }
    return ATown.texts(
        "select method || ' ' || route || ' ' || status || coalesce(' ' || code, '') from api_call where client_id = %d order by id"
            .formatted(id()));
  }

  /** Calls noted so far, those refused for their number too. */
  private long made() {
    return ATown.number(
        "select coalesce(sum(calls), 0) from api_call_hour where client_id = " + id());
  }

  /** A statement that reads or changes {@code me}, its row of api_client. */
  void change(String statement) {
    ATown.change(
        "with me as (select k.* from api_client k join agent a on a.tenant_id = k.tenant_id and a.id = k.agent_id where k.tenant_id = %d and a.login = '%s') %s"
            .formatted(town.id(), login, statement));
  }
}
