package fr.vaguemestre.acknowledgement;

/** By what the regime of a request is settled. */
public enum Settled {
  /** Not yet: it is that of its type, and a new qualification may change it. */
  TYPE,
  /** An acknowledgement (ARE) told the person: it holds unless none arrived. */
  ARE,
  /** An agent decided it, or a decision was taken under it, be it that of silence. */
  DECIDED
}
