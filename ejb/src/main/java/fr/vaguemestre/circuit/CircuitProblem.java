package fr.vaguemestre.circuit;

import java.io.Serializable;
import java.util.List;

/**
 * What is wrong in a file: the line on which the state or the transition ends, counted from 1, its
 * field (null for the whole of it), and the words that say it.
 */
public record CircuitProblem(long line, String field, String key, List<String> arguments)
    implements Serializable {
  private static final long serialVersionUID = 1L;
}
