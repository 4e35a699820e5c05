package fr.vaguemestre.transfer;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A line of a file: its number, the header being 1, and its values by column. */
public record Line(long number, Map<String, String> values) {
  /** The value without the spaces around it; null when there is none. */
  public String text(String column) {
    var value = values.get(column);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** Several values between blanks, commas or bars. */
  List<String> words(String column) {
    var value = text(column);
    return value == null
        ? List.of()
        : Stream.of(value.split("[\\s,|]+")).filter(w -> !w.isEmpty()).toList();
  }
}
