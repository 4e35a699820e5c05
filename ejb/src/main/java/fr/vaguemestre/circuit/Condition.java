package fr.vaguemestre.circuit;

import java.util.Set;

/**
 * What must be true of the letter for a transition to be open; each is answered by one feature's
 * {@link Check}.
 */
public enum Condition {
  /** A reply is drafted, its PDF is ready to be judged, and it is not signed yet. */
  REPLY_READY,
  /** The step at hand in the approval chain is a visa. */
  VISA_AT_HAND,
  /** The step at hand is a signature. */
  SIGNATURE_AT_HAND,
  /** The step at hand is a signature on paper (O15). */
  PAPER_AT_HAND,
  /** A step of the round at hand was done before the present one. */
  PREVIOUS_STEP,
  /** The last version of the reply is signed. */
  REPLY_SIGNED,
  /** A task on it is awaited. */
  TASK_AWAITED,
  /** A contribution to it is awaited. */
  OPINION_AWAITED,
  /** A document handed to an outside service has not come back. */
  RETURN_AWAITED;

  private static final Set<Condition> AT_HAND =
      Set.of(VISA_AT_HAND, SIGNATURE_AT_HAND, PAPER_AT_HAND);

  /** Whether the two can never hold of one letter at one time: the step at hand is one thing. */
  public boolean excludes(Condition other) {
    return this != other && AT_HAND.contains(this) && AT_HAND.contains(other);
  }
}
