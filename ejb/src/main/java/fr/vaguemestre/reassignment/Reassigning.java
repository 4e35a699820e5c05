package fr.vaguemestre.reassignment;

import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Work;
import fr.vaguemestre.outbox.Worker;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Carries a closure out, batch after batch. A letter somebody changes meanwhile costs its batch,
 * which is done again.
 */
@ApplicationScoped
public class Reassigning implements Worker {
  private static final int PATIENCE = 5;

  @Inject Reassignments reassignments;

  @Override
  public Kind kind() {
    return Kind.REASSIGN;
  }

  @Override
  public void carryOut(Work work) {
    int failed = 0;
    while (true) {
      try {
        if (!reassignments.step(work.subject())) {
          return;
        }
        failed = 0;
      } catch (EJBException e) {
        if (++failed == PATIENCE) {
          throw e;
        }
      }
    }
  }
}
