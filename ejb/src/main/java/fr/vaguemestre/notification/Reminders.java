package fr.vaguemestre.notification;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.OperatorSight;
import fr.vaguemestre.jobs.Chore;
import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Tells of the deadlines of each letter that is open, its tasks and its contributions (CIR7), and
 * of what the law says is owed for it.
 */
@ApplicationScoped
public class Reminders implements Chore {
  @Inject Database database;
  @Inject DeadlineTellings tellings;
  @Inject OperatorSight sight;

  @Override
  public String step() {
    return "reminders";
  }

  @Override
  public long size() {
    return database.count(
        sql(
            "select count(*) as count from correspondence c where not c.closed and "
                + OperatorSight.TOLD));
  }

  /** Those closed too whose refusal is owed its reasons, that await something back, or are held. */
  @Override
  public List<String> after(String key, int most) {
    long last = key == null ? 0L : Long.parseLong(key);
    return database.list(
        sql(
            """
            (select id from correspondence where not closed and id > ? order by id limit ?)
             union (select correspondence_id from reasons_request where given_on is null and correspondence_id > ? order by 1 limit ?)
             union (select distinct correspondence_id from transmission where returned_on is null and settled_on is null
                       and not undelivered and expected_on is not null and correspondence_id > ? order by 1 limit ?)
             union (select correspondence_id from quarantine where held and correspondence_id > ? order by 1 limit ?)
             order by id limit ?
            """,
            last,
            most,
            last,
            most,
            last,
            most,
            last,
            most,
            most),
        row -> row.text("id"));
  }

  @Override
  public List<String> told(List<String> keys) {
    return sight.told(keys);
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    tellings.tell(keys.stream().map(Long::valueOf).toList());
  }
}
