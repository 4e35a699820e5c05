package fr.vaguemestre.platform.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * SQL text that grows with its values, so that a value is never pasted into the text. A collection
 * is bound as one array ({@code = any(?)}).
 */
public final class Statement {
  private final StringBuilder text = new StringBuilder();
  private final List<Object> values = new ArrayList<>();
  private boolean plannedOnce;

  /** What people typed, to be found as it is by {@code like}. */
  public static String literally(String typed) {
    return typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  public static Statement sql(String text, Object... values) {
    return new Statement().add(text, values);
  }

  /** Appends a blank, the text, and its values in the order of their question marks. */
  public Statement add(String more, Object... moreValues) {
    if (!text.isEmpty()) {
      text.append(' ');
    }
    text.append(more);
    for (var value : moreValues) {
      values.add(value);
    }
    return this;
  }

  public Statement add(Statement other) {
    return add(other.text.toString(), other.values.toArray());
  }

  /**
   * For a statement that reads a few rows by their keys, whatever its arrays hold: PostgreSQL may
   * plan it once for all, where planning costs more than reading.
   */
  public Statement plannedOnce() {
    plannedOnce = true;
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /** In the order of the question marks. */
  public List<Object> values() {
    return Collections.unmodifiableList(values);
  }

  <T> List<T> list(Connection connection, Function<Row, T> mapper) throws SQLException {
    try (var statement = prepare(connection);
        var result = statement.executeQuery()) {
      var rows = new ArrayList<T>();
      var row = new Row(result);
      while (result.next()) {
        rows.add(mapper.apply(row));
      }
      return rows;
    }
  }

  <T> Optional<T> first(Connection connection, Function<Row, T> mapper) throws SQLException {
    return list(connection, mapper).stream().findFirst();
  }

  /** Outside autocommit the driver fetches a few hundred rows at a time. */
  void each(Connection connection, Consumer<Row> reading) throws SQLException {
    try (var statement = prepare(connection)) {
      statement.setFetchSize(500);
      try (var result = statement.executeQuery()) {
        var row = new Row(result);
        while (result.next()) {
          reading.accept(row);
        }
      }
    }
  }

  void execute(Connection connection) throws SQLException {
    try (var statement = prepare(connection)) {
      statement.execute();
    }
  }

  int update(Connection connection) throws SQLException {
    try (var statement = prepare(connection)) {
      return statement.executeUpdate();
    }
  }

  /**
   * PostgreSQL plans a statement it knows as if an array held ten values, none frequent; a reader's
   * tokens may be thousands, and one of them be on every letter.
   */
  private PreparedStatement prepare(Connection connection) throws SQLException {
    if (!plannedOnce && values.stream().anyMatch(Collection.class::isInstance)) {
      planWithValues(connection);
    }
    var statement = connection.prepareStatement(text.toString());
    for (int i = 0; i < values.size(); i++) {
      bind(connection, statement, i + 1, values.get(i));
    }
    return statement;
  }

  /** To the end of the transaction. */
  private static void planWithValues(Connection connection) throws SQLException {
    try (var setting = connection.createStatement()) {
      setting.execute("set local plan_cache_mode = force_custom_plan");
    }
  }

  private static void bind(Connection connection, PreparedStatement statement, int at, Object value)
      throws SQLException {
    if (value instanceof Collection<?> many && !many.isEmpty()) {
      var type = many.stream().anyMatch(Number.class::isInstance) ? "bigint" : "text";
      statement.setArray(at, connection.createArrayOf(type, many.toArray()));
    } else if (value instanceof Instant instant) {
      statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof Enum<?> constant) {
      statement.setString(at, constant.name());
    } else {
      // An empty collection too: null in any(?) is nothing at all, whatever the column's type.
      statement.setObject(at, value instanceof Collection<?> ? null : value);
    }
  }
}
