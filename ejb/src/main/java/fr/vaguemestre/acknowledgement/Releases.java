package fr.vaguemestre.acknowledgement;

import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.notification.DeadlineTellings;
import fr.vaguemestre.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/**
 * What a letter given back missed while nothing was owed for it (L112-11): its AEE leaves by mail
 * when it was in the answer alone, its ARE by itself where its type says so, and whoever holds it
 * is told of an ARE near or past its day, however long past.
 */
@ApplicationScoped
public class Releases {
  @PersistenceContext EntityManager em;
  @Inject Acknowledgements acknowledgements;
  @Inject Answering answering;
  @Inject AcknowledgementDeadlines deadlines;
  @Inject DeadlineTellings tellings;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** In the transaction that gives it back. */
  void released(@Observes LetterReleased event) {
    var letter = em.find(Correspondence.class, event.letter());
    var town = tenants.current();
    if (letter.unit().email() != null || town.email() != null) {
      answering
          .address(letter)
          .ifPresent(address -> acknowledgements.mailLate(letter.id(), address));
    }
    deadlines.ofReleased(letter.id(), town.today(clock)).forEach(tellings::tell);
  }
}
