package fr.vaguemestre.acknowledgement;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The mentions one acknowledgement owes, and what each says. They are looked for in the text that
 * leaves, whoever wrote it: an acknowledgement that lacks one makes no delay run (L112-6).
 */
public record Mentions(Set<Mention> owed, Map<Mention, String> values) {
  public Mentions {
    owed = Set.copyOf(owed);
    var said = new EnumMap<Mention, String>(Mention.class);
    values.forEach(
        (mention, value) -> {
          if (value != null && !value.isBlank()) {
            said.put(mention, value.strip());
          }
        });
    values = Map.copyOf(said);
  }

  /** The text with each marker in the place of its mention; {@code others} are no mentions. */
  String in(String template, Map<String, String> others) {
    var words = new HashMap<>(others);
    values.forEach((mention, value) -> words.put(mention.marker(), value));
    return Wording.fill(template, words);
  }

  /** Those owed that this text does not say, in the order of the law; empty when it may leave. */
  public List<Mention> missing(String text) {
    var flat = flat(text);
    return owed.stream()
        .filter(mention -> !values.containsKey(mention) || !says(flat, flat(values.get(mention))))
        .sorted()
        .toList();
  }

  /** As words of their own: "2 mars" is not said by "12 mars". */
  private static boolean says(String text, String value) {
    return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(value) + "(?![\\p{L}\\p{N}])")
        .matcher(text)
        .find();
  }

  private static String flat(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
  }
}
