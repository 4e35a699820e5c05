package fr.vaguemestre.search;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What is asked of letters besides words; all of it must hold. What is empty does not narrow.
 *
 * @param chosen one of the codes of each facet named
 * @param periods one day of each kind, within
 * @param traits one of the codes of each trait named
 * @param parts words, each of which must begin a word of that part
 */
public record Narrowing(
    Map<Facet, Set<String>> chosen,
    Map<Moment, Period> periods,
    Map<Trait, Set<String>> traits,
    Map<Part, String> parts) {

  public static final Narrowing NONE = new Narrowing(Map.of(), Map.of(), Map.of(), Map.of());

  public Narrowing {
    chosen = Map.copyOf(chosen);
    periods = Map.copyOf(periods);
    traits = Map.copyOf(traits);
    parts = Map.copyOf(parts);
  }

  public Narrowing chosen(Map<Facet, Set<String>> codes) {
    return new Narrowing(codes, periods, traits, parts);
  }

  public Narrowing within(Moment moment, LocalDate from, LocalDate to) {
    return new Narrowing(chosen, with(periods, moment, new Period(from, to)), traits, parts);
  }

  public Narrowing trait(Trait trait, Set<String> codes) {
    return new Narrowing(chosen, periods, with(traits, trait, codes), parts);
  }

  public Narrowing part(Part part, String words) {
    return new Narrowing(chosen, periods, traits, with(parts, part, words));
  }

  private static <K extends Enum<K>, V> Map<K, V> with(Map<K, V> map, K key, V value) {
    var more = map.isEmpty() ? new EnumMap<K, V>(key.getDeclaringClass()) : new EnumMap<>(map);
    more.put(key, value);
    return more;
  }
}
