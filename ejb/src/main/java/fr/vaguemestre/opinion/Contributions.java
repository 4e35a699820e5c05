package fr.vaguemestre.opinion;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.correspondence.Participant;
import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.Unit;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asking for a contribution and giving it. */
@Stateless
public class Contributions {
  private static final int LONGEST = 8000;

  /**
   * Those still awaited from this reader, himself or one of his units; needs their agent id and own
   * units.
   */
  private static final String AWAITED =
      "answered_at is null and not withdrawn and (asked_of_agent_id = ? or asked_of_unit_id = any(?))";

  @PersistenceContext EntityManager em;
  @Inject CorrespondenceActions actions;
  @Inject Organisation organisation;
  @Inject Database database;
  @Inject Clock clock;

  public void request(
      Reader reader, long letter, long seenVersion, @Valid ContributionRequest wish) {
    if (blank(wish.agent()) == blank(wish.unit())) {
      throw Refusal.field("agent", "routing.unit-or-agent");
    }
    Long agent = blank(wish.agent()) ? null : agent(wish.agent()).id();
    Long unit = blank(wish.unit()) ? null : unit(wish.unit()).id();
    var facts = agent != null ? Map.of("agent", wish.agent()) : Map.of("unit", wish.unit());
    var found =
        actions.begin(
            reader, letter, seenVersion, Action.REQUEST_CONTRIBUTION, facts, wish.question());
    found.join(
        agent != null
            ? Participant.agent(Participant.Role.CONTRIBUTOR, agent)
            : Participant.unit(Participant.Role.CONTRIBUTOR, unit));
    em.persist(
        new Contribution(
            letter,
            reader.agent(),
            agent,
            unit,
            wish.question().strip(),
            wish.dueOn(),
            clock.instant()));
  }

  /** Answers every contribution awaited from this reader on this letter. */
  public void give(Reader reader, long letter, long seenVersion, String text) {
    if (blank(text)) {
      throw Refusal.field("answer", "opinion.empty");
    }
    if (text.length() > LONGEST) {
      throw Refusal.field("answer", "opinion.too-long", LONGEST);
    }
    var acting = actions.acting(reader, letter, Action.CONTRIBUTE);
    actions.begin(acting, letter, seenVersion, Action.CONTRIBUTE, Map.of(), text.strip());
    database
        .list(
            sql("select id from contribution where correspondence_id = ? and", letter)
                .add(AWAITED, acting.agent(), acting.ownUnits()),
            row -> row.number("id"))
        .forEach(
            id ->
                em.find(Contribution.class, id)
                    .give(acting.actor(), acting.inPlaceOf(), text.strip(), clock.instant()));
  }

  public List<ContributionLine> of(Reader reader, long letter) {
    actions.visible(reader, letter);
    return database.list(
        sql("select c.*, (")
            .add(AWAITED, reader.agent(), reader.ownUnits())
            .add(
                """
                ) as mine,
                  b.first_name || ' ' || b.last_name as asker, g.first_name || ' ' || g.last_name as giver,
                  f.first_name || ' ' || f.last_name as in_place_of,
                  coalesce(u.label, o.first_name || ' ' || o.last_name) as asked_of
                  from contribution c
                  join agent b on b.tenant_id = c.tenant_id and b.id = c.asked_by
                  left join agent g on g.tenant_id = c.tenant_id and g.id = c.answered_by
                  left join agent f on f.tenant_id = c.tenant_id and f.id = c.answered_for
                  left join agent o on o.tenant_id = c.tenant_id and o.id = c.asked_of_agent_id
                  left join unit u on u.tenant_id = c.tenant_id and u.id = c.asked_of_unit_id
                 where c.correspondence_id = ? order by c.asked_at, c.id
                """,
                letter),
        row ->
            new ContributionLine(
                row.number("id"),
                row.text("asker"),
                row.text("asked_of"),
                row.instant("asked_at"),
                row.date("due_on"),
                row.text("question"),
                row.text("answer"),
                row.text("giver"),
                row.text("in_place_of"),
                row.instant("answered_at"),
                row.flag("mine")));
  }

  /** Whether a contribution to this letter is awaited from this reader. */
  public boolean awaitedFrom(Reader reader, long letter) {
    return database.count(
            sql(
                    "select count(*) as count from contribution where correspondence_id = ? and",
                    letter)
                .add(AWAITED, reader.agent(), reader.ownUnits()))
        > 0;
  }

  private Unit unit(String code) {
    return organisation
        .unit(code)
        .filter(Unit::open)
        .orElseThrow(() -> Refusal.field("unit", "organisation.unknown-unit", code));
  }

  private Agent agent(String login) {
    return Optional.of(login)
        .flatMap(organisation::agent)
        .filter(Agent::active)
        .orElseThrow(() -> Refusal.field("agent", "organisation.unknown-agent", login));
  }

  private static boolean blank(String s) {
    return s == null || s.isBlank();
  }
}
