package fr.vaguemestre.retention;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.circuit.Doorkeeper;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Nothing is done any more with what is left of a destroyed letter. */
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
}
