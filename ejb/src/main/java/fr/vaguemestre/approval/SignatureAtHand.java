package fr.vaguemestre.approval;

import fr.vaguemestre.circuit.Check;
import fr.vaguemestre.circuit.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether the step at hand asks for a signature. */
@ApplicationScoped
public class SignatureAtHand implements Check {
  @Inject ApprovalSteps steps;

  @Override
  public Condition condition() {
    return Condition.SIGNATURE_AT_HAND;
  }

  @Override
  public boolean holds(long correspondence) {
    return steps.current(correspondence).filter(s -> s.kind() == StepKind.SIGNATURE).isPresent();
  }
}
