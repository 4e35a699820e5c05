package fr.vaguemestre.platform.db;

import java.sql.SQLException;

/** The database said no. */
public class DatabaseFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String UNIQUE_VIOLATION = "23505";

  DatabaseFailure(SQLException cause) {
    super(cause);
  }

  /** Whether two rows wanted the same unique key, anywhere in the chain of causes. */
  public static boolean isDuplicate(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
