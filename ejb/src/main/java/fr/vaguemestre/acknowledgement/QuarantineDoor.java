package fr.vaguemestre.acknowledgement;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.circuit.Doorkeeper;
import fr.vaguemestre.circuit.Transition;
import fr.vaguemestre.circuit.Transition.Prominence;
import fr.vaguemestre.circuit.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A letter in quarantine is given back, noted or closed, and nothing else (SVE-9). Whoever may
 * qualify it gives it back, in whatever state of whatever version of its circuit it is: older ones
 * have no way for it.
 */
@ApplicationScoped
public class QuarantineDoor implements Doorkeeper {
  private static final Set<Action> OPEN = Set.of(Action.NOTE, Action.CLOSE);

  @Inject Quarantine quarantine;

  @Override
  public void pass(Reader reader, long correspondence, Action action) {
    if (action != Action.ACKNOWLEDGE && !OPEN.contains(action)) {
      quarantine.refuseHeld(correspondence);
    }
  }

  @Override
  public List<Transition> ways(long correspondence, String state, List<Transition> ofCircuit) {
    return quarantine.holds(correspondence) ? whileHeld(state, ofCircuit) : ofCircuit;
  }

  static List<Transition> whileHeld(String state, List<Transition> ofCircuit) {
    return Stream.concat(
            Stream.of(
                new Transition(
                    Action.ACKNOWLEDGE,
                    state,
                    state,
                    Right.QUALIFY,
                    Who.VIEWER,
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    "Sortir de la quarantaine",
                    Prominence.LIKELY)),
            ofCircuit.stream().filter(way -> OPEN.contains(way.action())))
        .toList();
  }
}
