package fr.vaguemestre.circuit;

/** Why a transition is not open to somebody who sees the letter. */
public enum Obstacle {
  /** Only the application takes it. */
  SYSTEM,
  /** They do not have the right anywhere. */
  RIGHT,
  /** They have the right, but not on the unit that holds the letter. */
  ELSEWHERE,
  /** They do not sit in the unit that holds the letter, nor above. */
  NOT_HOLDER,
  /** Nor are they in charge of it. */
  NOT_HANDLER,
  /** No contribution is awaited from them. */
  NOT_ASKED,
  /** No task is awaited from their unit. */
  NOT_TASKED,
  /** It is not their turn to approve. */
  NOT_THEIR_TURN
}
