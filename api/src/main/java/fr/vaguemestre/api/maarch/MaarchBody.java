package fr.vaguemestre.api.maarch;

import fr.vaguemestre.api.platform.Fields;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A body as Maarch's clients write it: numbers as text, empty text for nothing, {@code {}} for an
 * empty list. What has no sense is read as absent.
 */
record MaarchBody(JsonObject object) {
  private static final int LONGEST = 20_000;
  private static final int MOST = 500;

  static MaarchBody of(Fields fields) {
    return new MaarchBody((fields == null ? Fields.none() : fields).json());
  }

  /** Text or number as text; null for anything else, for nothing and for blanks. */
  String text(String name) {
    var text =
        switch (object.get(name)) {
          case JsonString s -> s.getString();
          case JsonNumber n -> n.toString();
          case null, default -> null;
        };
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
      throw MaarchError.body(name + " is too long");
    }
    return text.strip();
  }

  /** A whole number, written as one or as text; null for anything else. */
  Long number(String name) {
    var text = text(name);
    return text != null && text.matches("-?[0-9]{1,18}") ? Long.valueOf(text) : null;
  }

  boolean flag(String name) {
    return object.get(name) == JsonValue.TRUE || "true".equals(text(name));
  }

  /**
   * The day of a date ({@code 2026-11-20 17:18:47}, {@code 20-11-2026}), under the first of these
   * names that says one.
   */
  LocalDate day(String... names) {
    for (var name : names) {
      var text = text(name);
      if (text != null) {
        return day(name, text);
      }
    }
    return null;
  }

  private static LocalDate day(String name, String text) {
    var day = text.substring(0, Math.min(10, text.length()));
    var iso = day.replaceFirst("^(\\d\\d)[-/](\\d\\d)[-/](\\d{4})$", "$3-$2-$1");
    try {
      return LocalDate.parse(iso);
    } catch (DateTimeParseException e) {
      throw MaarchError.body(name + " is not a date");
    }
  }

  List<MaarchBody> objects(String name) {
    return values(name)
        .filter(JsonObject.class::isInstance)
        .map(v -> new MaarchBody((JsonObject) v))
        .toList();
  }

  List<String> texts(String name) {
    return values(name)
        .filter(v -> v instanceof JsonString || v instanceof JsonNumber)
        .map(v -> v instanceof JsonString s ? s.getString() : v.toString())
        .filter(text -> text.indexOf('\0') < 0)
        .toList();
  }

  Optional<JsonObject> inner(String name) {
    return Optional.ofNullable(object.get(name))
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast);
  }

  private Stream<JsonValue> values(String name) {
    if (!(object.get(name) instanceof JsonArray array)) {
      return Stream.empty();
    }
    if (array.size() > MOST) {
      throw MaarchError.body(name + " has more than " + MOST + " items");
    }
    return array.stream();
  }
}
