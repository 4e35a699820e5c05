package fr.vaguemestre.signing;

import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.outbox.Work;
import fr.vaguemestre.outbox.Worker;
import fr.vaguemestre.platform.Refusal;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;

/** Signs one letter of a batch; what stops one stops no other. */
@ApplicationScoped
public class BatchSigner implements Worker {
  @Inject SigningBatches batches;
  @Inject Signings signings;

  @Override
  public Kind kind() {
    return Kind.SIGN;
  }

  @Override
  public void carryOut(Work work) {
    try {
      var due = batches.due(work.subject());
      if (due.isPresent()) {
        var stamped = signings.stamped(due.get().signer(), due.get().letter());
        batches.sign(work.subject(), due.get(), stamped);
      }
    } catch (Refusal refused) {
      batches.refuse(work.subject(), refused);
    } catch (EJBException | OptimisticLockException e) {
      if (meanwhile(e)) {
        batches.refuse(work.subject(), Refusal.stale());
      } else {
        if (work.attempt() >= Outbox.ATTEMPTS) {
          batches.refuse(work.subject(), Refusal.of(Refusal.Kind.CONFLICT, "signing.batch-failed"));
        }
        throw e;
      }
    }
  }

  private static boolean meanwhile(Throwable e) {
    return e != null && (e instanceof OptimisticLockException || meanwhile(e.getCause()));
  }
}
