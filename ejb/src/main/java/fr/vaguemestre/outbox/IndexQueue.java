package fr.vaguemestre.outbox;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Notes, in the transaction of a change, that the index must read this letter again. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class IndexQueue {
  @Inject Database database;

  public void add(long correspondence) {
    database.update(sql("insert into index_queue (correspondence_id) values (?)", correspondence));
  }
}
