package fr.vaguemestre.retention;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.anonymisation.Purpose;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.circuit.Doorkeeper;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Nothing is done any more with what is left of a destroyed letter, and nothing comes to one whose
 * personal data is erased: its people have been forgotten, what they would add has nowhere to go.
 */
@ApplicationScoped
public class DestroyedDoor implements Doorkeeper {
  @Inject Database database;

  @Override
  public void pass(Reader reader, long correspondence, Action action) {
    if (database.count(
            sql(
                "select count(*) as count from destruction where correspondence_id = ?",
                correspondence))
        > 0) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "retention.destroyed");
    }
  }

  /** An anonymised letter that an agent has reopened is written on again. */
  @Override
  public void receive(long correspondence) {
    if (database.count(
            sql(
                """
                select count(*) as count from erasure e
                  join correspondence c on c.tenant_id = e.tenant_id and c.id = e.correspondence_id
                 where c.id = ? and (e.purpose = ? or e.purpose = ? and c.closed)
                """,
                correspondence,
                Purpose.DESTROY,
                Purpose.ANONYMISE))
        > 0) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "retention.erased");
    }
  }
}
