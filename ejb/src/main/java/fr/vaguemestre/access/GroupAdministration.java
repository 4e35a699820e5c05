package fr.vaguemestre.access;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.Seen;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The groups of rights (ORG2). A group serves the whole town, so only who administers the whole
 * town changes one, and gives only rights they hold on the whole town. Each change is journalled.
 */
@Stateless
public class GroupAdministration {
  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject Readers readers;
  @Inject Journal journal;

  /** A group as the matrix shows it: a column. */
  public record GroupLine(
      String code, String label, long version, Map<Right, Perimeter> rights, long members) {}

  public List<GroupLine> groups(Reader reader) {
    if (!reader.may(Right.ADMIN_ORGANISATION)) {
      reader.need(Right.ADMIN_AGENTS);
    }
    var members =
        database
            .list(
                sql("select group_id, count(*) as count from agent_group group by group_id"),
                row -> Map.entry(row.number("group_id"), row.number("count")))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return all()
        .map(
            g ->
                new GroupLine(
                    g.code(), g.label(), g.version(), g.rights(), members.getOrDefault(g.id(), 0L)))
        .toList();
  }

  /** Creates the groups or changes them, all or none. */
  public void saveGroups(Reader reader, @Valid List<GroupWish> wishes) {
    reader.need(Right.ADMIN_ORGANISATION, null);
    readers.organisationChanged();
    wishes.forEach(wish -> save(reader, wish));
    em.flush();
    refuseWithoutAdministrator();
    wishes.forEach(wish -> journal.administration(reader, "SAVE_GROUP", wish.code()));
  }

  private void save(Reader reader, GroupWish wish) {
    var known = all().filter(g -> g.code().equals(wish.code())).findFirst();
    known.ifPresent(g -> Seen.check(g.version(), wish.seenVersion(), "code", g.code()));
    var group = known.orElseGet(() -> new PrivilegeGroup(wish.code()));
    refuseMoreThanOwn(reader, group, wish.rights());
    group.describe(wish.label(), wish.rights());
    em.persist(group);
    em.lock(group, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
  }

  /** The first group of a new town, for its first administrator. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void foundAdministrators(String code, String label, Agent first, Set<Right> rights) {
    var group = new PrivilegeGroup(code);
    group.describe(
        label,
        rights.stream().collect(Collectors.toMap(Function.identity(), right -> Perimeter.TOWN)));
    group.admit(first);
    em.persist(group);
    readers.organisationChanged();
  }

  /**
   * Puts the agent in these groups and no other; in the transaction of a change whose author has
   * been checked.
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void join(Agent agent, List<String> codes) {
    var present = of(agent.login());
    all()
        .filter(g -> codes.contains(g.code()) != present.contains(g.code()))
        .forEach(
            g -> {
              if (present.contains(g.code())) {
                g.dismiss(agent);
              } else {
                g.admit(agent);
              }
            });
    em.flush();
  }

  /** The codes of the groups an agent is in. */
  public List<String> of(String login) {
    return database.list(
        sql(
            "select g.code from privilege_group g join agent_group m on m.tenant_id = g.tenant_id and m.group_id = g.id join agent a"
                + " on a.tenant_id = m.tenant_id and a.id = m.agent_id where a.login = ? order by g.code",
            login),
        row -> row.text("code"));
  }

  /**
   * @throws Refusal CONFLICT when no active agent would administer the whole town's organisation
   */
  public void refuseWithoutAdministrator() {
    var left =
        database.count(
            sql(
                "select count(*) as count from agent_group g join agent a on a.tenant_id = g.tenant_id and a.id = g.agent_id join"
                    + " privilege_group_right r on r.tenant_id = g.tenant_id and r.group_id = g.group_id where a.active and r.granted"
                    + " = ? and r.perimeter = ?",
                Right.ADMIN_ORGANISATION,
                Perimeter.TOWN));
    if (left == 0) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "access.last-administrator");
    }
  }

  private static void refuseMoreThanOwn(
      Reader reader, PrivilegeGroup group, Map<Right, Perimeter> rights) {
    var present = group.rights();
    rights.forEach(
        (right, perimeter) -> {
          var kept = Optional.ofNullable(present.get(right)).filter(p -> p.covers(perimeter));
          if (kept.isEmpty() && !reader.may(right, null)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "access.grants-more-than-own");
          }
        });
  }

  private Stream<PrivilegeGroup> all() {
    return em
        .createQuery("select g from PrivilegeGroup g order by g.label", PrivilegeGroup.class)
        .getResultList()
        .stream();
  }
}
