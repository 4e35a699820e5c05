package fr.vaguemestre.acknowledgement;

import fr.vaguemestre.platform.Refusal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of an acknowledgement with its markers, {@code {{service}}}. A paragraph that has
 * markers and nothing to put in any of them is left out.
 */
final class Wording {
  private static final Pattern MARKER = Pattern.compile("\\{\\{\\s*([a-z_]{1,40})\\s*}}");

  /** Those of every letter, that are no mention. */
  private static final Set<String> USUAL = Set.of("numero", "objet", "collectivite");

  private Wording() {}

  static String fill(String template, Map<String, String> words) {
    return Stream.of(template.replace("\r\n", "\n").split("\n{2,}"))
        .filter(paragraph -> says(paragraph, words))
        .map(paragraph -> filled(paragraph, words))
        .collect(Collectors.joining("\n\n"))
        .strip();
  }

  /**
   * Makes sure that a town's own text says all that one of that kind may owe, by its markers, and
   * has no other: those of an AEE name no implicit date (R112-11-2).
   *
   * @throws Refusal on {@code body}
   */
  static void check(AcknowledgementKind kind, String body) {
    var owed = Mention.owedAtMost(kind).stream().map(Mention::marker).toList();
    var known = new HashSet<>(USUAL);
    known.addAll(
        kind == AcknowledgementKind.AEE
            ? owed
            : Stream.of(Mention.values()).map(Mention::marker).toList());
    var found = markers(body);
    found.stream()
        .filter(marker -> !known.contains(marker))
        .sorted()
        .findFirst()
        .ifPresent(
            marker -> {
              throw Refusal.field("body", "acknowledgement.text-marker", written(marker));
            });
    var rest = MARKER.matcher(body).replaceAll("");
    if (rest.contains("{{") || rest.contains("}}")) {
      throw Refusal.field("body", "acknowledgement.text-braces");
    }
    owed.stream()
        .filter(marker -> !found.contains(marker))
        .findFirst()
        .ifPresent(
            marker -> {
              throw Refusal.field("body", "acknowledgement.text-lacks", written(marker));
            });
  }

  /** A marker as one writes it. */
  static String written(String marker) {
    return "{{" + marker + "}}";
  }

  /** The names of its markers. */
  static Set<String> markers(String template) {
    return MARKER.matcher(template).results().map(r -> r.group(1)).collect(Collectors.toSet());
  }

  private static boolean says(String paragraph, Map<String, String> words) {
    var markers = markers(paragraph);
    return markers.isEmpty() || markers.stream().anyMatch(m -> !word(m, words).isBlank());
  }

  private static String filled(String paragraph, Map<String, String> words) {
    return MARKER
        .matcher(paragraph)
        .replaceAll(found -> Matcher.quoteReplacement(word(found.group(1), words)));
  }

  private static String word(String marker, Map<String, String> words) {
    return words.getOrDefault(marker, "");
  }
}
