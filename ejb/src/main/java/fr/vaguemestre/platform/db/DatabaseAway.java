package fr.vaguemestre.platform.db;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The database went away, is starting or takes nobody more: SQLSTATE classes 08 (connection), 53
 * (resources) and 57P (stopped by its operator). Whether what was under way was committed is not
 * known.
 */
public final class DatabaseAway {
  private static final int DEEPEST = 20;

  /** What the pool says of a transaction it gave up because its connection was found dead. */
  private static final String GIVEN_UP = "IJ031070";

  private DatabaseAway() {}

  /** Whether that is why this was thrown, or why its transaction could not be committed. */
  public static boolean behind(Throwable thrown) {
    return behind(thrown, DEEPEST);
  }

  /** Whether no connection could be had, the database being away or all of them taken. */
  public static boolean outOfReach(Throwable thrown) {
    return behind(thrown)
        || Stream.iterate(thrown, e -> e != null, Throwable::getCause)
            .limit(DEEPEST)
            .anyMatch(e -> e.getClass().getSimpleName().equals("ResourceException"));
  }

  private static boolean behind(Throwable thrown, int left) {
    if (thrown == null || left == 0) {
      return false;
    }
    return thrown instanceof SQLException refused && away(refused)
        || Stream.concat(Stream.of(thrown.getCause()), Arrays.stream(thrown.getSuppressed()))
            .anyMatch(e -> behind(e, left - 1));
  }

  private static boolean away(SQLException refused) {
    var state = Objects.toString(refused.getSQLState(), "");
    return state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P")
        || Objects.toString(refused.getMessage(), "").startsWith(GIVEN_UP);
  }
}
