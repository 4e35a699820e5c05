package fr.vaguemestre.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A query as typed, taken apart. Never fails: what makes no sense is left out.
 *
 * <ul>
 *   <li>{@code voirie pont}: both words; {@code ET} and {@code AND} say the same
 *   <li>{@code voirie OU pont}: one of them ({@code OR}, {@code |}), binding tighter than the space
 *   <li>{@code -pont}: not this one
 *   <li>{@code "route nationale"}: these words in this order
 *   <li>{@code auto*}: words that begin so
 *   <li>{@code vite~}: words spelt nearly so
 * </ul>
 */
public final class Wording {

  public enum Kind {
    WORD,
    PREFIX,
    FUZZY,
    PHRASE,
    /** A French telephone number, as ten digits. */
    PHONE
  }

  /** One thing looked for; {@code text} without the marks that gave the kind. */
  public record Term(Kind kind, String text) {}

  /** One of these terms must be there, or none of them when excluded. */
  public record Clause(List<Term> anyOf, boolean excluded) {}

  /** Words beyond these are ignored: nobody types so many, and each costs. */
  public static final int MOST = 32;

  private static final int LONGEST = 2000;
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\p{Alnum}/-])(?:(?:\\+|00)33[ .-]?(?:\\(0\\))?|0)[ .-]?([1-9](?:["
              + " .-]?\\d){8})(?![\\p{Alnum}/-])");
  private static final Pattern CHUNK =
      Pattern.compile("(-?)[\"«“]([^\"»”]*)[\"»”]?|([^\\s\"«»“”]+)");

  private Wording() {}

  public static List<Clause> parse(String query) {
    var clauses = new ArrayList<Clause>();
    var either = false;
    var chunks = CHUNK.matcher(joinPhones(query));
    while (chunks.find() && clauses.size() < MOST) {
      var phrase = chunks.group(2);
      var chunk = phrase == null ? strip(chunks.group(3)) : phrase;
      if (phrase == null && (chunk.equals("OU") || chunk.equals("OR") || chunk.equals("|"))) {
        either = !clauses.isEmpty();
        continue;
      }
      if (phrase == null && (chunk.equals("ET") || chunk.equals("AND"))) {
        continue;
      }
      var excluded = phrase == null ? chunk.startsWith("-") : !chunks.group(1).isEmpty();
      var term =
          phrase == null
              ? term(excluded ? chunk.substring(1) : chunk)
              : new Term(Kind.PHRASE, phrase);
      if (term.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
        continue;
      }
      var last = clauses.isEmpty() ? null : clauses.getLast();
      if (either && !excluded && !last.excluded()) {
        var more = new ArrayList<>(last.anyOf());
        more.add(term);
        clauses.set(clauses.size() - 1, new Clause(List.copyOf(more), false));
      } else {
        clauses.add(new Clause(List.of(term), excluded));
      }
      either = false;
    }
    return clauses;
  }

  /** The ten digits of a French telephone number however it is written, or null. */
  public static String phone(String text) {
    var found = PHONE.matcher(text.strip());
    return found.matches() ? digits(found.group(1)) : null;
  }

  private static Term term(String chunk) {
    if (chunk.length() == 10
        && chunk.chars().allMatch(c -> c >= '0' && c <= '9')
        && chunk.charAt(0) == '0') {
      return new Term(Kind.PHONE, chunk);
    }
    if (chunk.endsWith("*")) {
      return new Term(Kind.PREFIX, chunk.substring(0, chunk.length() - 1));
    }
    var tilde = chunk.lastIndexOf('~');
    if (tilde > 0 && chunk.substring(tilde + 1).matches("\\d*")) {
      return new Term(Kind.FUZZY, chunk.substring(0, tilde));
    }
    return new Term(Kind.WORD, chunk);
  }

  private static String joinPhones(String query) {
    var bounded = query.length() > LONGEST ? query.substring(0, LONGEST) : query;
    return PHONE.matcher(bounded).replaceAll(found -> digits(found.group(1)));
  }

  private static String digits(String nine) {
    return "0" + nine.replaceAll("\\D", "");
  }

  private static String strip(String chunk) {
    return chunk.replaceAll("^[(+,;:!?]+|[),;:!?]+$", "");
  }
}
