package fr.vaguemestre.template.engine;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code {{…}}} in a paragraph's text.
 *
 * @param name normalised: lower case, no accents, no blanks
 * @param start first character, in the paragraph's joined text
 * @param end after the last one
 */
record Marker(Kind kind, String name, String written, int start, int end) {
  enum Kind {
    FIELD,
    LOOP,
    IF,
    ELSE,
    CLOSE
  }

  static final String GRIFFE = "griffe";

  private static final Pattern MARKER =
      Pattern.compile("\\{\\{([^{}\\n\\t" + MarkedText.OBJECT + "]{1,80})\\}\\}");
  private static final Pattern IF_WORDS = Pattern.compile("#\\s*si\\s+(.+)");

  static List<Marker> in(String text) {
    var markers = new ArrayList<Marker>();
    Matcher matcher = MARKER.matcher(text);
    while (matcher.find()) {
      markers.add(parse(matcher.group(1), matcher.start(), matcher.end()));
    }
    return markers;
  }

  /** What is left once the markers are out, for finding broken braces and lonely directives. */
  static String without(String text) {
    return MARKER.matcher(text).replaceAll("");
  }

  private static Marker parse(String inside, int start, int end) {
    String written = inside.replaceAll("[\\s\\u00a0\\u202f\\u200b]+", " ").trim();
    String bare = written.toLowerCase(Locale.ROOT);
    Matcher condition = IF_WORDS.matcher(bare);
    if (condition.matches()) {
      return new Marker(Kind.IF, normalised(condition.group(1)), written, start, end);
    }
    if (bare.matches("#\\s*sinon")) {
      return new Marker(Kind.ELSE, "", written, start, end);
    }
    if (bare.startsWith("#")) {
      return new Marker(Kind.LOOP, normalised(bare.substring(1)), written, start, end);
    }
    if (bare.startsWith("/")) {
      return new Marker(Kind.CLOSE, normalised(bare.substring(1)), written, start, end);
    }
    return new Marker(Kind.FIELD, normalised(bare), written, start, end);
  }

  /**
   * Word capitalises what it takes for a sentence, and authors write accents: both are forgiven.
   */
  static String normalised(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}|[\\s\\u00a0\\u202f\\u200b]", "")
        .toLowerCase(Locale.ROOT);
  }

  boolean opens() {
    return kind == Kind.LOOP || kind == Kind.IF;
  }

  /** What closes this opening: the loop's name, or {@code si}. */
  String closing() {
    return kind == Kind.IF ? "si" : name;
  }
}
