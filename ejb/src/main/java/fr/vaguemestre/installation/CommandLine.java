package fr.vaguemestre.installation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is typed after a command: words first, then options, {@code --code PONT} or {@code
 * --code=PONT}.
 */
public final class CommandLine {
  private CommandLine() {}

  /** Up to the first option. */
  public static String[] words(String... arguments) {
    return Arrays.stream(arguments)
        .takeWhile(word -> !word.startsWith("--"))
        .toArray(String[]::new);
  }

  /**
   * Those from the first option on.
   *
   * @param known the names there are, without hyphens
   * @throws IllegalArgumentException for another, or one without its value
   */
  public static Map<String, String> options(Set<String> known, String... arguments) {
    var options = new HashMap<String, String>();
    for (int i = words(arguments).length; i < arguments.length; i++) {
      var option = arguments[i].split("=", 2);
      var name = option[0].replaceFirst("^--", "");
      if (!option[0].startsWith("--") || !known.contains(name)) {
        throw new IllegalArgumentException("Option inconnue : " + option[0]);
      }
      if (option.length == 1 && ++i == arguments.length) {
        throw new IllegalArgumentException("Il manque la valeur de --" + name);
      }
      options.put(name, option.length == 2 ? option[1] : arguments[i]);
    }
    return options;
  }
}
