package fr.vaguemestre.acknowledgement;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.correspondence.LetterQualified;
import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * A qualification may say since when silence counts (L114-2): what silence had decided by another
 * count is looked at again.
 */
@ApplicationScoped
public class Requalified {
  @PersistenceContext EntityManager em;
  @Inject Database database;
  @Inject LegalRequests requests;

  /** In the transaction that qualifies. */
  void qualified(@Observes LetterQualified event) {
    boolean decided =
        database.count(
                sql(
                    "select count(*) as count from tacit_decision where correspondence_id = ?",
                    event.letter()))
            > 0;
    if (!decided) {
      return;
    }
    var facts = requests.facts(em.find(Correspondence.class, event.letter()));
    if (facts.question().faults().isEmpty()) {
      requests.forgetUndone(event.letter(), facts);
    }
  }
}
