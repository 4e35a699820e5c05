package fr.vaguemestre.transfer;

import java.io.Serializable;
import java.util.List;

/**
 * What is wrong with a line of a file: its number in the file, its column (null for the whole
 * line), and the words that say it with the remedy.
 */
public record Problem(long line, String column, String key, List<String> arguments)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public static Problem of(Line line, String column, String key, Object... arguments) {
    return new Problem(
        line.number(), column, key, List.of(arguments).stream().map(String::valueOf).toList());
  }
}
