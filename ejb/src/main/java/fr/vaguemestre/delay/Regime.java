package fr.vaguemestre.delay;

/** What the administration's silence means. */
public enum Regime {
  /** No decision is expected. */
  NONE,
  /** Silence vaut acceptation (CRPA L231-1). */
  SVA,
  /** Silence vaut rejet (CRPA L231-4). */
  SVR
}
