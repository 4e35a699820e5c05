package fr.vaguemestre.platform.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The owner's way in for commands that run outside the server, server stopped or not; reads only.
 */
public final class OwnerConnection implements AutoCloseable {
  private final Connection connection;

  private OwnerConnection(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens with {@code VAGUEMESTRE_DB_URL}, {@code VAGUEMESTRE_DB_OWNER_USER} and {@code
   * …_PASSWORD}.
   */
  public static OwnerConnection open(Map<String, String> environment) {
    try {
      var connection =
          DriverManager.getConnection(
              environment.get("VAGUEMESTRE_DB_URL"),
              environment.get("VAGUEMESTRE_DB_OWNER_USER"),
              environment.get("VAGUEMESTRE_DB_OWNER_PASSWORD"));
      connection.setReadOnly(true);
      return new OwnerConnection(connection);
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  public <T> List<T> list(Statement statement, Function<Row, T> mapper) {
    try {
      return statement.list(connection, mapper);
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }
}
