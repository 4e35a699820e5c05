package fr.vaguemestre.web.help;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One section of a help page, as search knows it: {@code words} is its text without accents nor
 * capitals, each word after a blank.
 */
record HelpSection(String page, String id, String title, String words) {
  private static final Pattern SECTION =
      Pattern.compile(
          "<section id=\"([a-z-]+)\">\\s*<h2>(.*?)</h2>(.*?)</section>", Pattern.DOTALL);

  /** The sections of a page, from its source {@code WEB-INF/help/<language>/<page>.xhtml}. */
  static List<HelpSection> of(String page, String source) {
    return SECTION
        .matcher(source)
        .results()
        .map(
            s ->
                new HelpSection(
                    page,
                    s.group(1),
                    s.group(2),
                    fold(s.group(2) + " " + s.group(3).replaceAll("<[^>]+>", " "))))
        .toList();
  }

  /** Whether each word typed begins a word of the section; never for nothing typed. */
  boolean answers(String typed) {
    var wanted = fold(typed).strip();
    return !wanted.isEmpty()
        && Arrays.stream(wanted.split(" ")).allMatch(w -> words.contains(" " + w));
  }

  /** Whether the title alone answers: such sections come first. */
  boolean answersInTitle(String typed) {
    return new HelpSection(page, id, title, fold(title)).answers(typed);
  }

  private static String fold(String text) {
    return " "
        + Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.FRENCH)
            .replace("œ", "oe")
            .replaceAll("[^a-z0-9]+", " ");
  }
}
