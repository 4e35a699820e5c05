package fr.vaguemestre.platform.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Does the database answer, over the application's own pool? It may hang: ask aside. */
@ApplicationScoped
public class DatabaseProbe {
  /**
   * @throws SQLException when it does not
   */
  public void ask() throws SQLException {
    try (var connection = TenantWall.applicationDataSource().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("select 1");
    }
  }
}
