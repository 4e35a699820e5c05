package fr.vaguemestre.circuit;

/** To whom, among those who see the letter, a transition is open. */
public enum Who {
  /** Whoever sees it. */
  VIEWER,
  /** Whoever sits in the unit that holds it, or above. */
  HOLDER,
  /** The agent it is assigned to, or whoever sits in the holding unit or above. */
  HANDLER,
  /** Whoever has been asked for a contribution and has not given it. */
  CONTRIBUTOR,
  /** Whoever sits in a unit of which a task is asked and not answered. */
  TASKED,
  /** Whoever's turn it is in the approval chain. */
  APPROVER,
  /** The application itself: never offered to people. */
  SYSTEM
}
