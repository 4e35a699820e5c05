package fr.vaguemestre.anonymisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Columns of one table that tell of people, how their rows are reached from letters, and what
 * becomes of them: declared once, for the erasure, its documentation and its test.
 *
 * @param rows SQL of the rows {@code x} that belong to letters, each question mark the ids of
 *     these; what is reached through another table by {@code = any(array(select …))}, so that no
 *     chunk reads the whole table; null when they are not erased by statements made from this
 * @param words what it is, in French, for the documentation
 * @param columns that tell of people, by name, each with the SQL of what is left in it
 * @param cleared at which purpose the columns are cleared
 * @param removed at which purpose the rows go; null when they always stay
 */
public record Holding(
    String table,
    String rows,
    String words,
    Map<String, String> columns,
    Purpose cleared,
    Purpose removed) {
  /**
   * The address of no bytes at all: what a file's row names once its file is gone. Such a content
   * is kept in every town that has erased something, so that the row can be read like others.
   */
  public static final String NO_BYTES =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  /** What is left of a name that cannot be empty. */
  public static final String ERASED = "(effacé)";

  public static final String OF_LETTER = "x.correspondence_id = any(?)";

  public Holding {
    columns = new LinkedHashMap<>(columns);
  }

  /** Rows that carry their letter's id; nothing becomes of them yet. */
  public static Holding ofLetter(String table, String words) {
    return of(table, OF_LETTER, words);
  }

  public static Holding of(String table, String rows, String words) {
    return new Holding(table, rows, words, Map.of(), Purpose.ANONYMISE, null);
  }

  /** Rows with a clock of their own, whatever becomes of letters; {@code words} says which. */
  public static Holding elsewhere(String table, String words, String... names) {
    return new Holding(table, null, words, Map.of(), Purpose.ANONYMISE, null).emptied(names);
  }

  /** Rows that the feature deletes by itself when letters are anonymised. */
  public static Holding byHand(String table, String words, String... names) {
    return elsewhere(table, words, names).removed(Purpose.ANONYMISE);
  }

  /** Cleared already with the request's copy. */
  public Holding withTheCopy() {
    return new Holding(table, rows, words, columns, Purpose.REQUEST_COPY, removed);
  }

  /** The rows go from this purpose on. */
  public Holding removed(Purpose from) {
    return new Holding(table, rows, words, columns, cleared, from);
  }

  /** Columns that become null. */
  public Holding nulled(String... names) {
    return left("null", names);
  }

  /** Columns that become an empty text; one that is null stays so. */
  public Holding emptied(String... names) {
    var all = this;
    for (var name : names) {
      all = all.left("case when x.%s is not null then '' end".formatted(name), name);
    }
    return all;
  }

  /** Columns in which this SQL is left. */
  public Holding left(String expression, String... names) {
    var all = new LinkedHashMap<>(columns);
    for (var name : names) {
      all.put(name, expression);
    }
    return new Holding(table, rows, words, all, cleared, removed);
  }

  /** Columns that always name a file: they name the one that has no bytes. */
  public Holding mainFile(String name) {
    return left("'" + NO_BYTES + "'", name);
  }

  /** Whether the rows go. */
  boolean removes(Purpose purpose) {
    return removed != null && removed.compareTo(purpose) <= 0;
  }

  /** Whether anything becomes of the rows. */
  boolean concerns(Purpose purpose) {
    return rows != null
        && (removes(purpose) || cleared.compareTo(purpose) <= 0 && !columns.isEmpty());
  }

  /** What becomes of it, in French, purpose by purpose. */
  public List<String> fates() {
    return Stream.of(Purpose.values())
        .map(
            purpose ->
                rows == null && removed == null
                    ? "à part"
                    : removes(purpose) ? "lignes effacées" : concerns(purpose) ? "vidé" : "gardé")
        .toList();
  }
}
