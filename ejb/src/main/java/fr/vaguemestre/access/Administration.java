package fr.vaguemestre.access;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.organisation.AgentWish;
import fr.vaguemestre.organisation.Chart;
import fr.vaguemestre.organisation.DistributionLine;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.UnitWish;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What administrators do to the chart, the agents and the groups of rights; each change is
 * journalled.
 */
@Stateless
public class Administration {
  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject Organisation organisation;
  @Inject Chart chart;
  @Inject Readers readers;
  @Inject Credentials credentials;
  @Inject Journal journal;

  /** A group as the rights matrix shows it. */
  public record GroupLine(String code, String label, Set<Right> rights, long members) {}

  public void saveUnit(Reader reader, @Valid UnitWish wish, Long seenVersion) {
    reader.need(Right.ADMIN_ORGANISATION);
    chart.saveUnit(wish, seenVersion);
    changed(reader, "SAVE_UNIT", wish.code());
  }

  public void saveDistribution(Reader reader, String unit, List<DistributionLine> lines) {
    reader.need(Right.ADMIN_ORGANISATION);
    chart.saveDistribution(unit, lines);
    changed(reader, "SAVE_DISTRIBUTION", unit);
  }

  /** Creates the agent or changes it; nobody gives a right they do not have. */
  public void saveAgent(Reader reader, @Valid AgentWish wish, Long seenVersion) {
    reader.need(Right.ADMIN_ORGANISATION);
    var agent = chart.saveAgent(wish, seenVersion);
    join(reader, agent, wish.groups());
    changed(reader, "SAVE_AGENT", wish.login());
  }

  /** An agent as the form opens them, posts and groups included; empty when there is none. */
  public Optional<AgentCard> agent(Reader reader, String login) {
    reader.need(Right.ADMIN_ORGANISATION);
    return organisation.agent(login).map(agent -> card(agent, groupsOf(reader, login)));
  }

  /**
   * Gives an agent a random password, to be shown once, and ends their sessions. Nobody gets into
   * the account of someone with more rights this way.
   */
  public String resetPassword(Reader reader, String login) {
    reader.need(Right.ADMIN_ORGANISATION);
    var agent = organisation.agent(login).orElseThrow(Refusal::notFound);
    readers.of(agent.id()).ifPresent(other -> refuseMoreThanOwn(reader, other.rights()));
    var password = RandomPassword.make();
    credentials.give(agent, password.toCharArray());
    changed(reader, "RESET_PASSWORD", login);
    return password;
  }

  private static AgentCard card(Agent agent, List<String> groups) {
    return new AgentCard(
        agent.version(),
        agent.passwordHash() != null,
        new AgentWish(
            agent.login(),
            agent.firstName(),
            agent.lastName(),
            agent.civility(),
            agent.jobTitle(),
            agent.email(),
            agent.phone(),
            agent.active(),
            agent.posts().stream()
                .map(p -> new AgentWish.Place(p.unit().code(), p.function(), p.main()))
                .toList(),
            groups));
  }

  public void saveGroup(Reader reader, String code, String label, Set<Right> rights) {
    reader.need(Right.ADMIN_ORGANISATION);
    var group = group(code).orElseGet(() -> new PrivilegeGroup(code));
    refuseMoreThanOwn(reader, group.id() == null ? rights : added(group, rights));
    group.describe(label, rights);
    em.persist(group);
    em.flush();
    refuseWithoutAdministrator();
    changed(reader, "SAVE_GROUP", code);
  }

  /** The first group of a new town, with every right, for its first administrator. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void foundAdministrators(String code, String label, Agent first) {
    var group = new PrivilegeGroup(code);
    group.describe(label, EnumSet.allOf(Right.class));
    group.admit(first);
    em.persist(group);
    readers.organisationChanged();
  }

  public List<GroupLine> groups(Reader reader) {
    reader.need(Right.ADMIN_ORGANISATION);
    return em.createQuery("select g from PrivilegeGroup g order by g.label", PrivilegeGroup.class)
        .getResultStream()
        .map(
            g ->
                new GroupLine(
                    g.code(),
                    g.label(),
                    g.rights(),
                    database.count(
                        sql(
                            "select count(*) as count from agent_group where group_id = ?",
                            g.id()))))
        .toList();
  }

  /** The codes of the groups an agent is in. */
  public List<String> groupsOf(Reader reader, String login) {
    reader.need(Right.ADMIN_ORGANISATION);
    return database.list(
        sql(
            "select g.code from privilege_group g join agent_group m on m.tenant_id = g.tenant_id and m.group_id = g.id join agent a"
                + " on a.tenant_id = m.tenant_id and a.id = m.agent_id where a.login = ? order by g.code",
            login),
        row -> row.text("code"));
  }

  private void join(Reader reader, Agent agent, List<String> codes) {
    for (var group :
        em.createQuery("select g from PrivilegeGroup g", PrivilegeGroup.class).getResultList()) {
      var member =
          database.count(
                  sql(
                      "select count(*) as count from agent_group where group_id = ? and agent_id = ?",
                      group.id(),
                      agent.id()))
              > 0;
      if (codes.contains(group.code()) && !member) {
        refuseMoreThanOwn(reader, group.rights());
        group.admit(agent);
      } else if (!codes.contains(group.code()) && member) {
        group.dismiss(agent);
      }
    }
    em.flush();
    refuseWithoutAdministrator();
  }

  private static Set<Right> added(PrivilegeGroup group, Set<Right> rights) {
    var more = new java.util.HashSet<>(rights);
    more.removeAll(group.rights());
    return more;
  }

  private static void refuseMoreThanOwn(Reader reader, Set<Right> rights) {
    if (!reader.rights().containsAll(rights)) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "access.grants-more-than-own");
    }
  }

  private void refuseWithoutAdministrator() {
    var left =
        database.count(
            sql(
                "select count(*) as count from agent_group g join agent a on a.tenant_id = g.tenant_id and a.id = g.agent_id join"
                    + " privilege_group_right r on r.tenant_id = g.tenant_id and r.group_id = g.group_id where a.active and r.granted"
                    + " = ?",
                Right.ADMIN_ORGANISATION));
    if (left == 0) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "access.last-administrator");
    }
  }

  private Optional<PrivilegeGroup> group(String code) {
    return em.createQuery(
            "select g from PrivilegeGroup g where g.code = :code", PrivilegeGroup.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  private void changed(Reader reader, String action, String code) {
    readers.organisationChanged();
    journal.administration(reader, action, code);
  }
}
