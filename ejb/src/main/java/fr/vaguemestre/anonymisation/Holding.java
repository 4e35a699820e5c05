package fr.vaguemestre.anonymisation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Columns of one table that tell of people, how their rows are reached from letters, and what
 * becomes of them: declared once, for the erasure, its documentation and its test.
 *
 * @param rows SQL of the rows {@code x} that belong to letters, each question mark the ids of these
 * @param words what it is, in French, for the documentation
 * @param columns that tell of people, by name, each with the SQL of what is left in it
 * @param contents those of the table's columns that name files: what nothing else names is removed
 * @param cleared at which purpose the columns are cleared
 * @param removed at which purpose the rows go; null when they always stay
 */
public record Holding(
    String table,
    String rows,
    String words,
    Map<String, String> columns,
    List<String> contents,
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
    contents = List.copyOf(contents);
  }

  /** Rows that carry their letter's id; nothing becomes of them yet. */
  public static Holding ofLetter(String table, String words) {
    return of(table, OF_LETTER, words);
  }

  public static Holding of(String table, String rows, String words) {
    return new Holding(table, rows, words, Map.of(), List.of(), Purpose.ANONYMISE, null);
  }

  /** Cleared already with the request's copy. */
  public Holding withTheCopy() {
    return new Holding(table, rows, words, columns, contents, Purpose.REQUEST_COPY, removed);
  }

  /** The rows go from this purpose on. */
  public Holding removed(Purpose from) {
    return new Holding(table, rows, words, columns, contents, cleared, from);
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
    return new Holding(table, rows, words, all, contents, cleared, removed);
  }

  /** Columns that name files: the row is left with none. */
  public Holding file(String expression, String... names) {
    var more = new ArrayList<>(contents);
    more.addAll(List.of(names));
    return new Holding(table, rows, words, left(expression, names).columns, more, cleared, removed);
  }

  /** Columns that may be null and name files. */
  public Holding files(String... names) {
    return file("null", names);
  }

  /** Columns that always name a file. */
  public Holding mainFile(String... names) {
    return file("'" + NO_BYTES + "'", names);
  }

  /** Whether the rows go. */
  boolean removes(Purpose purpose) {
    return removed != null && removed.compareTo(purpose) <= 0;
  }

  /** Whether anything becomes of the rows. */
  boolean concerns(Purpose purpose) {
    return removes(purpose) || !columns.isEmpty() && cleared.compareTo(purpose) <= 0;
  }
}
