package fr.vaguemestre.organisation;

import static fr.vaguemestre.platform.db.Statement.literally;
import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The chart and its people a little at a time: one level, one page, the first that match. A search
 * takes any words of the names, in any order, whatever the case and the accents.
 */
@Stateless
public class Directory {
  private static final String NODE =
      """
      select u.id, u.version, u.code, u.label, u.kind, u.email, u.closed_on is null as open,
             (select count(*) from unit b where b.tenant_id = u.tenant_id and b.parent_id = u.id and b.closed_on is null) as below,
             (select count(distinct p.agent_id) from post p join agent a on a.tenant_id = p.tenant_id and a.id = p.agent_id and a.active
               where p.tenant_id = u.tenant_id and p.unit_id = u.id) as seats
        from unit u
      """;

  @Inject Database database;

  /** The open units right below this one (code), by name; null for the top of the chart. */
  public List<UnitNode> below(String parent) {
    var where =
        parent == null
            ? sql("u.parent_id is null and")
            : sql("u.parent_id = (select id from unit where code = ?) and", parent);
    return database.list(
        sql(NODE).add("where").add(where).add("u.closed_on is null order by u.label, u.id"),
        Directory::node);
  }

  /**
   * The units from the top of the chart down to this one (code), itself last; none when unknown.
   */
  public List<UnitNode> path(String code) {
    return database.list(
        sql(
                """
                with recursive up as (
                  select u.tenant_id, u.id as up_id, u.parent_id, 0 as height from unit u where u.code = ?
                  union all
                  select u.tenant_id, u.id, u.parent_id, up.height + 1 from unit u
                    join up on up.tenant_id = u.tenant_id and up.parent_id = u.id
                )
                """,
                code)
            .add(NODE)
            .add("join up on up.up_id = u.id order by height desc"),
        Directory::node);
  }

  /**
   * The units whose names hold these words, those that begin so first.
   *
   * @param within limits to these units; null for the whole town
   * @param closed closed ones too
   */
  public List<UnitNode> units(String typed, Collection<Long> within, boolean closed, int most) {
    var query = sql(NODE).add("where").add(closed ? "true" : "u.closed_on is null");
    matching(query, "u", typed);
    if (within != null) {
      query.add("and u.id = any(?)", within);
    }
    return database.list(
        query
            .add("order by u.search_key like fold(?) || '%' desc, u.label, u.id", escaped(typed))
            .add("limit ?", most),
        Directory::node);
  }

  /**
   * The people whose names hold these words, in the order of their last names; machine accounts
   * left out.
   *
   * @param within limits to those whose main unit is one of these; null for the whole town
   * @param closed closed accounts too
   */
  public AgentPage agents(
      String typed, Collection<Long> within, boolean closed, int from, int most) {
    var people =
        sql("""
            from agent a left join post p on p.tenant_id = a.tenant_id and p.agent_id = a.id and p.main
              left join unit u on u.tenant_id = p.tenant_id and u.id = p.unit_id
             where not a.machine and
            """)
            .add(closed ? "true" : "a.active");
    matching(people, "a", typed);
    if (within != null) {
      people.add("and u.id = any(?)", within);
    }
    return new AgentPage(
        database.list(
            sql("select a.*, u.short_label as unit")
                .add(people)
                .add("order by a.last_name, a.first_name, a.id offset ? limit ?", from, most),
            Organisation::agentLine),
        database.count(sql("select count(*) as count").add(people)));
  }

  /** The first active people whose names hold these words. */
  public List<AgentLine> people(String typed, int most) {
    return agents(typed, null, false, 0, most).lines();
  }

  /** Those called so, with or without their unit after a comma: "Paul Merle, Sports". */
  public List<AgentLine> peopleCalled(String name) {
    return database.list(
        sql(
            """
            select a.*, u.short_label as unit from agent a
              left join post p on p.tenant_id = a.tenant_id and p.agent_id = a.id and p.main
              left join unit u on u.tenant_id = p.tenant_id and u.id = p.unit_id
             where a.active and not a.machine and fold(trim(?)) in
                   (fold(a.first_name || ' ' || a.last_name), fold(a.first_name || ' ' || a.last_name || ', ' || u.short_label))
             order by a.id limit 2
            """,
            name),
        Organisation::agentLine);
  }

  /** Active people who have one of these rights (names of {@code access.Right}), by last name. */
  public List<AgentLine> peopleWhoMay(List<String> rights, int most) {
    return database.list(
        sql(
            """
            select a.*, u.short_label as unit from agent a
              left join post p on p.tenant_id = a.tenant_id and p.agent_id = a.id and p.main
              left join unit u on u.tenant_id = p.tenant_id and u.id = p.unit_id
             where a.active and not a.machine
               and exists (select 1 from agent_group g
                     join privilege_group_right r on r.tenant_id = g.tenant_id and r.group_id = g.group_id
                    where g.tenant_id = a.tenant_id and g.agent_id = a.id and r.granted = any(?))
             order by a.last_name, a.first_name, a.id limit ?
            """,
            rights,
            most),
        Organisation::agentLine);
  }

  /** The unit's name, open or not. */
  public Optional<String> unitName(String code) {
    return database.first(
        sql("select label from unit where code = ?", code), row -> row.text("label"));
  }

  /** Somebody by their login, active or not, with their main unit. */
  public Optional<AgentLine> person(String login) {
    return database.first(
        sql(
            """
            select a.*, u.short_label as unit from agent a
              left join post p on p.tenant_id = a.tenant_id and p.agent_id = a.id and p.main
              left join unit u on u.tenant_id = p.tenant_id and u.id = p.unit_id
             where a.login = ?
            """,
            login),
        Organisation::agentLine);
  }

  /** The open units called so. */
  public List<UnitNode> unitsCalled(String name) {
    return database.list(
        sql(NODE)
            .add("where u.closed_on is null and fold(u.label) = fold(trim(?)) order by u.id", name),
        Directory::node);
  }

  /** Who sits in a unit, by function then by name; the first ones when they are many. */
  public List<Seat> seats(String unit, int most) {
    return database.list(
        sql(
            """
            select a.login, a.first_name || ' ' || a.last_name as name, p.function, p.main, a.active from post p
              join agent a on a.tenant_id = p.tenant_id and a.id = p.agent_id
              join unit u on u.tenant_id = p.tenant_id and u.id = p.unit_id
             where u.code = ? and a.active order by p.function = 'AGENT', a.last_name, a.first_name, a.id limit ?
            """,
            unit,
            most),
        row ->
            new Seat(
                row.text("login"),
                row.text("name"),
                row.constant("function", Function.class),
                row.flag("main"),
                row.flag("active")));
  }

  private static void matching(Statement query, String alias, String typed) {
    if (typed != null && !typed.isBlank()) {
      for (var word : escaped(typed).split("\\s+")) {
        query.add("and " + alias + ".search_key like '%' || fold(?) || '%'", word);
      }
    }
  }

  private static String escaped(String typed) {
    return typed == null ? "" : literally(typed.strip());
  }

  private static UnitNode node(Row row) {
    return new UnitNode(
        row.number("id"),
        row.number("version"),
        row.text("code"),
        row.text("label"),
        row.constant("kind", UnitKind.class),
        row.text("email"),
        row.flag("open"),
        row.number("below"),
        row.number("seats"));
  }
}
