package fr.vaguemestre.circuit;

import fr.vaguemestre.access.Reader;

/**
 * What of a letter decides whether a transition is open: of a real one at the door, of an imagined
 * one when a circuit is tried.
 */
public interface Situation {
  /** The row id of the unit that holds it. */
  long unit();

  /** The row id of the agent in charge; null for none. */
  Long assignee();

  /** Whether a contribution, a task or a visa ({@link Who}) is awaited from this reader. */
  boolean awaits(Who who, Reader reader);

  boolean holds(Condition condition);
}
