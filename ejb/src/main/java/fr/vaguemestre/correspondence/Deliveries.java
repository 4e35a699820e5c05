package fr.vaguemestre.correspondence;

import fr.vaguemestre.organisation.Agent;
import fr.vaguemestre.organisation.DistributionLine;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.Unit;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Collectors;

/** Brings a letter to a unit as the unit's distribution list says. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Deliveries {
  @Inject Organisation organisation;

  /**
   * Those whom the unit's list will put in copy of the letter and who are not yet, as facts of the
   * journal: {@code a:login} and {@code u:CODE}, between commas; null for nobody.
   */
  public String copies(Correspondence letter, Unit unit) {
    var codes =
        organisation.distribution(unit.code()).stream()
            .filter(line -> line.role() == DistributionLine.Role.COPY)
            .filter(
                line ->
                    participant(line).filter(p -> !letter.participants().contains(p)).isPresent())
            .map(line -> (line.unit() ? "u:" : "a:") + line.code())
            .collect(Collectors.joining(","));
    return codes.isEmpty() ? null : codes;
  }

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
        participant(line).ifPresent(letter::join);
      } else if (addressee == null && !line.unit()) {
        addressee = organisation.agent(line.code()).filter(Agent::active).orElse(null);
      }
    }
    letter.assign(unit, addressee);
  }

  private Optional<Participant> participant(DistributionLine line) {
    return line.unit()
        ? organisation
            .unit(line.code())
            .filter(Unit::open)
            .map(u -> Participant.unit(Participant.Role.COPY, u.id()))
        : organisation
            .agent(line.code())
            .filter(Agent::active)
            .map(a -> Participant.agent(Participant.Role.COPY, a.id()));
  }
}
