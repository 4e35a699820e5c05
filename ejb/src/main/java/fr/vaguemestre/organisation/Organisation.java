package fr.vaguemestre.organisation;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads of the chart: units from the top down, agents by unit or by name. */
@Stateless
public class Organisation {
  @PersistenceContext EntityManager em;
  @Inject Database database;

  /** Every open unit, each after its parent, in the order of the chart. */
  public List<UnitLine> units() {
    return database.list(
        sql(
            """
            with recursive chart as (
              select u.*, 0 as depth, array[u.label]::text[] as path from unit u
               where u.parent_id is null and u.closed_on is null
              union all
              select u.*, c.depth + 1, c.path || u.label::text from unit u
                join chart c on c.tenant_id = u.tenant_id and c.id = u.parent_id
               where u.closed_on is null
            )
            select * from chart order by path
            """),
        Organisation::unitLine);
  }

  /** The short labels of these units by their code, open or not. */
  public Map<String, String> shortLabels(Collection<String> codes) {
    var labels = new LinkedHashMap<String, String>();
    database
        .list(
            sql("select u.*, 0 as depth from unit u where u.code = any(?)", codes),
            Organisation::unitLine)
        .forEach(unit -> labels.put(unit.code(), unit.shortLabel()));
    return labels;
  }

  /** A unit, open or not; its depth is not looked for and reads 0. */
  public Optional<UnitLine> line(String code) {
    return database.first(
        sql("select u.*, 0 as depth from unit u where u.code = ?", code), Organisation::unitLine);
  }

  public Optional<Unit> unit(String code) {
    return em.createQuery("select u from Unit u where u.code = :code", Unit.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  public Optional<Agent> agent(String login) {
    return em.createQuery("select a from Agent a where a.login = :login", Agent.class)
        .setParameter("login", login)
        .getResultStream()
        .findFirst();
  }

  /**
   * @param field where a refusal shows
   * @throws Refusal when no open unit has this code
   */
  public Unit openUnit(String field, String code) {
    return unit(code)
        .filter(Unit::open)
        .orElseThrow(() -> Refusal.field(field, "organisation.unknown-unit", code));
  }

  /**
   * @param field where a refusal shows
   * @throws Refusal when no active agent has this login, or a machine account does
   */
  public Agent activeAgent(String field, String login) {
    return agent(login)
        .filter(agent -> agent.active() && !agent.machine())
        .orElseThrow(() -> Refusal.field(field, "organisation.unknown-agent", login));
  }

  /** Active people, by last name; {@code startsWith} narrows on either name, null for everyone. */
  public List<AgentLine> agents(String startsWith) {
    var prefix = startsWith == null ? "" : startsWith.toLowerCase(java.util.Locale.ROOT);
    return database.list(
        sql(
            """
            select a.*, u.short_label as unit from agent a
              left join post p on p.tenant_id = a.tenant_id and p.agent_id = a.id and p.main
              left join unit u on u.tenant_id = p.tenant_id and u.id = p.unit_id
             where not a.machine and (lower(a.last_name) like ? or lower(a.first_name) like ?)
             order by a.last_name, a.first_name, a.id
            """,
            prefix + "%",
            prefix + "%"),
        Organisation::agentLine);
  }

  /** The people who sit in a unit. */
  public List<AgentLine> agentsOf(long unit) {
    return database.list(
        sql(
            """
            select distinct a.*, u.short_label as unit from agent a
              join post p on p.tenant_id = a.tenant_id and p.agent_id = a.id
              join unit u on u.tenant_id = p.tenant_id and u.id = p.unit_id
             where a.active and not a.machine and p.unit_id = ? order by a.last_name, a.first_name, a.id
            """,
            unit),
        Organisation::agentLine);
  }

  /** To whom what comes to a unit goes, and who is put in copy of it. */
  public List<DistributionLine> distribution(String unit) {
    return database.list(
        sql(
            """
            select d.role, d.copy_unit_id is not null as is_unit, coalesce(c.code, a.login) as code,
                   coalesce(c.label, a.first_name || ' ' || a.last_name) as label
              from distribution d join unit u on u.tenant_id = d.tenant_id and u.id = d.unit_id
              left join unit c on c.tenant_id = d.tenant_id and c.id = d.copy_unit_id
              left join agent a on a.tenant_id = d.tenant_id and a.id = d.agent_id
             where u.code = ? order by d.role, d.id
            """,
            unit),
        row ->
            new DistributionLine(
                row.constant("role", DistributionLine.Role.class),
                row.flag("is_unit"),
                row.text("code"),
                row.text("label")));
  }

  /** The unit and all below it, the unit first. */
  public List<Long> below(long unit) {
    return database.list(
        sql(
            """
            with recursive branch as (
              select u.tenant_id, u.id from unit u where u.id = ?
              union all
              select u.tenant_id, u.id from unit u join branch b on b.tenant_id = u.tenant_id and b.id = u.parent_id
            )
            select id from branch
            """,
            unit),
        row -> row.number("id"));
  }

  /** These units (codes) and all below them, open or not. */
  public Set<String> codesBelow(Collection<String> codes) {
    return new LinkedHashSet<>(
        database.list(
            sql(
                """
                with recursive branch as (
                  select u.tenant_id, u.id, u.code from unit u where u.code = any(?)
                  union
                  select u.tenant_id, u.id, u.code from unit u join branch b on b.tenant_id = u.tenant_id and b.id = u.parent_id
                )
                select code from branch union select unnest(?) order by code
                """,
                codes,
                codes),
            row -> row.text("code")));
  }

  static UnitLine unitLine(Row row) {
    return new UnitLine(
        row.number("id"),
        row.number("version"),
        row.text("code"),
        row.text("label"),
        row.text("short_label"),
        row.constant("kind", UnitKind.class),
        row.numberOrNull("parent_id"),
        (int) row.number("depth"),
        row.text("email"),
        row.text("phone"),
        row.text("address"));
  }

  static AgentLine agentLine(Row row) {
    return new AgentLine(
        row.number("id"),
        row.number("version"),
        row.text("login"),
        row.text("first_name"),
        row.text("last_name"),
        row.text("job_title"),
        row.text("email"),
        row.text("unit"),
        row.flag("active"));
  }
}
