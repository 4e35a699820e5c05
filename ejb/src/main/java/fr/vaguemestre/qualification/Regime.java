package fr.vaguemestre.qualification;

/**
 * What silence means for a request: nothing, acceptance (SVA) or rejection (SVR); CRPA L231-1 and
 * L231-4.
 */
public enum Regime {
  NONE,
  SVA,
  SVR
}
