package fr.vaguemestre.circuit;

import fr.vaguemestre.access.Right;
import java.time.Instant;
import java.util.List;

/** A circuit as a screen shows it: each state, and the ways that leave it. */
public record CircuitView(String label, int number, Instant publishedAt, List<Step> states) {
  /** A state; {@code tone} as the chips colour it. */
  public record Step(
      String code,
      String label,
      String citizenLabel,
      String tone,
      boolean initial,
      boolean closed,
      List<Way> ways) {}

  /** What can be done in a state; {@code right} null when seeing the letter is enough. */
  public record Way(
      String label,
      String to,
      boolean moves,
      Right right,
      Who who,
      Condition condition,
      Transition.Prominence prominence) {}
}
