package fr.vaguemestre.circuit;

import java.util.Set;

/** What must be filled in before a transition is taken. */
public enum Requirement {
  /** The words of whoever acts. */
  REASON,
  /** The letter has a sender. */
  SENDER,
  /** The letter has a deadline. */
  DEADLINE,
  /** The letter has an agent in charge. */
  ASSIGNEE;

  private static final Set<Action> WITH_WORDS =
      Set.of(Action.QUALIFY, Action.REDIRECT, Action.STOP_OPINIONS, Action.REFUSE, Action.CLOSE);

  /** Whether it can be asked of this action: some have no words, some fill the letter in. */
  public boolean fits(Action action) {
    return switch (this) {
      case REASON -> WITH_WORDS.contains(action);
      case SENDER, DEADLINE -> action != Action.QUALIFY && !action.bySystem();
      case ASSIGNEE -> Effect.TAKE.fits(action);
    };
  }
}
