package fr.vaguemestre.correspondence;

import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.organisation.DistributionLine;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.Unit;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Brings a letter to a unit as the unit's distribution list says. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Deliveries {
  @Inject Organisation organisation;

  /**
   * Assigns the letter to the unit and to the agent named, else to the agent of the list; those in
   * copy of the list join it.
   *
   * @param agent null for whoever the list says
   */
  public void deliver(Correspondence letter, Unit unit, Agent agent) {
    Agent addressee = agent;
    for (var line : organisation.distribution(unit.code())) {
      if (line.role() == DistributionLine.Role.COPY) {
        copy(letter, line);
      } else if (addressee == null && !line.unit()) {
        addressee = organisation.agent(line.code()).filter(Agent::active).orElse(null);
      }
    }
    letter.assign(unit, addressee);
  }

  private void copy(Correspondence letter, DistributionLine line) {
    if (line.unit()) {
      organisation
          .unit(line.code())
          .filter(Unit::open)
          .ifPresent(u -> letter.join(Participant.unit(Participant.Role.COPY, u.id())));
    } else {
      organisation
          .agent(line.code())
          .filter(Agent::active)
          .ifPresent(a -> letter.join(Participant.agent(Participant.Role.COPY, a.id())));
    }
  }
}
