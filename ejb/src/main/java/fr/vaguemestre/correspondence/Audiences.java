package fr.vaguemestre.correspondence;

import fr.vaguemestre.outbox.IndexQueue;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Puts right who sees a letter, by its facts. */
@Stateless
public class Audiences {
  @PersistenceContext EntityManager em;
  @Inject IndexQueue index;

  /** Whether there was something to put right. */
  public boolean mend(long letter) {
    var found = em.find(Correspondence.class, letter);
    if (found == null) {
      return false;
    }
    var before = found.audience();
    found.refreshAudience();
    if (before.equals(found.audience())) {
      return false;
    }
    index.add(letter);
    return true;
  }
}
