package fr.vaguemestre.circuit;

import fr.vaguemestre.access.Reader;

/**
 * A feature's word before a person acts on a letter, whatever the action; the application's own
 * moves are not asked. The door knows no feature, it finds these.
 */
public interface Doorkeeper {
  /**
   * Lets the action go on; {@code reader} as they came, before any absent colleague's place is
   * taken.
   *
   * @throws fr.vaguemestre.platform.Refusal when it must not
   */
  void pass(Reader reader, long correspondence, Action action);
}
