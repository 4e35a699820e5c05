package fr.vaguemestre.circuit;

import fr.vaguemestre.access.Reader;
import java.util.List;

/**
 * A feature's word before a person acts on a letter, whatever the action, or adds to it from
 * outside; the application's own moves are not asked. The door knows no feature, it finds these.
 */
public interface Doorkeeper {
  /**
   * Lets the action go on; {@code reader} as they came, before any absent colleague's place is
   * taken.
   *
   * @throws fr.vaguemestre.platform.Refusal when it must not
   */
  void pass(Reader reader, long correspondence, Action action);

  /**
   * Lets something come to a letter from outside: what people or a tool add to their own. The
   * application's own facts, such as a mail that comes back, are not asked.
   *
   * @throws fr.vaguemestre.platform.Refusal when it must not
   */
  default void receive(long correspondence) {}

  /**
   * The ways out of the state a letter is in, for people, as this feature leaves them: those it
   * refuses to everybody are not offered, and it may open its own where the circuit has none.
   *
   * @param ofCircuit those of the letter's version of its circuit
   */
  default List<Transition> ways(long correspondence, String state, List<Transition> ofCircuit) {
    return ofCircuit;
  }
}
