package fr.vaguemestre.platform.db;

import fr.vaguemestre.platform.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads by projection for lists and counts, inside the caller's transaction and behind the tenant
 * wall. Pending entity changes are not flushed for it: flush first when they matter.
 */
@ApplicationScoped
public class Database {
  public <T> List<T> list(Statement statement, Function<Row, T> mapper) {
    return run(connection -> statement.list(connection, mapper));
  }

  public <T> Optional<T> first(Statement statement, Function<Row, T> mapper) {
    return run(connection -> statement.first(connection, mapper));
  }

  public long count(Statement statement) {
    return first(statement, row -> row.number("count")).orElse(0L);
  }

  /** Returns the number of rows changed. */
  public int update(Statement statement) {
    return run(statement::update);
  }

  private static <T> T run(Work<T> work) {
    TenantWall.raise(TenantContext.required());
    try (var connection = TenantWall.applicationDataSource().getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /** Some JDBC to do on a connection. */
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }
}
