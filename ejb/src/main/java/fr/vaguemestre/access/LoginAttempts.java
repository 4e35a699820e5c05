package fr.vaguemestre.access;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.settings.Setting;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Failed logins of the current town, and the lock after too many (CNIL 2022-100). A machine
 * account's secret is random and its name is known: it is locked for the address that fails alone,
 * or anybody could shut a portal out. Each call is a short transaction of its own.
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
    long failures = ofLogin(login, address);
    boolean locked = locked(failures, address);
    return database
        .first(
            sql(
                """
                select a.id, a.credential_version, case when a.machine then k.secret_hash else a.password_hash end as password_hash
                  from agent a
                  left join api_client k on k.tenant_id = a.tenant_id and k.agent_id = a.id and k.active
                   and (k.expires_at is null or k.expires_at > ?)
                 where a.login = ? and a.active
                """,
                clock.instant(),
                login),
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
    if (locked(ofLogin(name, address), address)) {
      return true;
    }
    database.update(
        sql(
            "insert into login_failure (login, address, failed_at) values (?, ?, ?)",
            name,
            address,
            clock.instant()));
    return locked(ofLogin(name, address), address);
  }

  public void forget(String login) {
    database.update(sql("delete from login_failure where login = ?", login));
  }

  private boolean locked(long failures, String address) {
    int most = Setting.VAGUEMESTRE_LOGIN_ATTEMPTS.number();
    return failures >= most || ofAddress(address) >= (long) PER_ADDRESS * most;
  }

  private long ofLogin(String login, String address) {
    return failures(
        sql(
            "login = ? and (address = ? or not exists (select 1 from agent where login = ? and machine))",
            login,
            address,
            login));
  }

  private long ofAddress(String address) {
    return failures(sql("address = ?", address));
  }

  private long failures(Statement which) {
    return database.count(
        sql(
                "select count(*) as count from login_failure where failed_at > ? and",
                clock.instant().minus(WINDOW))
            .add(which));
  }
}
