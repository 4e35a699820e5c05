package fr.vaguemestre.batch.jobs;

import fr.vaguemestre.jobs.Job;
import fr.vaguemestre.jobs.RunQueue;
import fr.vaguemestre.tenant.Tenant;
import fr.vaguemestre.tenant.Tenants;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.Properties;

/**
 * Ties an execution to its run before anything is read. One started on the server's own command
 * line has no run yet: it names its town ({@code town}, a code) and is entered in the ledger, or
 * fails when the job is under way there.
 */
@Named
@Dependent
public class RunListener extends AbstractJobListener {
  private static final String TOWN = "town";

  @Inject JobContext job;
  @Inject RunQueue queue;
  @Inject Tenants tenants;

  @Override
  public void beforeJob() {
    long execution = job.getExecutionId();
    var parameters =
        Optional.ofNullable(Executions.operator().getParameters(execution))
            .orElseGet(Properties::new);
    job.setTransientUserData(
        parameters.getProperty(Executions.RUN) == null
            ? adopted(parameters, execution)
            : begun(parameters, execution));
  }

  private Current begun(Properties parameters, long execution) {
    long run = Long.parseLong(parameters.getProperty(Executions.RUN));
    int tenant = Integer.parseInt(parameters.getProperty(Executions.TENANT));
    queue.began(run, tenant, execution, Executions.NODE);
    return new Current(
        tenant, run, execution, parameters.getProperty(Executions.REQUEST, "run-" + run));
  }

  private Current adopted(Properties parameters, long execution) {
    var town =
        tenants
            .byCode(parameters.getProperty(TOWN, ""))
            .filter(Tenant::active)
            .orElseThrow(
                () -> new IllegalArgumentException("town=CODE must name a town that is at work"));
    long run = queue.adopt(town.id(), Job.titled(job.getJobName()), execution, Executions.NODE);
    return new Current(town.id(), run, execution, "run-" + run);
  }
}
