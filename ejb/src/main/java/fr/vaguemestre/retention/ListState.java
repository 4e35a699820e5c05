package fr.vaguemestre.retention;

/** Where a list stands. */
public enum ListState {
  PROPOSED,
  /** An elimination list whose lines get their visa, or not. */
  SIGNED,
  /** Every line is settled, and what was destroyed is attested. */
  ATTESTED,
  /** Handed to the archives. */
  EXPORTED
}
