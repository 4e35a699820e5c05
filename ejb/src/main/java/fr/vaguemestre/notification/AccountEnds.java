package fr.vaguemestre.notification;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.jobs.Chore;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Tells administrators of the machine accounts whose last day comes near (API4). */
@ApplicationScoped
public class AccountEnds implements Chore {
  /** One day more than is told ahead: days are the town's. */
  private static final Duration AHEAD = Duration.ofDays(AccountEndTellings.FIRST + 2L);

  @Inject Database database;
  @Inject AccountEndTellings tellings;
  @Inject Clock clock;

  @Override
  public String step() {
    return "account-ends";
  }

  @Override
  public long size() {
    return database.count(ending("count(*) as count"));
  }

  @Override
  public List<String> after(String key, int most) {
    return database.list(
        ending("k.id")
            .add("and k.id > ? order by k.id limit ?", key == null ? 0L : Long.valueOf(key), most),
        row -> row.text("id"));
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    tellings
        .tell(keys.stream().map(Long::valueOf).toList())
        .forEach(login -> findings.found(login, "account-end-untold"));
  }

  private Statement ending(String what) {
    var now = clock.instant();
    return sql(
        "select "
            + what
            + " from api_client k where k.active and k.expires_at > ? and k.expires_at < ?",
        now,
        now.plus(AHEAD));
  }
}
