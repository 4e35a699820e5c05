package fr.vaguemestre.platform;

import java.util.Locale;
import java.util.Optional;

/**
 * Characters that show nothing and make a text read as something else: control characters but tab
 * and line breaks, and those that turn the direction of what follows (Unicode UTS 55, "Trojan
 * source").
 */
public final class Invisible {
  private Invisible() {}

  /**
   * Looks at what was typed; null for nothing.
   *
   * @throws Refusal on the field, naming the first such character and its place, from 1
   */
  public static void refuse(String field, String text) {
    in(field, text)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  /** The same refusal, not thrown. */
  public static Optional<Refusal> in(String field, String text) {
    for (int i = 0; text != null && i < text.length(); i++) {
      char c = text.charAt(i);
      boolean control = Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r';
      boolean turns = c >= '\u202a' && c <= '\u202e' || c >= '\u2066' && c <= '\u2069';
      if (control || turns) {
        return Optional.of(
            Refusal.field(
                field,
                "platform.invisible-character",
                String.format(Locale.ROOT, "U+%04X", (int) c),
                i + 1));
      }
    }
    return Optional.empty();
  }

  /** On one line: a blank in the place of line breaks and tabs; null for null. */
  public static String oneLine(String text) {
    return text == null
        ? null
        : text.replaceAll("[\\t\\n\\r\\x0b\\f\\x85\\u2028\\u2029]+", " ").strip();
  }
}
