package fr.vaguemestre.opinion;

import fr.vaguemestre.correspondence.Participant;

/** Of whom a contribution is asked, by row id: an agent or a unit, the other is null. */
record Addressee(Long agent, Long unit) {
  Participant participant() {
    return agent != null
        ? Participant.agent(Participant.Role.CONTRIBUTOR, agent)
        : Participant.unit(Participant.Role.CONTRIBUTOR, unit);
  }
}
