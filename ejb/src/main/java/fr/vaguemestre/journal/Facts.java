package fr.vaguemestre.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The facts of a journal entry as they are written: {@code key=value} pairs between spaces, in the
 * order of the keys, values being codes and ids.
 */
public final class Facts {
  private Facts() {}

  /** What is null is left out. */
  static String written(Map<String, ?> facts) {
    return facts.entrySet().stream()
        .filter(f -> f.getValue() != null)
        .sorted(Map.Entry.comparingByKey())
        .map(f -> f.getKey() + "=" + f.getValue())
        .collect(Collectors.joining(" "));
  }

  /** By name; none of null. */
  public static Map<String, String> read(String written) {
    var facts = new HashMap<String, String>();
    for (var pair : (written == null ? "" : written).split(" ")) {
      int cut = pair.indexOf('=');
      if (cut > 0) {
        facts.put(pair.substring(0, cut), pair.substring(cut + 1));
      }
    }
    return facts;
  }
}
