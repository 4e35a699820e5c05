package fr.vaguemestre.circuit;

/** A feature's answer to one {@link Condition}; the circuit knows no feature, it finds these. */
public interface Check {
  Condition condition();

  boolean holds(long correspondence);
}
