package fr.vaguemestre.search;

/** Days of a letter that a search can bound. */
public enum Moment {
  ARRIVAL,
  /** Written on the letter itself. */
  DOCUMENT,
  DEADLINE,
  /** On which it was closed; none while it is open. */
  CLOSING
}
