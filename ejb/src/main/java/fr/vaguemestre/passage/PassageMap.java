package fr.vaguemestre.passage;

import fr.vaguemestre.circuit.CircuitVersion;
import fr.vaguemestre.circuit.State;
import fr.vaguemestre.circuit.Transition;
import fr.vaguemestre.circuit.Who;
import fr.vaguemestre.platform.Refusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

  /**
   * Of whom what is awaited could no longer be given: from the target, though it could from the
   * state that is left, or from no state at all.
   */
  Set<Who> lost(String state, String target) {
    var here = whos(from.from(state));
    var everywhere = whos(to.transitions());
    var lost = EnumSet.of(Who.APPROVER, Who.TASKED, Who.CONTRIBUTOR);
    lost.removeIf(who -> !here.contains(who) && everywhere.contains(who));
    lost.removeAll(whos(to.from(target)));
    return lost;
  }

  private static Set<Who> whos(List<Transition> ways) {
    return ways.stream().map(Transition::who).collect(Collectors.toSet());
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
