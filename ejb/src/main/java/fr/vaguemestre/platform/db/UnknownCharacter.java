package fr.vaguemestre.platform.db;

import java.sql.SQLException;

/** A text with a character that no column keeps, NUL: SQLSTATE 22021. */
public final class UnknownCharacter {
  private static final String STATE = "22021";

  private UnknownCharacter() {}

  /** Whether that is why this was thrown. */
  public static boolean behind(Throwable thrown) {
    for (var e = thrown; e != null; e = e.getCause()) {
      if (e instanceof SQLException refused && STATE.equals(refused.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
