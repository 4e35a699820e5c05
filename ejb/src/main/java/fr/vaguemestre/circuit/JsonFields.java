package fr.vaguemestre.circuit;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The fields of one object of a file; what is wrong with them goes to {@code problems}. */
record JsonFields(JsonObject object, long line, List<CircuitProblem> problems) {
  private static final int LONGEST = 120;

  boolean isNull(String field) {
    return object.get(field) == JsonValue.NULL;
  }

  boolean isEmpty(String field) {
    return object.getString(field, "?").isEmpty();
  }

  String text(String field) {
    if (!(object.get(field) instanceof JsonString text) || text.getString().isBlank()) {
      problem(field, "circuit.field-missing");
      return null;
    }
    if (text.getString().length() > LONGEST) {
      problem(field, "circuit.field-too-long", LONGEST);
    }
    return text.getString();
  }

  boolean flag(String field) {
    var value = object.get(field);
    if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
      problem(field, "circuit.field-not-boolean");
    }
    return value == JsonValue.TRUE;
  }

  String one(String field, List<String> allowed) {
    var value = text(field);
    if (value != null && !allowed.contains(value)) {
      problem(field, "circuit.field-unknown", value, String.join(", ", allowed));
    }
    return value;
  }

  <E extends Enum<E>> E constant(String field, Class<E> type) {
    return found(one(field, names(type)), type);
  }

  <E extends Enum<E>> Set<E> constants(String field, Class<E> type) {
    var chosen = new HashSet<E>();
    if (!(object.get(field) instanceof JsonArray values)) {
      problem(field, "circuit.field-missing");
      return chosen;
    }
    for (var value : values) {
      var name = value instanceof JsonString text ? text.getString() : value.toString();
      var constant = found(name, type);
      if (constant == null) {
        problem(field, "circuit.field-unknown", name, String.join(", ", names(type)));
      } else {
        chosen.add(constant);
      }
    }
    return chosen;
  }

  private static <E extends Enum<E>> E found(String name, Class<E> type) {
    return Stream.of(type.getEnumConstants())
        .filter(e -> e.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static <E extends Enum<E>> List<String> names(Class<E> type) {
    return Stream.of(type.getEnumConstants()).map(Enum::name).toList();
  }

  void problem(String field, String key, Object... arguments) {
    problems.add(
        new CircuitProblem(line, field, key, Stream.of(arguments).map(String::valueOf).toList()));
  }
}
