package fr.vaguemestre.maarch;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The condition that connectors write as if it were SQL: comparisons of known columns with
 * constants, {@code IN}, {@code LIKE}, {@code IS NULL}, joined by {@code AND}, {@code OR} and
 * parentheses. It is read, and a condition of our own is written from what was understood: no word
 * of it goes to the database, values are bound.
 */
final class Clause {
  private static final int LONGEST = 4000;
  private static final int DEEPEST = 8;
  private static final int MOST = 500;
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:('[^']*+(?:''[^']*+)*+')|([0-9]+)|([A-Za-z_][A-Za-z0-9_.]*)|(<>|!=|<=|>=|=|<|>|\\(|\\)|,))");

  /** What a column holds, and so what it is compared with. */
  private enum Kind {
    NUMBER,
    TEXT,
    DAY
  }

  private record Column(String expression, Kind kind) {}

  /** Of {@code correspondence c}, {@code document_type t}, {@code unit u}, {@code priority p}. */
  private static final Map<String, Column> COLUMNS =
      Map.ofEntries(
          Map.entry("res_id", new Column("c.id", Kind.NUMBER)),
          Map.entry("alt_identifier", new Column("c.chrono", Kind.TEXT)),
          Map.entry("chrono", new Column("c.chrono", Kind.TEXT)),
          Map.entry("status", new Column(MaarchLetters.STATUS, Kind.TEXT)),
          Map.entry("subject", new Column("c.subject", Kind.TEXT)),
          Map.entry("type_id", new Column("c.type_id", Kind.NUMBER)),
          Map.entry("destination", new Column("u.code", Kind.TEXT)),
          Map.entry("priority", new Column("p.code", Kind.TEXT)),
          Map.entry("category_id", new Column("lower(c.category)", Kind.TEXT)),
          Map.entry("creation_date", new Column("c.registered_at", Kind.DAY)),
          Map.entry("admission_date", new Column("c.arrival_date", Kind.DAY)),
          Map.entry("doc_date", new Column("c.document_date", Kind.DAY)),
          Map.entry("process_limit_date", new Column("c.deadline", Kind.DAY)));

  private final List<String> tokens;
  private int at;
  private int values;

  private Clause(List<String> tokens) {
    this.tokens = tokens;
  }

  /**
   * @throws Refusal on {@code clause}, saying where it is not understood
   */
  static Statement read(String text) {
    if (text.length() > LONGEST) {
      throw Refusal.field("clause", "maarch.clause-too-long", LONGEST);
    }
    var clause = new Clause(tokens(text));
    var read = clause.either(0);
    if (clause.at < clause.tokens.size()) {
      throw clause.wrong();
    }
    return read;
  }

  /** The expression of a known column, for an order; none for another. */
  static Optional<String> column(String name) {
    return Optional.ofNullable(COLUMNS.get(name.toLowerCase(Locale.ROOT))).map(Column::expression);
  }

  private static List<String> tokens(String text) {
    var tokens = new ArrayList<String>();
    var matcher = TOKEN.matcher(text.strip());
    int end = 0;
    while (matcher.find(end) && matcher.start() == end) {
      tokens.add(matcher.group().strip());
      end = matcher.end();
    }
    if (end < text.strip().length()) {
      throw Refusal.field("clause", "maarch.clause-unread", text.strip().substring(end));
    }
    return tokens;
  }

  private Statement either(int depth) {
    if (depth > DEEPEST) {
      throw wrong();
    }
    var all = sql("(").add(both(depth));
    while (accept("or")) {
      all.add("or").add(both(depth));
    }
    return all.add(")");
  }

  private Statement both(int depth) {
    var all = one(depth);
    while (accept("and")) {
      all.add("and").add(one(depth));
    }
    return all;
  }

  private Statement one(int depth) {
    if (accept("(")) {
      var inner = either(depth + 1);
      expect(")");
      return inner;
    }
    if (accept("1")) {
      expect("=");
      expect("1");
      return sql("true");
    }
    var name = next().toLowerCase(Locale.ROOT);
    var column = COLUMNS.get(name.substring(name.lastIndexOf('.') + 1));
    if (column == null) {
      at--;
      throw wrong();
    }
    return compared(column);
  }

  private Statement compared(Column column) {
    if (accept("is")) {
      boolean not = accept("not");
      expect("null");
      return sql(column.expression() + (not ? " is not null" : " is null"));
    }
    boolean not = accept("not");
    if (accept("in")) {
      return among(column, not);
    }
    if (accept("like") || accept("ilike")) {
      return sql(
          column.expression() + (not ? " not ilike ? escape ''" : " ilike ? escape ''"),
          like(column));
    }
    var operator = next();
    if (not || !List.of("=", "<>", "!=", "<", ">", "<=", ">=").contains(operator)) {
      at--;
      throw wrong();
    }
    return sql(column.expression() + " " + operator + " ?", value(column));
  }

  private Statement among(Column column, boolean not) {
    expect("(");
    var all = sql(column.expression() + (not ? " not in (" : " in (") + "?", value(column));
    while (accept(",")) {
      all.add(", ?", value(column));
    }
    expect(")");
    return all.add(")");
  }

  private Object like(Column column) {
    if (column.kind() != Kind.TEXT) {
      throw wrong();
    }
    return value(column);
  }

  private Object value(Column column) {
    if (++values > MOST) {
      throw wrong();
    }
    var token = next();
    boolean quoted = token.startsWith("'");
    var text = quoted ? token.substring(1, token.length() - 1).replace("''", "'") : token;
    try {
      return switch (column.kind()) {
        case NUMBER -> Long.valueOf(text);
        case DAY -> LocalDate.parse(text.substring(0, Math.min(10, text.length())));
        case TEXT -> {
          if (!quoted || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(text);
          }
          yield text;
        }
      };
    } catch (IllegalArgumentException | DateTimeParseException e) {
      at--;
      throw wrong();
    }
  }

  private boolean accept(String word) {
    if (at < tokens.size() && tokens.get(at).equalsIgnoreCase(word)) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(String word) {
    if (!accept(word)) {
      throw wrong();
    }
  }

  private String next() {
    if (at >= tokens.size()) {
      throw wrong();
    }
    return tokens.get(at++);
  }

  private Refusal wrong() {
    return Refusal.field(
        "clause",
        "maarch.clause-unread",
        at < tokens.size() ? String.join(" ", tokens.subList(at, tokens.size())) : "");
  }
}
