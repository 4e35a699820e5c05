package fr.vaguemestre.outbox;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Notes, in the transaction of a change, that the index must read this letter again. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class IndexQueue {
  @Inject Database database;

  /**
   * Has all of these letters read again, and then what they said before taken out of the index's
   * files: once nothing else waits, however many times it was asked for meanwhile.
   */
  public void addErased(List<Long> letters) {
    database.update(
        sql(
            "insert into index_queue (correspondence_id) select unnest(cast(? as bigint[]))",
            letters));
    database.update(sql("delete from index_queue where correspondence_id is null"));
    database.update(sql("insert into index_queue (correspondence_id) values (null)"));
  }

  public void add(long correspondence) {
    database.update(sql("insert into index_queue (correspondence_id) values (?)", correspondence));
  }
}
