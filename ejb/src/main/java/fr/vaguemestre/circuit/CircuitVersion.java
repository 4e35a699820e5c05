package fr.vaguemestre.circuit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a circuit says from one publication on; letters under way stay on the version they began
 * with. States and transitions are in their order.
 */
public record CircuitVersion(
    long id,
    String label,
    int number,
    Instant publishedAt,
    List<State> states,
    List<Transition> transitions) {
  public CircuitVersion {
    states = List.copyOf(states);
    transitions = List.copyOf(transitions);
  }

  public State initial() {
    return states.stream().filter(State::initial).findFirst().orElseThrow();
  }

  /** Where a politically sensitive letter waits until it is put into the circuit (O4). */
  public Optional<State> outside() {
    return states.stream().filter(s -> !s.inCircuit()).findFirst();
  }

  /** Where a letter stands that was qualified as it was registered. */
  public State qualified() {
    return from(initial().code()).stream()
        .filter(t -> t.action() == Action.QUALIFY)
        .findFirst()
        .map(t -> state(t.to()))
        .orElseGet(this::initial);
  }

  public State state(String code) {
    return states.stream().filter(s -> s.code().equals(code)).findFirst().orElseThrow();
  }

  /** The transitions that leave a state, in their order. */
  public List<Transition> from(String state) {
    return transitions.stream().filter(t -> t.from().equals(state)).toList();
  }
}
