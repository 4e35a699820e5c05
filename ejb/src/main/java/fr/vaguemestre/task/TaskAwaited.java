package fr.vaguemestre.task;

import fr.vaguemestre.circuit.Check;
import fr.vaguemestre.circuit.Condition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** There is a task to withdraw while one is awaited. */
@ApplicationScoped
public class TaskAwaited implements Check {
  @Inject Tasks tasks;

  @Override
  public Condition condition() {
    return Condition.TASK_AWAITED;
  }

  @Override
  public boolean holds(long correspondence) {
    return tasks.awaited(correspondence);
  }
}
