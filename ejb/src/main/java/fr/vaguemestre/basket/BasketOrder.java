package fr.vaguemestre.basket;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Statement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The orders a basket may have, each with its pages by key: where a page ended is the value and the
 * id of its last letter, {@code 2026-11-21_1042}.
 */
public enum BasketOrder {
  /** Letters without deadline count as due on the last of days. */
  DEADLINE(
      RuleSql.DUE,
      line -> Objects.requireNonNullElse(line.deadline(), LocalDate.of(9999, 12, 31)),
      BasketOrder::day),
  ARRIVAL("c.arrival_date", LetterLine::arrivalDate, BasketOrder::day),
  /** Since when it is in its state. */
  STATE_SINCE("c.state_since", LetterLine::stateSince, BasketOrder::moment),
  /** The days the priority gives. */
  PRIORITY(
      "(select y.days from priority y where y.tenant_id = c.tenant_id and y.id = c.priority_id)",
      LetterLine::priorityDays,
      Integer::valueOf);

  private static final Pattern CURSOR = Pattern.compile("([-0-9T:.Z]{1,40})_(\\d{1,18})");

  private final String expression;
  private final Function<LetterLine, Object> value;
  private final Function<String, Object> parse;

  BasketOrder(
      String expression, Function<LetterLine, Object> value, Function<String, Object> parse) {
    this.expression = expression;
    this.value = value;
    this.parse = parse;
  }

  String by(boolean descending) {
    var way = descending ? " desc" : "";
    return expression + way + ", c.id" + way;
  }

  /** The cursor of the page after the one that ends with this letter. */
  String after(LetterLine last) {
    return value.apply(last) + "_" + last.id();
  }

  /**
   * The letters after a cursor.
   *
   * @throws Refusal on the field {@code after} when it is none of ours
   */
  Statement beyond(String cursor, boolean descending) {
    var parts = CURSOR.matcher(cursor);
    if (!parts.matches()) {
      throw unknown();
    }
    try {
      return sql(
          "(" + expression + ", c.id) " + (descending ? "<" : ">") + " (?, ?)",
          parse.apply(parts.group(1)),
          Long.valueOf(parts.group(2)));
    } catch (DateTimeException | NumberFormatException e) {
      throw unknown();
    }
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text.length() == 10 ? text : "");
  }

  private static Instant moment(String text) {
    return Instant.parse(text.length() <= 30 ? text : "");
  }

  private static Refusal unknown() {
    return Refusal.field("after", "basket.cursor");
  }
}
