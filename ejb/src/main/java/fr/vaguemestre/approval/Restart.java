package fr.vaguemestre.approval;

/** What a reply corrected after a refusal goes through again; each town chooses. */
public enum Restart {
  /** Every step, from the first. */
  ALL,
  /** The step that refused and those after it: visas given before stand. */
  FROM_REFUSAL
}
