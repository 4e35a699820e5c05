package fr.vaguemestre.api.platform;

import fr.vaguemestre.platform.Refusal;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parameters of an address where a wrong one must not pass for another: what is unknown, given
 * twice or of the wrong kind is noted under its name and read as absent, as is what is blank. Call
 * {@link #check} before using what was read.
 */
public final class Query {
  private static final int STATUS = 400;
  private static final int LAST_YEAR = 9999;
  private final MultivaluedMap<String, String> given;
  private final List<FieldError> errors = new ArrayList<>();

  public Query(MultivaluedMap<String, String> given, Set<String> known) {
    this.given = given;
    given.forEach(
        (name, values) -> {
          if (!known.contains(name)) {
            wrong(name, "field.unknown", known.stream().sorted().collect(Collectors.joining(", ")));
          } else if (values.size() > 1) {
            wrong(name, "field.given-twice");
          }
        });
  }

  /** Adds what a rule refuses, under a field of its own. */
  public void wrong(Refusal refusal) {
    errors.add(new FieldError(refusal.field().orElseThrow(), refusal.key(), refusal.arguments()));
  }

  public void wrong(String name, String code, Object... arguments) {
    errors.add(FieldError.of(name, code, arguments));
  }

  public boolean has(String name) {
    return value(name) != null;
  }

  /**
   * @throws InvalidFields of status 400 when something so far was wrong
   */
  public void check() {
    if (!errors.isEmpty()) {
      throw new InvalidFields(STATUS, errors);
    }
  }

  /** A day in ISO 8601, or null. */
  public LocalDate date(String name) {
    return read(name, "field.not-date", LocalDate::parse);
  }

  /**
   * An instant of four-digit years in ISO 8601 with its offset, or null; a {@code +} sent as it is
   * arrives as a blank.
   */
  public Instant instant(String name) {
    return read(name, "field.not-instant", text -> instantOf(text.replace(' ', '+')));
  }

  private static Instant instantOf(String text) {
    var at = OffsetDateTime.parse(text);
    if (at.getYear() < 1 || at.getYear() > LAST_YEAR) {
      throw new IllegalArgumentException(text);
    }
    return at.toInstant();
  }

  /** A whole number, or null. */
  public Integer number(String name) {
    return read(name, "field.not-number", Integer::valueOf);
  }

  /** {@code true} or {@code false}, or null. */
  public Boolean flag(String name) {
    return read(
        name,
        "field.not-flag",
        text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException(text);
            });
  }

  /** One of these constants by its name, whatever the case, or null. */
  public <E extends Enum<E>> E constant(String name, List<E> among) {
    return read(
        name,
        "field.not-one-of",
        text ->
            among.stream()
                .filter(c -> c.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new),
        among.stream().map(Enum::name).collect(Collectors.joining(", ")));
  }

  private <T> T read(String name, String code, Function<String, T> kind, Object... arguments) {
    var text = value(name);
    try {
      return text == null ? null : kind.apply(text);
    } catch (DateTimeParseException | IllegalArgumentException e) {
      wrong(name, code, arguments);
      return null;
    }
  }

  private String value(String name) {
    return Stream.ofNullable(given.getFirst(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(null);
  }
}
