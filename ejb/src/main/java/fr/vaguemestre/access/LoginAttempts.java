package fr.vaguemestre.access;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.settings.Setting;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Failed logins of the current town, and the lock after too many (CNIL 2022-100). Each call is a
 * short transaction of its own.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LoginAttempts {
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int PER_ADDRESS = 10;
  private static final int LONGEST = 60;

  @Inject Database database;
  @Inject Clock clock;

  /** An active account, if there is one: {@code hash} is null for none. */
  record Account(boolean locked, boolean failedBefore, long agent, String hash, int version) {}

  public Account account(String login, String address) {
    long failures = failures("login", login);
    boolean locked = locked(failures, address);
    return database
        .first(
            sql("select * from agent where login = ? and active", login),
            row ->
                new Account(
                    locked,
                    failures > 0,
                    row.number("id"),
                    row.text("password_hash"),
                    (int) row.number("credential_version")))
        .orElse(new Account(locked, failures > 0, 0, null, 0));
  }

  /** Counts a failure, unless it is locked already; whether it is now. */
  public boolean failed(String login, String address) {
    var name = login.substring(0, Math.min(LONGEST, login.length()));
    if (locked(failures("login", name), address)) {
      return true;
    }
    database.update(
        sql(
            "insert into login_failure (login, address, failed_at) values (?, ?, ?)",
            name,
            address,
            clock.instant()));
    return locked(failures("login", name), address);
  }

  public void forget(String login) {
    database.update(sql("delete from login_failure where login = ?", login));
  }

  private boolean locked(long failures, String address) {
    int most = Setting.VAGUEMESTRE_LOGIN_ATTEMPTS.number();
    return failures >= most || failures("address", address) >= (long) PER_ADDRESS * most;
  }

  private long failures(String column, String value) {
    return database.count(
        sql(
            "select count(*) as count from login_failure where "
                + column
                + " = ? and failed_at > ?",
            value,
            clock.instant().minus(WINDOW)));
  }
}
