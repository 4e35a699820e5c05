package fr.vaguemestre.search;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The index beside the database, letters by letters. */
@ApplicationScoped
public class IndexGaps {
  @Inject Database database;
  @Inject SearchIndex index;

  long letters() {
    return database.count(sql("select count(*) as count from correspondence"));
  }

  List<String> after(String key, int most) {
    return database.list(
        sql(
            "select id from correspondence where id > ? order by id limit ?",
            key == null ? 0L : Long.parseLong(key),
            most),
        row -> row.text("id"));
  }

  /**
   * Those of the letters that exist, are not indexed and do not wait for it. The queue is read
   * first: a letter leaves it once the index has it.
   */
  List<Long> in(int tenant, List<String> keys) {
    var letters =
        database.list(
            sql(
                """
                select c.id from correspondence c where c.id = any(?)
                   and not exists (select 1 from index_queue q where q.correspondence_id = c.id)
                """,
                keys.stream().map(Long::valueOf).toList()),
            row -> row.number("id"));
    var missing = new ArrayList<>(letters);
    missing.removeAll(index.carried(tenant, letters).keySet());
    return missing;
  }
}
