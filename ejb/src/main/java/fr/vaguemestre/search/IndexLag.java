package fr.vaguemestre.search;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.anonymisation.Erasures;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Letters that wait for the index: it knows them as they were, and as who might see them then. */
@Stateless
public class IndexLag {
  /** Beyond, they are not looked at one by one. */
  static final int MOST = 10_000;

  @Inject Database database;

  /**
   * Of the letters that wait those that this reader does not see now, and those erased, of which
   * the index still has the words; to be asked for before the index is. Empty when more wait than
   * can be looked at.
   */
  public Optional<Set<Long>> hiddenFrom(Reader reader) {
    var queued =
        database.list(
            sql(
                "select correspondence_id as id from index_queue where correspondence_id is not null limit ?",
                MOST + 1),
            row -> row.number("id"));
    if (queued.size() > MOST) {
      return Optional.empty();
    }
    var waiting = new HashSet<>(queued);
    if (!waiting.isEmpty()) {
      database
          .list(
              sql("select c.id from correspondence c where c.id = any(?) and", waiting)
                  .add(Visibility.conditionByLetter("c", reader))
                  .add("and " + Erasures.none("true")),
              row -> row.number("id"))
          .forEach(waiting::remove);
    }
    return Optional.of(waiting);
  }

  /** Those of these letters that are erased, and of which the index still has the words. */
  public Set<Long> erased(Collection<Long> letters) {
    return new HashSet<>(
        database.list(
            sql(
                """
                select e.correspondence_id as id from erasure e where e.correspondence_id = any(?)
                   and exists (select 1 from index_queue q where q.tenant_id = e.tenant_id and q.correspondence_id = e.correspondence_id)
                """,
                letters),
            row -> row.number("id")));
  }
}
