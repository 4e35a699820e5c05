package fr.vaguemestre.circuit;

import java.util.Set;

/** What a transition does to the letter besides moving it; the door carries it out. */
public enum Effect {
  /** Whoever does it is in charge of the letter from then on. */
  TAKE,
  /** The letter goes back to its unit's basket: nobody is in charge of it. */
  RELEASE;

  private static final Set<Action> CHOOSE_THE_HOLDER =
      Set.of(Action.QUALIFY, Action.REDIRECT, Action.TAKE_CHARGE);

  /** Whether it means something with this action: some choose who holds the letter themselves. */
  public boolean fits(Action action) {
    return !CHOOSE_THE_HOLDER.contains(action) && !action.bySystem();
  }
}
