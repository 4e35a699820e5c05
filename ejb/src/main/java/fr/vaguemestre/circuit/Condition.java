package fr.vaguemestre.circuit;

/**
 * What must be true of the letter for a transition to be open; each is answered by one feature's
 * {@link Check}.
 */
public enum Condition {
  ALWAYS,
  /** A reply is drafted and its PDF is ready to be judged. */
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
  TASK_AWAITED
}
