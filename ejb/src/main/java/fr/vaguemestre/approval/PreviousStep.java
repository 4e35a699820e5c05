package fr.vaguemestre.approval;

import fr.vaguemestre.circuit.Check;
import fr.vaguemestre.circuit.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether somebody gave their visa in this round, to whom the reply can go back. */
@ApplicationScoped
public class PreviousStep implements Check {
  @Inject ApprovalSteps steps;

  @Override
  public Condition condition() {
    return Condition.PREVIOUS_STEP;
  }

  @Override
  public boolean holds(long correspondence) {
    return steps.previous(correspondence).isPresent();
  }
}
