package fr.vaguemestre.acknowledgement;

import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.circuit.CircuitVersions;
import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * What of the law is done when: what is owed follows from the qualification, and of a closed letter
 * only what the person can still ask for or was told is left.
 */
@ApplicationScoped
public class Stages {
  private static final Set<String> ONCE_CLOSED =
      Set.of("ATTESTATION", "POSTED", "NOTIFIED", "REASONS_ASKED", "REASONS_GIVEN");

  @Inject CircuitVersions circuits;
  @Inject Quarantine quarantine;

  /** How far a letter is. */
  public enum Stage {
    TO_QUALIFY,
    OPEN,
    CLOSED
  }

  /** Where this one is. */
  Stage of(Correspondence letter) {
    var circuit = circuits.of(letter.circuitVersion());
    var state = circuit.state(letter.state());
    if (state.closed()) {
      return Stage.CLOSED;
    }
    boolean toQualify =
        state.initial()
            && circuit.from(state.code()).stream()
                .anyMatch(way -> way.action() == Action.QUALIFY && !way.to().equals(way.from()));
    return toQualify ? Stage.TO_QUALIFY : Stage.OPEN;
  }

  /**
   * @throws Refusal CONFLICT when it is too early or too late for this, or held in quarantine
   */
  void refuse(Correspondence letter, String what) {
    quarantine.refuseHeld(letter.id());
    var stage = of(letter);
    if (stage == Stage.TO_QUALIFY) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "acknowledgement.qualify-first");
    }
    if (stage == Stage.CLOSED && !ONCE_CLOSED.contains(what)) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "acknowledgement.closed");
    }
  }
}
