package fr.vaguemestre.search;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.OperatorSight;
import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The index beside the database, letters by letters, both ways. What waits in the queue is no gap.
 * The database is read before the index: a letter leaves the queue once the index has it. What
 * changed in between is looked at a second time.
 */
@ApplicationScoped
public class IndexGaps {
  @Inject Database database;
  @Inject SearchIndex index;
  @Inject OperatorSight sight;

  /**
   * A letter that the index has otherwise than the database.
   *
   * @param reason {@code not-indexed}, {@code index-tokens}: other readers find it than see it,
   *     {@code index-failed}, {@code index-without-text}
   */
  record Gap(long letter, String reason) {}

  private record Stored(long letter, Set<String> tokens, String failure) {}

  /** How many operators are told of. */
  long letters() {
    return sight.letters();
  }

  List<String> told(List<String> letters) {
    return sight.told(letters);
  }

  List<String> after(String key, int most) {
    return database.list(
        sql(
            "select id from correspondence where id > ? order by id limit ?",
            key == null ? 0L : Long.parseLong(key),
            most),
        row -> row.text("id"));
  }

  /** Those of the letters that exist, do not wait, and are not in the index as they should. */
  List<Gap> in(int tenant, List<String> keys) {
    var suspects = wrong(tenant, ids(keys)).stream().map(Gap::letter).toList();
    return suspects.isEmpty() ? List.of() : wrong(tenant, suspects);
  }

  /** Those of these ids that the index has and the database does not. */
  List<Long> strays(int tenant, List<String> keys) {
    var strays = new ArrayList<>(ids(keys));
    strays.removeAll(
        database.list(
            sql("select id from correspondence where id = any(?)", strays),
            row -> row.number("id")));
    strays.removeAll(
        database.list(
            sql(
                "select correspondence_id as id from index_queue where correspondence_id = any(?)",
                strays),
            row -> row.number("id")));
    strays.retainAll(index.carried(tenant, strays).keySet());
    return strays;
  }

  private List<Gap> wrong(int tenant, Collection<Long> ids) {
    var stored =
        database.list(
            sql(
                """
                select c.id, (select string_agg(v.token, ' ') from correspondence_audience v
                               where v.tenant_id = c.tenant_id and v.correspondence_id = c.id) as tokens,
                       case when f.without_text then 'index-without-text'
                            when not f.without_text then 'index-failed' end as failure
                  from correspondence c
                  left join index_failure f on f.tenant_id = c.tenant_id and f.correspondence_id = c.id
                 where c.id = any(?) and not exists (select 1 from index_queue q where q.correspondence_id = c.id)
                 order by c.id
                """,
                ids),
            row -> new Stored(row.number("id"), IndexedLetters.tokens(row), row.text("failure")));
    var carried = index.carried(tenant, stored.stream().map(Stored::letter).toList());
    var gaps = new ArrayList<Gap>();
    for (var letter : stored) {
      var there = carried.get(letter.letter());
      if (letter.failure() != null) {
        gaps.add(new Gap(letter.letter(), letter.failure()));
      } else if (there == null) {
        gaps.add(new Gap(letter.letter(), "not-indexed"));
      } else if (!there.equals(letter.tokens())) {
        gaps.add(new Gap(letter.letter(), "index-tokens"));
      }
    }
    return gaps;
  }

  private static List<Long> ids(List<String> keys) {
    return keys.stream().map(Long::valueOf).toList();
  }
}
