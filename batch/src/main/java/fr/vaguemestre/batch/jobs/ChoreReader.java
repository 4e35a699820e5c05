package fr.vaguemestre.batch.jobs;

import fr.vaguemestre.jobs.RunSteps;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * Reads the keys of a step's items a page at a time, from the last one carried out. That one is the
 * ledger's, not the checkpoint's: the server writes its checkpoint before the chunk's transaction
 * commits, and a kill in between would leave the chunk out.
 */
@Named
@Dependent
public class ChoreReader extends AbstractItemReader {
  private static final int PAGE = 500;

  @Inject JobContext job;
  @Inject StepContext step;
  @Inject RunSteps steps;
  private final Queue<String> page = new ArrayDeque<>();
  private String last;

  @Override
  public void open(Serializable checkpoint) {
    var current = Current.of(job);
    page.clear();
    last = current.call(() -> steps.open(current.run(), step.getStepName()));
  }

  @Override
  public Object readItem() {
    if (page.isEmpty()) {
      page.addAll(next());
    }
    var key = page.poll();
    if (key != null) {
      last = key;
    }
    return key;
  }

  @Override
  public Serializable checkpointInfo() {
    return last;
  }

  /** A page that cannot be read ends the step: there is no item to leave out. */
  private List<String> next() {
    try {
      return Current.of(job).call(() -> steps.after(step.getStepName(), last, PAGE));
    } catch (RuntimeException e) {
      throw new BatchRuntimeException(e);
    }
  }
}
