package fr.vaguemestre.api.history;

import fr.vaguemestre.api.platform.Fields;
import fr.vaguemestre.api.platform.InvalidFields;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.stream.Stream;

/**
 * A body as applications of LUTECE write it: ids are numbers or text; what has no sense is absent.
 */
record LuteceBody(JsonObject object) {
  private static final int LONGEST = 20_000;

  static LuteceBody of(Fields fields) {
    return new LuteceBody((fields == null ? Fields.none() : fields).json());
  }

  /** The object of that name; an empty one when there is none. */
  LuteceBody inner(String name) {
    return new LuteceBody(
        object.get(name) instanceof JsonObject inner ? inner : JsonObject.EMPTY_JSON_OBJECT);
  }

  /** Those of a list, or the one that stands alone. */
  Stream<LuteceBody> all(String name) {
    var found = object.get(name);
    return (found instanceof JsonArray list ? list.stream() : Stream.ofNullable(found))
        .filter(JsonObject.class::isInstance)
        .map(value -> new LuteceBody((JsonObject) value));
  }

  boolean has(String name) {
    return object.get(name) instanceof JsonObject inner && !inner.isEmpty();
  }

  /** The first of these that is text or a number, as text; null when none is. */
  String text(String... names) {
    for (var name : names) {
      var text =
          switch (object.get(name)) {
            case JsonString s -> s.getString().strip();
            case JsonNumber n -> n.toString();
            case null, default -> "";
          };
      if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
        throw new InvalidFields(name, "field.too-long", LONGEST);
      }
      if (!text.isEmpty()) {
        return text;
      }
    }
    return null;
  }

  Integer number(String... names) {
    var text = text(names);
    return text != null && text.matches("-?[0-9]{1,9}") ? Integer.valueOf(text) : null;
  }
}
