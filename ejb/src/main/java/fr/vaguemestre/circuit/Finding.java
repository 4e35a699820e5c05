package fr.vaguemestre.circuit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with a circuit, and where: {@code state} is the code of the state to be repaired,
 * {@code way} the place of the transition in the circuit's order, counted from 0; null when there
 * is none. {@code key} names the words, {@code arguments} fill them.
 */
public record Finding(Level level, String key, String state, Integer way, List<String> arguments)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Whether it keeps the circuit from being published. */
  public enum Level {
    ERROR,
    WARNING
  }

  public boolean error() {
    return level == Level.ERROR;
  }

  static Finding whole(Level level, String key) {
    return new Finding(level, key, null, null, List.of());
  }

  static Finding at(Level level, String key, State state) {
    return new Finding(level, key, state.code(), null, List.of(state.label()));
  }

  static Finding at(
      Level level, String key, List<Transition> ways, Transition way, String... more) {
    var arguments = new ArrayList<String>();
    arguments.add(way.label());
    arguments.addAll(List.of(more));
    return new Finding(level, key, way.from(), ways.indexOf(way), arguments);
  }
}
