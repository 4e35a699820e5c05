package fr.vaguemestre.platform.db;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does the database answer? One question at a time, whoever asks: a database that hangs holds one
 * thread, not one for each probe.
 */
@ApplicationScoped
public class DatabaseProbe {
  private static final int SECONDS = 3;

  @Resource ManagedExecutorService executor;
  private Future<Boolean> question;

  /** Within three seconds, whatever the database does. */
  public boolean answers() {
    try {
      return question().get(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }

  private synchronized Future<Boolean> question() {
    if (question == null || question.isDone()) {
      question = executor.submit(DatabaseProbe::ask);
    }
    return question;
  }

  private static boolean ask() throws SQLException {
    try (var connection = TenantWall.applicationDataSource().getConnection();
        var statement = connection.createStatement()) {
      return statement.execute("select 1");
    }
  }
}
