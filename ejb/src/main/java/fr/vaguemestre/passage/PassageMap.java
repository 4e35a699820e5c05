package fr.vaguemestre.passage;

import fr.vaguemestre.circuit.CircuitVersion;
import fr.vaguemestre.circuit.State;
import fr.vaguemestre.circuit.Who;
import fr.vaguemestre.platform.Refusal;
import java.util.List;
import java.util.Map;

/**
 * Which state of a version becomes which of another. A closed letter stays closed and an open one
 * open; a letter outside the circuit stays outside, for that decides who sees it (O4).
 */
final class PassageMap {
  private final CircuitVersion from;
  private final CircuitVersion to;

  PassageMap(CircuitVersion from, CircuitVersion to) {
    this.from = from;
    this.to = to;
  }

  /** The states that this one may become, in their order. */
  List<State> possible(State state) {
    return to.states().stream()
        .filter(t -> t.closed() == state.closed() && t.inCircuit() == state.inCircuit())
        .toList();
  }

  /** The state of the same code where it is possible; null for none. */
  String proposed(State state) {
    return possible(state).stream()
        .map(State::code)
        .filter(state.code()::equals)
        .findFirst()
        .orElse(null);
  }

  /** Whether letters whose approval is under way cannot go on from this state. */
  boolean breaksApproval(String code) {
    return to.from(code).stream().noneMatch(way -> way.who() == Who.APPROVER);
  }

  /**
   * @throws Refusal on the state's field when it cannot become what is asked, or when nothing is
   *     asked at all
   */
  void check(Map<String, String> wished) {
    if (wished.isEmpty()) {
      throw new Refusal("passage.nothing");
    }
    wished.forEach(
        (code, target) -> {
          boolean good =
              from.states().stream()
                  .filter(s -> s.code().equals(code))
                  .anyMatch(s -> possible(s).stream().anyMatch(t -> t.code().equals(target)));
          if (!good) {
            throw new Refusal("passage.not-alike", code, target);
          }
        });
  }
}
