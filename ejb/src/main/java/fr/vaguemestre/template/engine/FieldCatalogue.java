package fr.vaguemestre.template.engine;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The markers a given town's templates may hold: the standard ones, and its own custom fields. */
public final class FieldCatalogue {
  private final Map<String, String> loopByField = new HashMap<>();
  private final Set<String> loops = new HashSet<>();

  private FieldCatalogue(Set<String> custom) {
    for (TemplateField field : TemplateField.values()) {
      if (field.isLoop()) {
        loops.add(field.marker());
      } else {
        loopByField.put(field.marker(), field.loop() == null ? "" : field.loop());
      }
    }
    custom.forEach(name -> loopByField.put(Marker.normalised(name), ""));
  }

  public static FieldCatalogue standard() {
    return new FieldCatalogue(Set.of());
  }

  /** With custom fields of the document types, named as in the marker: {@code champ.parcelle}. */
  public static FieldCatalogue with(Set<String> custom) {
    return new FieldCatalogue(custom);
  }

  boolean isField(String name) {
    return loopByField.containsKey(name);
  }

  boolean isLoop(String name) {
    return loops.contains(name);
  }

  /** The loop a field belongs to. */
  Optional<String> loopOf(String field) {
    return Optional.ofNullable(loopByField.get(field)).filter(loop -> !loop.isEmpty());
  }

  /** The closest name by edits; a bare last word ({@code nom}) finds a field that ends with it. */
  Optional<String> nearest(String name) {
    return candidates()
        .map(known -> Map.entry(known, distance(name, known)))
        .filter(scored -> scored.getValue() <= Math.max(2, name.length() / 3))
        .min(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  private Stream<String> candidates() {
    return Stream.concat(loopByField.keySet().stream(), loops.stream());
  }

  private static int distance(String name, String known) {
    String last = known.substring(known.indexOf('.') + 1);
    return Math.min(edits(name, known), name.contains(".") ? 99 : 1 + edits(name, last));
  }

  private static int edits(String a, String b) {
    int[] previous = new int[b.length() + 1];
    Arrays.setAll(previous, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(previous[j], row[j - 1]));
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
