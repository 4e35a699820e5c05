package fr.vaguemestre.circuit;

import java.time.Instant;
import java.util.List;

/**
 * The version of a circuit that is being prepared, as it stands. Every change of it moves {@code
 * seen}; each state and each transition has a {@code seen} of its own besides, so that two people
 * may change different parts at one time.
 */
public record CircuitDraft(
    long id, long seen, String label, int number, List<Part> parts, List<Way> ways) {
  /** A state, and its place among them. */
  public record Part(State state, int position, long seen) {}

  /** A transition, by its row id, and its place among them. */
  public record Way(long id, Transition way, int position, long seen) {}

  public List<State> states() {
    return parts.stream().map(Part::state).toList();
  }

  public List<Transition> transitions() {
    return ways.stream().map(Way::way).toList();
  }

  /** What it would be if it were published at that moment. */
  public CircuitVersion at(Instant when) {
    return new CircuitVersion(id, label, number, when, states(), transitions());
  }
}
