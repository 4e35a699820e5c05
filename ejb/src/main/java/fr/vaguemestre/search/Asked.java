package fr.vaguemestre.search;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A search as people ask it, address and kept search alike: {@code q}; one parameter a facet
 * ({@code type}, {@code state}…) and a trait ({@code assignee}, {@code files}…), repeatable; a part
 * ({@code sender}, {@code city}…); {@code from} and {@code to} for the arrival, {@code
 * documentFrom}, {@code deadlineTo}… for the other days; {@code late}, {@code below} ({@code
 * true}); {@code mine} ({@code assigned}, {@code registered}).
 *
 * <p>Whose letters are late, mine or below a unit is found out for whoever asks, when they ask.
 *
 * @param below units chosen stand for those below them too
 * @param mine null for everybody's
 */
public record Asked(String query, Narrowing narrowing, boolean late, boolean below, Mine mine) {
  public static final Asked NOTHING = new Asked("", Narrowing.NONE, false, false, null);

  /** Chars of what is kept: longer is cut when it is read. */
  private static final int LONGEST_QUERY = 500;

  private static final int LONGEST_VALUE = 120;
  private static final int MOST_VALUES = 50;

  /** What the reader has to do with the letter. */
  public enum Mine {
    ASSIGNED,
    REGISTERED
  }

  /**
   * @param given the values of a parameter; null or none when it is not there
   * @param notADay told the name of each parameter that should be a day and is not; the search goes
   *     on without it
   */
  public static Asked of(Function<String, List<String>> given, Consumer<String> notADay) {
    Function<String, List<String>> values = name -> kept(given.apply(name));
    var narrowing =
        new Narrowing(
            codes(Facet.class, values),
            periods(values, notADay),
            codes(Trait.class, values),
            parts(values));
    var query = Stream.ofNullable(given.apply("q")).flatMap(List::stream).findFirst().orElse("");
    return new Asked(
        cut(query.strip(), LONGEST_QUERY),
        narrowing,
        values.apply("late").contains("true"),
        values.apply("below").contains("true"),
        Stream.of(Mine.values())
            .filter(m -> values.apply("mine").contains(name(m)))
            .findFirst()
            .orElse(null));
  }

  /** What {@link #text} wrote. */
  public static Asked parse(String text) {
    return parse(text, name -> {});
  }

  /** The same, of what others wrote. */
  public static Asked parse(String text, Consumer<String> notADay) {
    var given = new LinkedHashMap<String, List<String>>();
    for (var pair : text.split("&")) {
      var parts = pair.split("=", 2);
      if (parts.length == 2) {
        given.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>()).add(decoded(parts[1]));
      }
    }
    return of(given::get, notADay);
  }

  /** Names and values, in an order of their own: the same search is written alike. */
  public List<Map.Entry<String, String>> parameters() {
    var all = new ArrayList<Map.Entry<String, String>>();
    add(all, "q", query);
    for (var facet : Facet.values()) {
      addAll(all, name(facet), narrowing.chosen().get(facet));
    }
    for (var moment : Moment.values()) {
      var period = narrowing.periods().get(moment);
      if (period != null) {
        add(all, first(moment), period.from());
        add(all, last(moment), period.to());
      }
    }
    for (var trait : Trait.values()) {
      addAll(all, name(trait), narrowing.traits().get(trait));
    }
    for (var part : Part.values()) {
      add(all, name(part), narrowing.parts().get(part));
    }
    add(all, "late", late ? "true" : null);
    add(all, "below", below ? "true" : null);
    add(all, "mine", mine == null ? null : name(mine));
    return List.copyOf(all);
  }

  /** As the end of an address. */
  public String text() {
    return parameters().stream()
        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  public Asked asking(String other) {
    return new Asked(other, narrowing, late, below, mine);
  }

  public Asked chosen(Map<Facet, Set<String>> codes) {
    return new Asked(query, narrowing.chosen(codes), late, below, mine);
  }

  /** Whether it asks nothing but words. */
  public boolean wordsAlone() {
    return equals(NOTHING.asking(query));
  }

  public static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The parameter of a period's first day. */
  public static String first(Moment moment) {
    return moment == Moment.ARRIVAL ? "from" : name(moment) + "From";
  }

  public static String last(Moment moment) {
    return moment == Moment.ARRIVAL ? "to" : name(moment) + "To";
  }

  private static <E extends Enum<E>> Map<E, Set<String>> codes(
      Class<E> type, Function<String, List<String>> values) {
    var all = new EnumMap<E, Set<String>>(type);
    for (var constant : type.getEnumConstants()) {
      var codes = values.apply(name(constant));
      if (!codes.isEmpty()) {
        all.put(constant, new LinkedHashSet<>(codes));
      }
    }
    return all;
  }

  private static Map<Moment, Period> periods(
      Function<String, List<String>> values, Consumer<String> notADay) {
    var all = new EnumMap<Moment, Period>(Moment.class);
    for (var moment : Moment.values()) {
      var period =
          new Period(day(values, first(moment), notADay), day(values, last(moment), notADay));
      if (!period.always()) {
        all.put(moment, period);
      }
    }
    return all;
  }

  private static Map<Part, String> parts(Function<String, List<String>> values) {
    var all = new EnumMap<Part, String>(Part.class);
    for (var part : Part.values()) {
      values.apply(name(part)).stream().findFirst().ifPresent(words -> all.put(part, words));
    }
    return all;
  }

  private static LocalDate day(
      Function<String, List<String>> values, String name, Consumer<String> notADay) {
    for (var text : values.apply(name)) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        notADay.accept(name);
      }
    }
    return null;
  }

  private static List<String> kept(List<String> values) {
    return values == null
        ? List.of()
        : values.stream()
            .map(value -> cut(value.strip(), LONGEST_VALUE))
            .filter(value -> !value.isEmpty())
            .limit(MOST_VALUES)
            .toList();
  }

  private static String cut(String value, int most) {
    return value.length() <= most ? value : value.substring(0, most);
  }

  private static void addAll(
      List<Map.Entry<String, String>> all, String name, Collection<String> values) {
    if (values != null) {
      values.stream().sorted().forEach(value -> add(all, name, value));
    }
  }

  private static void add(List<Map.Entry<String, String>> all, String name, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      all.add(Map.entry(name, value.toString()));
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
