package fr.vaguemestre.platform.db;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * The second wall: tells PostgreSQL, for this transaction only, whose rows may be seen and written.
 */
final class TenantWall {
  private static final String APPLICATION = "java:jboss/datasources/VaguemestreDS";
  private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";
  private static final String KEY = TenantWall.class.getName();

  /**
   * The server's own objects, the same for its whole life; a look-up costs more than most
   * statements.
   */
  private static final Map<String, Object> FOUND = new ConcurrentHashMap<>();

  private TenantWall() {}

  /**
   * @throws IllegalStateException outside a transaction, or when the transaction already belongs to
   *     another town
   */
  static void raise(int tenant) {
    var registry = lookup(REGISTRY, TransactionSynchronizationRegistry.class);
    if (registry.getTransactionKey() == null) {
      throw new IllegalStateException("tenant rows are read and written in a transaction only");
    }
    var before = registry.getResource(KEY);
    if (before != null) {
      if (!before.equals(tenant)) {
        throw new IllegalStateException("a transaction never changes tenant");
      }
      return;
    }
    try (var connection = applicationDataSource().getConnection()) {
      set(connection, tenant);
    } catch (SQLException e) {
      throw new IllegalStateException("the tenant could not be set on the database session", e);
    }
    registry.putResource(KEY, tenant);
  }

  static DataSource applicationDataSource() {
    return lookup(APPLICATION, DataSource.class);
  }

  private static void set(Connection connection, int tenant) throws SQLException {
    try (var statement = connection.prepareStatement("select set_config('app.tenant', ?, true)")) {
      statement.setString(1, Integer.toString(tenant));
      statement.execute();
    }
  }

  @SuppressWarnings("BanJNDI") // names are constants of this class
  private static <T> T lookup(String name, Class<T> type) {
    var known = FOUND.get(name);
    if (known != null) {
      return type.cast(known);
    }
    try {
      var found = type.cast(new InitialContext().lookup(name));
      FOUND.put(name, found);
      return found;
    } catch (NamingException e) {
      throw new IllegalStateException(name + " is not configured on this server", e);
    }
  }
}
