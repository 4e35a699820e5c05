package fr.vaguemestre.platform.db;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The owner's way in, which row-level security does not hold: for the platform's own work across
 * towns (who is this login, which intentions are due, which entries to seal). Never for a reader's
 * request. Its data source stands outside the server's transactions: each call commits by itself.
 */
@ApplicationScoped
public class OwnerDatabase {
  @Resource(lookup = "java:jboss/datasources/VaguemestreOwnerDS")
  private DataSource owner;

  public <T> List<T> list(Statement statement, Function<Row, T> mapper) {
    return run(connection -> statement.list(connection, mapper));
  }

  public int update(Statement statement) {
    return run(statement::update);
  }

  /**
   * Runs the statements in one transaction of their own, alone among all nodes for this lock
   * number, or not at all when another holds it.
   */
  public boolean alone(long lock, Consumer<Session> work) {
    return run(
        connection -> {
          connection.setAutoCommit(false);
          try {
            var taken =
                Statement.sql("select pg_try_advisory_xact_lock(?) as taken", lock)
                    .first(connection, row -> row.flag("taken"))
                    .orElse(false);
            if (taken) {
              work.accept(new Session(connection));
            }
            connection.commit();
            return taken;
          } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
          } finally {
            connection.setAutoCommit(true);
          }
        });
  }

  /** Reads the database as it stands at one moment, however long it takes; writes nothing. */
  public void snapshot(Consumer<Session> work) {
    run(
        connection -> {
          connection.setAutoCommit(false);
          try {
            Statement.sql("set transaction isolation level repeatable read, read only")
                .execute(connection);
            work.accept(new Session(connection));
            return null;
          } finally {
            connection.rollback();
            connection.setAutoCommit(true);
          }
        });
  }

  /** The statements of one transaction. */
  public static final class Session {
    private final Connection connection;

    private Session(Connection connection) {
      this.connection = connection;
    }

    public <T> List<T> list(Statement statement, Function<Row, T> mapper) {
      return on(c -> statement.list(c, mapper));
    }

    public int update(Statement statement) {
      return on(statement::update);
    }

    /** Shows each row as it comes, without holding them all. */
    public void each(Statement statement, Consumer<Row> reading) {
      on(
          c -> {
            statement.each(c, reading);
            return null;
          });
    }

    private <T> T on(Database.Work<T> work) {
      try {
        return work.on(connection);
      } catch (SQLException e) {
        throw new DatabaseFailure(e);
      }
    }
  }

  private <T> T run(Database.Work<T> work) {
    try (var connection = owner.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }
}
