package fr.vaguemestre.reply;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.OperatorSight;
import fr.vaguemestre.jobs.Chore;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * Removes what word processors left beside the drafts that nobody opens any more, with its
 * properties; a folder in which somebody works is swept once they are done.
 */
@ApplicationScoped
public class DraftPurge implements Chore {
  @Inject Database database;
  @Inject FolderRows rows;
  @Inject OperatorSight sight;
  @Inject Clock clock;

  @Override
  public String step() {
    return "purge-drafts";
  }

  @Override
  public long size() {
    return database.count(
        sql("select count(distinct x.correspondence_id) as count")
            .add(left())
            .add(
                "and exists (select 1 from correspondence c where c.tenant_id = x.tenant_id and c.id = x.correspondence_id and "
                    + OperatorSight.TOLD
                    + ")"));
  }

  @Override
  public List<String> after(String key, int most) {
    return database.list(
        sql("select distinct x.correspondence_id as id")
            .add(left())
            .add("and x.correspondence_id > ?", key == null ? 0L : Long.parseLong(key))
            .add("order by 1 limit ?", most),
        row -> row.text("id"));
  }

  @Override
  public List<String> told(List<String> keys) {
    return sight.told(keys);
  }

  @Override
  public void carryOut(List<String> keys, Findings findings) {
    keys.forEach(letter -> rows.sweep(Long.parseLong(letter)));
  }

  private Statement left() {
    var now = clock.instant();
    return sql(
        """
        from draft_entry x where x.modified_at < ?
         and not exists (select 1 from draft_lock l where l.tenant_id = x.tenant_id
                            and l.correspondence_id = x.correspondence_id and l.ends_at > ?)
        """,
        now.minus(FolderRows.SCRATCH),
        now);
  }
}
