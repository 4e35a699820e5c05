package fr.vaguemestre.passage;

import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Work;
import fr.vaguemestre.outbox.Worker;
import fr.vaguemestre.platform.Refusal;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Carries a passage out, batch after batch. A letter somebody changes meanwhile costs its batch,
 * which is done again.
 */
@ApplicationScoped
public class Passing implements Worker {
  private static final int PATIENCE = 5;

  @Inject PassageSteps steps;

  @Override
  public Kind kind() {
    return Kind.PASS;
  }

  @Override
  public void carryOut(Work work) {
    int failed = 0;
    while (true) {
      try {
        if (!steps.step(work.subject())) {
          return;
        }
        failed = 0;
      } catch (EJBException | Refusal e) {
        if (++failed == PATIENCE) {
          throw e;
        }
      }
    }
  }
}
