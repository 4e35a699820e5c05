package fr.vaguemestre.reassignment;

/** What whoever takes over has to do from now on: a fact of the journal, {@code handed}. */
public enum Handed {
  LETTER,
  VISA,
  CONTRIBUTION,
  TASK,
  /** Nothing new, or nothing before their turn. */
  NOTHING
}
