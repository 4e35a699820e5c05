package fr.vaguemestre.acknowledgement;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.circuit.Doorkeeper;
import fr.vaguemestre.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** A letter in quarantine is given back, noted or closed, and nothing else (SVE-9). */
@ApplicationScoped
public class QuarantineDoor implements Doorkeeper {
  private static final Set<Action> OPEN = Set.of(Action.ACKNOWLEDGE, Action.NOTE, Action.CLOSE);

  @Inject Quarantine quarantine;

  @Override
  public void pass(Reader reader, long correspondence, Action action) {
    if (!OPEN.contains(action) && quarantine.holds(correspondence)) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "acknowledgement.quarantined");
    }
  }
}
