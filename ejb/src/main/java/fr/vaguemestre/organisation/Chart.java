package fr.vaguemestre.organisation;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.Seen;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes the chart. Rights are checked by the administrations of {@code access}, which alone call
 * this.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Chart {
  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject Organisation organisation;

  public Unit saveUnit(UnitWish wish, Long seenVersion) {
    var known = organisation.unit(wish.code());
    known.ifPresent(u -> Seen.check(u.version(), seenVersion, "code", u.code()));
    var parent = blank(wish.parent()) ? null : unit("parent", wish.parent());
    var unit = known.orElseGet(() -> new Unit(wish.code()));
    if (parent == null && otherTop(unit)) {
      throw Refusal.field("parent", "organisation.parent-missing");
    }
    if (parent != null
        && unit.id() != null
        && organisation.below(unit.id()).contains(parent.id())) {
      throw Refusal.field("parent", "organisation.parent-below-itself");
    }
    unit.describe(wish, parent);
    em.persist(unit);
    em.flush();
    return unit;
  }

  /** Puts a unit, with all that is below it, under another. */
  public Unit move(String code, String to, Long seenVersion) {
    var unit = unit("unit", code);
    Seen.check(unit.version(), seenVersion, "unit", code);
    var parent = unit("to", to);
    if (!parent.open()) {
      throw Refusal.field("to", "organisation.unknown-unit", to);
    }
    if (unit.parent() == null) {
      throw Refusal.field("to", "organisation.top-stays");
    }
    if (organisation.below(unit.id()).contains(parent.id())) {
      throw Refusal.field("to", "organisation.parent-below-itself");
    }
    unit.goUnder(parent);
    em.flush();
    return unit;
  }

  public Agent saveAgent(AgentWish wish, Long seenVersion) {
    var known = organisation.agent(wish.login());
    known.ifPresent(a -> Seen.check(a.version(), seenVersion, "login", a.login()));
    if (wish.posts().stream().filter(AgentWish.Place::main).count() != 1) {
      throw Refusal.field("posts", "organisation.one-main-post");
    }
    var agent = known.orElseGet(() -> new Agent(wish.login()));
    agent.describe(wish);
    em.persist(agent);
    sit(agent, wish.posts());
    return agent;
  }

  /**
   * Posts that stay as they were keep their row: the age of a post tells who held a function first.
   */
  private void sit(Agent agent, List<AgentWish.Place> places) {
    var kept = agent.posts().stream().filter(post -> places.contains(place(post))).toList();
    var known = kept.stream().map(Chart::place).toList();
    agent.sit(kept);
    em.flush();
    var fresh =
        places.stream()
            .filter(place -> !known.contains(place))
            .map(p -> new Post(agent, unit("posts", p.unit()), p.function(), p.main()));
    agent.sit(Stream.concat(kept.stream(), fresh).toList());
    em.flush();
  }

  private static AgentWish.Place place(Post post) {
    return new AgentWish.Place(post.unit().code(), post.function(), post.main());
  }

  public void saveDistribution(String code, List<DistributionLine> lines) {
    var unit = unit("unit", code);
    database.update(sql("delete from distribution where unit_id = ?", unit.id()));
    for (var line : lines) {
      Long agent = line.unit() ? null : agent(line.code()).id();
      Long copied = line.unit() ? unit("distribution", line.code()).id() : null;
      em.persist(new Distribution(unit.id(), line, agent, copied));
    }
  }

  private boolean otherTop(Unit unit) {
    return database
        .list(sql("select id from unit where parent_id is null"), row -> row.number("id"))
        .stream()
        .anyMatch(id -> !id.equals(unit.id()));
  }

  private Agent agent(String login) {
    return organisation
        .agent(login)
        .orElseThrow(() -> Refusal.field("distribution", "organisation.unknown-agent", login));
  }

  private Unit unit(String field, String code) {
    return Optional.of(code)
        .flatMap(organisation::unit)
        .orElseThrow(() -> Refusal.field(field, "organisation.unknown-unit", code));
  }

  private static boolean blank(String s) {
    return s == null || s.isBlank();
  }
}
