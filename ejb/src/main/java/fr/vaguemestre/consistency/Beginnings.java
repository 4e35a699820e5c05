package fr.vaguemestre.consistency;

import java.util.List;
import java.util.stream.IntStream;

/** How the addresses of contents begin: every number of so many hexadecimal digits, in order. */
final class Beginnings {
  private Beginnings() {}

  static List<String> all(int digits) {
    return IntStream.range(0, 1 << 4 * digits).mapToObj(("%0" + digits + "x")::formatted).toList();
  }

  /** The next ones of these. */
  static List<String> after(List<String> beginnings, String key, int most) {
    return beginnings.stream()
        .filter(beginning -> key == null || beginning.compareTo(key) > 0)
        .limit(most)
        .toList();
  }
}
