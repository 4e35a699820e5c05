package fr.vaguemestre.platform.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** One line of a result, read by column name; SQL null becomes Java null. */
public final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  public String text(String column) {
    return read(() -> result.getString(column));
  }

  public long number(String column) {
    return read(() -> result.getLong(column));
  }

  public Long numberOrNull(String column) {
    return read(
        () -> {
          var value = result.getLong(column);
          return result.wasNull() ? null : value;
        });
  }

  public boolean flag(String column) {
    return read(() -> result.getBoolean(column));
  }

  public byte[] bytes(String column) {
    return read(() -> result.getBytes(column));
  }

  public LocalDate date(String column) {
    return read(() -> result.getObject(column, LocalDate.class));
  }

  public Instant instant(String column) {
    return read(
        () -> {
          var value = result.getObject(column, OffsetDateTime.class);
          return value == null ? null : value.toInstant();
        });
  }

  public <E extends Enum<E>> E constant(String column, Class<E> type) {
    var value = text(column);
    return value == null ? null : Enum.valueOf(type, value);
  }

  private static <T> T read(Reading<T> reading) {
    try {
      return reading.get();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface Reading<T> {
    T get() throws SQLException;
  }
}
