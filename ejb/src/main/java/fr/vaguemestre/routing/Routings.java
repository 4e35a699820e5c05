package fr.vaguemestre.routing;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.correspondence.Deliveries;
import fr.vaguemestre.correspondence.Participant;
import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.Unit;
import fr.vaguemestre.platform.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/** Redirecting, taking charge, putting in copy. */
@Stateless
public class Routings {
  @Inject CorrespondenceActions actions;
  @Inject Organisation organisation;
  @Inject Deliveries deliveries;

  /**
   * Sends the letter to a unit's basket, or to one of its agents, within the reader's perimeter; to
   * those of the unit's distribution list too.
   *
   * @param unit the unit's code; null for the agent's main unit
   * @param agent the agent's login; null for the unit as a whole
   * @param reason why, for the history; may be null
   */
  public void redirect(
      Reader reader, long letter, long seenVersion, String unit, String agent, String reason) {
    var to = blank(agent) ? null : organisation.activeAgent("agent", agent);
    var where = blank(unit) ? mainUnit(to) : organisation.openUnit("unit", unit);
    if (to != null && to.posts().stream().noneMatch(p -> p.unit().id().equals(where.id()))) {
      throw Refusal.field("agent", "routing.agent-not-in-unit", to.name(), where.label());
    }
    if (!reader.may(Right.REDIRECT, where.id())) {
      throw Refusal.field("unit", "routing.outside-perimeter", where.label());
    }
    var facts = new HashMap<String, String>();
    facts.put("unit", where.code());
    facts.put("agent", to == null ? null : to.login());
    facts.put("copies", deliveries.copies(actions.visible(reader, letter), where));
    deliveries.deliver(
        actions.begin(reader, letter, seenVersion, Action.REDIRECT, facts, reason), where, to);
  }

  public void takeCharge(Reader reader, long letter, long seenVersion) {
    var found = actions.begin(reader, letter, seenVersion, Action.TAKE_CHARGE);
    found.assign(found.unit(), organisation.activeAgent("agent", reader.login()));
  }

  /**
   * Puts a unit (by code) or an agent (by login) in copy: they see the letter from now on (O6, O7).
   */
  public void copy(Reader reader, long letter, long seenVersion, String unit, String agent) {
    if (blank(unit) == blank(agent)) {
      throw Refusal.field("unit", "routing.unit-or-agent");
    }
    var participant =
        blank(agent)
            ? Participant.unit(Participant.Role.COPY, organisation.openUnit("unit", unit).id())
            : Participant.agent(
                Participant.Role.COPY, organisation.activeAgent("agent", agent).id());
    var facts = blank(agent) ? Map.of("unit", unit) : Map.of("agent", agent);
    actions.begin(reader, letter, seenVersion, Action.COPY, facts, null).join(participant);
  }

  private static Unit mainUnit(Agent agent) {
    if (agent == null) {
      throw Refusal.field("unit", "routing.unit-or-agent");
    }
    return agent.posts().stream().filter(p -> p.main()).findFirst().orElseThrow().unit();
  }

  private static boolean blank(String s) {
    return s == null || s.isBlank();
  }
}
