package fr.vaguemestre.batch.jobs;

import fr.vaguemestre.jobs.Claimed;
import fr.vaguemestre.jobs.RunQueue;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Properties;

/** The runs of the ledger as executions of the server's job repository. */
@ApplicationScoped
public class Executions {
  static final String NODE = System.getProperty("jboss.node.name", "node");

  /** Parameters of every execution: which run of the ledger it is, and of which town. */
  static final String RUN = "run";

  static final String TENANT = "tenant";

  /** What finds its log lines. */
  static final String REQUEST = "request";

  @Inject RunQueue queue;

  /**
   * Starts the run, or goes on with it where its last execution ended, stopped or died: the server
   * leaves out the steps that were complete.
   */
  void begin(Claimed run) {
    if (run.stopping()) {
      queue.end(run, NODE, RunQueue.End.STOPPED, null);
    } else if (run.execution() == null) {
      began(run, operator().start(run.job().title(), parameters(run)));
    } else if (status(run) == BatchStatus.COMPLETED) {
      queue.end(run, NODE, RunQueue.End.DONE, null);
    } else {
      began(run, operator().restart(run.execution(), parameters(run)));
    }
  }

  /** Its thread says so too; here it is known before anybody looks at how the old one ended. */
  private void began(Claimed run, long execution) {
    queue.began(run.id(), run.tenant(), execution, NODE);
  }

  /** Enters how a run ended, or stops it when it is to be stopped. */
  void lookAfter(Claimed run) {
    if (run.execution() == null) {
      return; // not begun yet
    }
    switch (status(run)) {
      case COMPLETED -> queue.end(run, NODE, RunQueue.End.DONE, null);
      case FAILED, ABANDONED -> queue.end(run, NODE, RunQueue.End.FAILED, null);
      case STOPPED -> stopped(run);
      case STARTING, STARTED -> {
        if (run.stopping()) {
          stop(run);
        }
      }
      case STOPPING -> {
        // at the end of its chunk
      }
    }
  }

  /** Stopped by nobody's wish, by its town's suspension or the server's, it goes on after it. */
  private void stopped(Claimed run) {
    if (queue.stopAsked(run)) {
      queue.end(run, NODE, RunQueue.End.STOPPED, null);
    } else {
      queue.giveBack(run, NODE);
    }
  }

  private static void stop(Claimed run) {
    try {
      operator().stop(run.execution());
    } catch (JobExecutionNotRunningException e) {
      // it ended meanwhile: seen at the next look
    }
  }

  private static BatchStatus status(Claimed run) {
    return operator().getJobExecution(run.execution()).getBatchStatus();
  }

  private static Properties parameters(Claimed run) {
    var parameters = new Properties();
    parameters.setProperty(RUN, Long.toString(run.id()));
    parameters.setProperty(TENANT, Integer.toString(run.tenant()));
    if (run.request() != null) {
      parameters.setProperty(REQUEST, run.request());
    }
    return parameters;
  }

  static JobOperator operator() {
    return BatchRuntime.getJobOperator();
  }
}
