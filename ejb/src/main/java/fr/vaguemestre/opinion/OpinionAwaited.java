package fr.vaguemestre.opinion;

import fr.vaguemestre.circuit.Check;
import fr.vaguemestre.circuit.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** There is something to remind of, and to stop, while a contribution is awaited. */
@ApplicationScoped
public class OpinionAwaited implements Check {
  @Inject AskedContributions asked;

  @Override
  public Condition condition() {
    return Condition.OPINION_AWAITED;
  }

  @Override
  public boolean holds(long correspondence) {
    return !asked.open(correspondence).isEmpty();
  }
}
