package fr.vaguemestre.batch.jobs;

import fr.vaguemestre.jobs.RunSteps;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Has the items of a chunk carried out, in the chunk's transaction. */
@Named
@Dependent
public class ChoreWriter extends AbstractItemWriter {
  @Inject JobContext job;
  @Inject StepContext step;
  @Inject RunSteps steps;

  @Override
  public void writeItems(List<Object> items) {
    if (items.isEmpty()) {
      return; // stopped between two chunks
    }
    var current = Current.of(job);
    var keys = items.stream().map(String.class::cast).toList();
    current.run(() -> steps.carryOut(current.run(), current.execution(), step.getStepName(), keys));
  }
}
