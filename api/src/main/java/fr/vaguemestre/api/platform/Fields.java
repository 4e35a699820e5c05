package fr.vaguemestre.api.platform;

import fr.vaguemestre.platform.Refusal;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A JSON object as a caller sent it, read field by field; keys nobody asks for are ignored, null
 * and absent are one. What is of the wrong kind is noted under its path and read as absent: call
 * {@link #check} before using what was read.
 */
public final class Fields {
  private static final int LONGEST = 20_000;
  private static final int MOST = 200;
  private final JsonObject object;
  private final String path;
  private final List<FieldError> errors;

  private Fields(JsonObject object, String path, List<FieldError> errors) {
    this.object = object;
    this.path = path;
    this.errors = errors;
  }

  public static Fields of(JsonObject object) {
    return new Fields(object, "", new ArrayList<>());
  }

  public static Fields none() {
    return of(JsonValue.EMPTY_JSON_OBJECT);
  }

  /**
   * @throws InvalidFields when something read so far was wrong
   */
  public void check() {
    if (!errors.isEmpty()) {
      throw new InvalidFields(errors);
    }
  }

  /** The text, or null; NUL, which no database column takes, is refused. */
  public String text(String name) {
    return value(name, "field.not-text", v -> v instanceof JsonString s ? s.getString() : null)
        .filter(
            text -> {
              if (text.length() > LONGEST) {
                wrong(name, "field.too-long", LONGEST);
              } else if (text.indexOf('\0') >= 0) {
                wrong(name, "field.not-text");
              }
              return true;
            })
        .orElse(null);
  }

  public String requiredText(String name) {
    var text = text(name);
    if ((text == null || text.isBlank()) && errors.stream().noneMatch(e -> at(name, e))) {
      wrong(name, "field.required");
    }
    return text;
  }

  public boolean flag(String name) {
    return value(
            name,
            "field.not-flag",
            v -> v == JsonValue.TRUE ? Boolean.TRUE : v == JsonValue.FALSE ? Boolean.FALSE : null)
        .orElse(false);
  }

  public boolean has(String name) {
    return object.containsKey(name) && object.get(name) != JsonValue.NULL;
  }

  /** A whole number, or null. */
  public Long number(String name) {
    return value(name, "field.not-number", v -> v instanceof JsonNumber n ? whole(n) : null)
        .orElse(null);
  }

  /** A day in ISO 8601 ({@code 2026-11-21}), or null. */
  public LocalDate date(String name) {
    return value(name, "field.not-date", v -> v instanceof JsonString s ? day(s.getString()) : null)
        .orElse(null);
  }

  /** An instant in ISO 8601 with its offset ({@code 2026-11-21T08:00:00+01:00}), or null. */
  public Instant instant(String name) {
    return value(
            name,
            "field.not-instant",
            v -> v instanceof JsonString s ? moment(s.getString()) : null)
        .orElse(null);
  }

  /** One of the constants by its name, whatever the case, or null. */
  public <E extends Enum<E>> E constant(String name, Class<E> type) {
    var text = text(name);
    if (text == null) {
      return null;
    }
    var found =
        Stream.of(type.getEnumConstants())
            .filter(c -> c.name().equals(text.strip().toUpperCase(Locale.ROOT)))
            .findFirst();
    if (found.isEmpty()) {
      wrong(name, "field.not-one-of", shown(type));
    }
    return found.orElse(null);
  }

  public <E extends Enum<E>> E requiredConstant(String name, Class<E> type) {
    if (!has(name)) {
      wrong(name, "field.required");
      return null;
    }
    return constant(name, type);
  }

  /** The object itself, for what no field of known name can say. */
  public JsonObject json() {
    return object;
  }

  /** A list of texts, empty when absent. */
  public List<String> texts(String name) {
    return list(name, v -> v instanceof JsonString s ? s.getString() : null, "field.not-texts");
  }

  /**
   * The members of an object inside this one, each as text whatever it holds, in their order; empty
   * when absent.
   */
  public Map<String, String> words(String name) {
    var found = new LinkedHashMap<String, String>();
    value(name, "field.not-object", v -> v instanceof JsonObject o ? o : null)
        .ifPresent(
            o ->
                o.forEach(
                    (key, value) -> {
                      if (value != JsonValue.NULL) {
                        found.put(
                            key, value instanceof JsonString s ? s.getString() : value.toString());
                      }
                    }));
    if (found.size() > MOST) {
      wrong(name, "field.too-many", MOST);
    }
    found.forEach(
        (key, text) -> {
          if (text.length() > LONGEST) {
            wrong(name + "." + key, "field.too-long", LONGEST);
          } else if ((key + text).indexOf('\0') >= 0) {
            wrong(name, "field.not-text");
          }
        });
    return found;
  }

  /** Notes what a rule said of a field of this object. */
  public void wrong(Refusal refusal) {
    var field = path + refusal.field().orElse("");
    if (errors.stream().noneMatch(e -> e.field().equals(field))) {
      errors.add(new FieldError(field, refusal.key(), refusal.arguments()));
    }
  }

  /** An object inside this one; none when absent. */
  public Optional<Fields> object(String name) {
    return value(name, "field.not-object", v -> v instanceof JsonObject o ? o : null)
        .map(o -> new Fields(o, path + name + ".", errors));
  }

  /** A list of objects, empty when absent. */
  public List<Fields> objects(String name) {
    var objects = list(name, v -> v instanceof JsonObject o ? o : null, "field.not-objects");
    var found = new ArrayList<Fields>();
    for (int i = 0; i < objects.size(); i++) {
      found.add(new Fields(objects.get(i), path + name + "[" + i + "].", errors));
    }
    return found;
  }

  private <T> List<T> list(String name, Function<JsonValue, T> read, String code) {
    var array = value(name, code, v -> v instanceof JsonArray a ? a : null);
    if (array.isEmpty()) {
      return List.of();
    }
    if (array.get().size() > MOST) {
      wrong(name, "field.too-many", MOST);
      return List.of();
    }
    var items = array.get().stream().map(read).toList();
    if (items.contains(null)) {
      wrong(name, code);
      return List.of();
    }
    return items;
  }

  private <T> Optional<T> value(String name, String code, Function<JsonValue, T> read) {
    if (!has(name)) {
      return Optional.empty();
    }
    var value = read.apply(object.get(name));
    if (value == null) {
      wrong(name, code);
    }
    return Optional.ofNullable(value);
  }

  private void wrong(String name, String code, Object... arguments) {
    errors.add(FieldError.of(path + name, code, arguments));
  }

  private boolean at(String name, FieldError error) {
    return error.field().equals(path + name);
  }

  private static Long whole(JsonNumber number) {
    try {
      return number.longValueExact();
    } catch (ArithmeticException e) {
      return null;
    }
  }

  private static LocalDate day(String text) {
    try {
      var day = LocalDate.parse(text);
      return day.getYear() < 1 || day.getYear() > 9999 ? null : day;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static Instant moment(String text) {
    try {
      var at = OffsetDateTime.parse(text);
      return at.getYear() < 1 || at.getYear() > 9999 ? null : at.toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static String shown(Class<? extends Enum<?>> type) {
    return String.join(", ", Stream.of(type.getEnumConstants()).map(Enum::name).toList());
  }
}
