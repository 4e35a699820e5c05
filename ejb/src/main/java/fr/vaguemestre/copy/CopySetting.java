package fr.vaguemestre.copy;

import fr.vaguemestre.platform.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a town has chosen for copies.
 *
 * @param words with {@code {chrono}}, {@code {statut}} and {@code {date}}; 160 characters at most
 */
public record CopySetting(Marked marked, String words) {
  static final String USUAL = "Copie conforme de {chrono} au statut « {statut} » le {date}";
  private static final int LONGEST = 160;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);
  private static final Pattern FIELD = Pattern.compile("\\{(chrono|statut|date)}");

  /**
   * @throws Refusal on {@code mark} when they cannot be the words of a mark
   */
  static CopySetting of(Marked marked, String words) {
    var kept = words == null || words.isBlank() ? USUAL : words.strip().replaceAll("\\s+", " ");
    if (kept.length() > LONGEST) {
      throw Refusal.field("mark", "copy.words-too-long", LONGEST);
    }
    var rest = FIELD.matcher(kept).replaceAll("");
    if (rest.contains("{") || rest.contains("}")) {
      throw Refusal.field("mark", "copy.unknown-field");
    }
    return new CopySetting(marked, kept);
  }

  /** What is written on a copy. */
  String on(String chrono, String state, LocalDate day) {
    var values =
        Map.of(
            "chrono",
            chrono,
            "statut",
            state,
            "date",
            DATE.format(day).replaceFirst("^1 ", "1er "));
    return FIELD.matcher(words).replaceAll(f -> Matcher.quoteReplacement(values.get(f.group(1))));
  }
}
