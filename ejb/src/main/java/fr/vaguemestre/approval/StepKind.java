package fr.vaguemestre.approval;

/** What a step of the chain asks for. */
public enum StepKind {
  VISA,
  /** A griffe, put on in the application. */
  SIGNATURE,
  /** By hand: printed, signed, scanned, attached by whoever answers (O15). */
  PAPER;

  /** Whether a chain ends with it. */
  public boolean signs() {
    return this != VISA;
  }
}
