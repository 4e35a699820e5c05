package fr.vaguemestre.circuit;

import fr.vaguemestre.access.Right;

/**
 * One way from a state to another: by which action, for whom, with which right, on which condition.
 *
 * @param right the right it takes; null when seeing the letter is enough
 */
public record Transition(
    Action action,
    String from,
    String to,
    Right right,
    Who who,
    Condition condition,
    String label,
    Prominence prominence) {
  /**
   * How a transition is shown: the one primary button, a likely one, under "Plus…", or not at all.
   */
  public enum Prominence {
    PRIMARY,
    LIKELY,
    MORE,
    HIDDEN
  }
}
