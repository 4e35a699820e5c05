package fr.vaguemestre.transmission;

import fr.vaguemestre.circuit.Check;
import fr.vaguemestre.circuit.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** There is a return to record while something handed outside has not come back. */
@ApplicationScoped
public class ReturnAwaited implements Check {
  @Inject Transmissions transmissions;

  @Override
  public Condition condition() {
    return Condition.RETURN_AWAITED;
  }

  @Override
  public boolean holds(long correspondence) {
    return !transmissions.open(correspondence).isEmpty();
  }
}
