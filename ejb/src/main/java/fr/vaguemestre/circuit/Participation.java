package fr.vaguemestre.circuit;

import fr.vaguemestre.access.Reader;

/**
 * A feature's answer to {@link Who} kinds that depend on its own facts (a contribution asked, a
 * visa awaited).
 */
public interface Participation {
  Who who();

  boolean concerns(Reader reader, long correspondence);
}
