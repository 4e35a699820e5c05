package fr.vaguemestre.access;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Machine accounts (API4): programs of partners that call the API. Each is an agent without post,
 * group nor token, so that it sees no letter and has no right; what it may call its scopes say.
 */
@Stateless
public class ApiClients {
  private static final Duration NOTICE = Duration.ofDays(14);

  @Inject Database database;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /**
   * The machine account that calls.
   *
   * @throws Refusal of kind FORBIDDEN when it is none, has ended, or has not this scope
   */
  public ApiClient calling(Reader reader, Scope scope) {
    var client =
        database
            .first(
                sql(
                    """
                    select k.*, u.code as unit from api_client k
                      join unit u on u.tenant_id = k.tenant_id and u.id = k.unit_id
                     where k.agent_id = ? and k.active and (k.expires_at is null or k.expires_at > ?)
                    """,
                    reader.agent(),
                    clock.instant()),
                this::client)
            .orElseThrow(
                () -> Refusal.of(Refusal.Kind.FORBIDDEN, "access.for-machine-accounts-only"));
    if (!client.scopes().contains(scope)) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "access.scope-missing", scope.name());
    }
    return client;
  }

  /** The codes of the active document types it may send, in the order of their labels. */
  public List<String> types(ApiClient client) {
    return database.list(
        sql("select t.code").add(allowed(client)).add("order by t.label, t.code"),
        row -> row.text("code"));
  }

  /** Whether it may send this type. */
  public boolean maySend(ApiClient client, String type) {
    return database.count(
            sql("select count(*) as count").add(allowed(client)).add("and t.code = ?", type))
        > 0;
  }

  /** The same of an account that its administrator looks at. */
  public boolean maySend(ApiClientCard card, String type) {
    return maySend(new ApiClient(card.id(), card.wish().label(), null, Set.of()), type);
  }

  /** Whether it may bring letters for this unit (code): of its perimeter, or of the whole town. */
  public boolean mayAddress(ApiClient client, String unit) {
    return database.count(
            sql(
                """
                with recursive up as (
                  select u.tenant_id, u.id, u.parent_id from unit u where u.code = ? and u.closed_on is null
                  union
                  select u.tenant_id, u.id, u.parent_id from unit u join up on up.tenant_id = u.tenant_id and up.parent_id = u.id)
                select count(*) as count from up join api_client k on k.tenant_id = up.tenant_id and k.id = ?
                 where k.perimeter_unit_id is null or k.perimeter_unit_id = up.id
                """,
                unit,
                client.id()))
        > 0;
  }

  /** Whether somebody (login) has a post in its perimeter; anybody when that is the whole town. */
  public boolean mayName(ApiClient client, String login) {
    return database.count(
            sql(
                """
                select count(*) as count from api_client k
                 where k.id = ? and (k.perimeter_unit_id is null or exists (
                   with recursive branch as (
                     select u.tenant_id, u.id from unit u where u.tenant_id = k.tenant_id and u.id = k.perimeter_unit_id
                     union
                     select u.tenant_id, u.id from unit u join branch b on b.tenant_id = u.tenant_id and b.id = u.parent_id)
                   select 1 from post p
                     join branch b on b.tenant_id = p.tenant_id and b.id = p.unit_id
                     join agent a on a.tenant_id = p.tenant_id and a.id = p.agent_id where a.login = ?))
                """,
                client.id(),
                login))
        > 0;
  }

  /** All of the town, by their labels. */
  public List<ApiClientCard> list(Reader reader) {
    reader.need(Right.ADMIN_AGENTS, null);
    return cards(sql("true"));
  }

  /**
   * @throws Refusal NOT_FOUND when there is none of this login
   */
  public ApiClientCard card(Reader reader, String login) {
    reader.need(Right.ADMIN_AGENTS, null);
    return cards(sql("a.login = ?", login)).stream().findFirst().orElseThrow(Refusal::notFound);
  }

  private static Statement allowed(ApiClient client) {
    return sql(
        """
        from document_type t join api_client k on k.tenant_id = t.tenant_id and k.id = ?
         where t.active
           and (not exists (select 1 from api_client_type a where a.tenant_id = k.tenant_id and a.client_id = k.id)
             or exists (select 1 from api_client_type a where a.tenant_id = k.tenant_id and a.client_id = k.id and a.type_id = t.id))
           and (k.perimeter_unit_id is null or t.default_unit_id in (
             with recursive branch as (
               select u.tenant_id, u.id from unit u where u.tenant_id = k.tenant_id and u.id = k.perimeter_unit_id
               union
               select u.tenant_id, u.id from unit u join branch b on b.tenant_id = u.tenant_id and b.id = u.parent_id)
             select id from branch))
        """,
        client.id());
  }

  private ApiClient client(Row row) {
    long id = row.number("id");
    return new ApiClient(id, row.text("label"), row.text("unit"), scopes(id));
  }

  private Set<Scope> scopes(long client) {
    return Set.copyOf(
        database.list(
            sql("select scope from api_client_scope where client_id = ?", client),
            row -> row.constant("scope", Scope.class)));
  }

  private List<ApiClientCard> cards(Statement which) {
    return database.list(
        sql("""
        select k.*, a.login, u.code as unit, u.label as unit_label, p.code as perimeter, p.label as perimeter_label
          from api_client k
          join agent a on a.tenant_id = k.tenant_id and a.id = k.agent_id
          join unit u on u.tenant_id = k.tenant_id and u.id = k.unit_id
          left join unit p on p.tenant_id = k.tenant_id and p.id = k.perimeter_unit_id
         where
        """)
            .add(which)
            .add("order by lower(k.label), k.id"),
        this::card);
  }

  private ApiClientCard card(Row row) {
    long id = row.number("id");
    var end = row.instant("expires_at");
    var now = clock.instant();
    var wish =
        new ApiClientWish(
            row.text("login"),
            row.text("label"),
            row.text("unit"),
            row.text("perimeter"),
            database.list(
                sql(
                    """
                    select t.code from api_client_type k join document_type t on t.tenant_id = k.tenant_id and t.id = k.type_id
                     where k.client_id = ? order by t.label, t.code
                    """,
                    id),
                r -> r.text("code")),
            scopes(id),
            end == null ? null : LocalDate.ofInstant(end.minusMillis(1), tenants.current().zone()),
            (int) row.number("calls_per_minute"),
            row.text("networks"));
    return new ApiClientCard(
        id,
        row.number("version"),
        wish,
        row.text("unit_label"),
        row.text("perimeter_label"),
        row.flag("active"),
        row.flag("active") && (end == null || end.isAfter(now)),
        row.flag("active") && end != null && end.isAfter(now) && !end.isAfter(now.plus(NOTICE)));
  }
}
