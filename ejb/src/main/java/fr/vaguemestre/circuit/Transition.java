package fr.vaguemestre.circuit;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One way from a state to another: by which action, for whom, with which right, on which
 * conditions, and what it does besides. Whether it is open is decided here and nowhere else.
 *
 * @param right the right it takes; null when seeing the letter is enough
 * @param conditions all must hold; none for always
 */
public record Transition(
    Action action,
    String from,
    String to,
    Right right,
    Who who,
    Set<Condition> conditions,
    Set<Effect> effects,
    Set<Requirement> required,
    String label,
    Prominence prominence) {
  public Transition {
    conditions = Set.copyOf(conditions);
    effects = Set.copyOf(effects);
    required = Set.copyOf(required);
  }

  /**
   * How a transition is shown: the one primary button, a likely one, under "Plus…", or not at all.
   */
  public enum Prominence {
    PRIMARY,
    LIKELY,
    MORE,
    HIDDEN
  }

  /** What the action takes for granted and the transition does not say, in which field of it. */
  record Lack(String field, String key) {}

  List<Lack> lacks() {
    return Stream.concat(
            action.whose().stream()
                .filter(whose -> whose != who)
                .map(whose -> new Lack("who", "circuit.needs-who." + whose)),
            action.needs().stream()
                .filter(needed -> !conditions.contains(needed))
                .map(needed -> new Lack("conditions", "circuit.needs-condition." + needed)))
        .toList();
  }

  public boolean moves() {
    return !from.equals(to);
  }

  /** Whether the application takes it, and nobody else. */
  public boolean bySystem() {
    return who == Who.SYSTEM;
  }

  /** What keeps this reader, who sees the letter, from taking it; empty for nothing. */
  public Optional<Obstacle> obstacle(Reader reader, Situation letter) {
    if (right != null && !reader.may(right)) {
      return Optional.of(Obstacle.RIGHT);
    }
    if (right != null && !inPerson() && !reader.may(right, letter.unit())) {
      return Optional.of(Obstacle.ELSEWHERE);
    }
    return Optional.ofNullable(stranger(reader, letter));
  }

  /** The first condition that the letter does not meet, in the order they are declared. */
  public Optional<Condition> unmet(Situation letter) {
    return Stream.concat(conditions.stream(), action.needs().stream())
        .sorted()
        .filter(c -> !letter.holds(c))
        .findFirst();
  }

  /** What the action asks for comes before what a version of the circuit may say. */
  private Who whose() {
    return action.whose().orElse(who);
  }

  /** Whoever was asked in person acts wherever the letter is; the others within their perimeter. */
  private boolean inPerson() {
    return whose() == Who.CONTRIBUTOR || whose() == Who.TASKED || whose() == Who.APPROVER;
  }

  private Obstacle stranger(Reader reader, Situation letter) {
    boolean holder = reader.branch().contains(letter.unit());
    boolean inCharge = letter.assignee() != null && letter.assignee() == reader.agent();
    return switch (whose()) {
      case VIEWER -> null;
      case HOLDER -> holder ? null : Obstacle.NOT_HOLDER;
      case HANDLER -> holder || inCharge ? null : Obstacle.NOT_HANDLER;
      case CONTRIBUTOR -> letter.awaits(Who.CONTRIBUTOR, reader) ? null : Obstacle.NOT_ASKED;
      case TASKED -> letter.awaits(Who.TASKED, reader) ? null : Obstacle.NOT_TASKED;
      case APPROVER -> letter.awaits(Who.APPROVER, reader) ? null : Obstacle.NOT_THEIR_TURN;
      case SYSTEM -> Obstacle.SYSTEM;
    };
  }
}
