package fr.vaguemestre.batch.jobs;

import fr.vaguemestre.jobs.RunSteps;
import jakarta.batch.api.chunk.listener.SkipWriteListener;
import jakarta.batch.api.listener.StepListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Enters in the ledger what a step leaves out, with the reason, and why it fails. */
@Named
@Dependent
public class StepNotes implements StepListener, SkipWriteListener {
  private static final Logger LOG = Logger.getLogger(StepNotes.class.getName());

  @Inject JobContext job;
  @Inject StepContext step;
  @Inject RunSteps steps;

  @Override
  public void beforeStep() {
    // the reader begins it
  }

  @Override
  public void onSkipWriteItem(List<Object> items, Exception reason) {
    var current = Current.of(job);
    LOG.log(
        Level.WARNING,
        "job " + job.getJobName() + ", run " + current.run() + " leaves out " + items,
        reason);
    for (var item : items) {
      current.run(
          () -> steps.skipped(current.run(), step.getStepName(), item.toString(), words(reason)));
    }
  }

  @Override
  public void afterStep() {
    var current = Current.of(job);
    if (step.getException() != null && current != null) {
      var reason = words(step.getException());
      current.run(() -> steps.failed(current.run(), current.execution(), reason));
    }
  }

  /**
   * What happened, without what it was wrapped in on its way; the first line, since the database
   * quotes values in the next.
   */
  static String words(Throwable thrown) {
    var cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString().lines().findFirst().orElse("");
  }
}
