package fr.vaguemestre.template.engine;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The values markers stand for, those of a loop's item before those around it. */
final class Values {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);

  private final Map<String, Object> own = new HashMap<>();
  private final Values around;

  Values(Map<String, ?> values, Values around) {
    values.forEach((name, value) -> own.put(Marker.normalised(name), value));
    this.around = around;
  }

  private Object find(String name) {
    if (own.containsKey(name)) {
      return own.get(name);
    }
    if (around == null) {
      return null;
    }
    String last = name.substring(name.indexOf('.') + 1);
    return own.containsKey(last) ? own.get(last) : around.find(name);
  }

  boolean has(String name) {
    return find(name) != null;
  }

  /** True unless absent, blank, false, zero or empty. */
  boolean holds(String name) {
    return switch (find(name)) {
      case null -> false;
      case Boolean yes -> yes;
      case Number number -> number.doubleValue() != 0;
      case Collection<?> items -> !items.isEmpty();
      case Object other -> !other.toString().isBlank();
    };
  }

  /** One scope per item; none when the value is no list. */
  List<Values> items(String name) {
    var items = new ArrayList<Values>();
    if (find(name) instanceof Collection<?> all) {
      for (Object item : all) {
        var values = new HashMap<String, Object>();
        if (item instanceof Map<?, ?> map) {
          map.forEach((key, value) -> values.put(key.toString(), value));
        }
        items.add(new Values(values, this));
      }
    }
    return items;
  }

  /** Text as it goes into the document: no character XML forbids, no braces that look like ours. */
  String text(String name) {
    String text =
        switch (find(name)) {
          case null -> "";
          case LocalDate date -> DATE.format(date).replaceFirst("^1 ", "1er ");
          case Boolean yes -> yes ? "oui" : "non";
          case Object other -> other.toString();
        };
    return text.replaceAll("\\r\\n?|[\\u2028\\u2029\\u0085]", "\n")
        .replaceAll("[^\\t\\n\\x20-\\ud7ff\\ue000-\\ufffd\\x{10000}-\\x{10ffff}]", "")
        .replace("{{", "{ {")
        .replace("}}", "} }")
        .stripTrailing();
  }
}
