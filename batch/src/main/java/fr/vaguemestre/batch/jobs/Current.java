package fr.vaguemestre.batch.jobs;

import fr.vaguemestre.platform.TenantContext;
import jakarta.batch.runtime.context.JobContext;
import java.util.concurrent.Callable;

/**
 * The run that a batch thread carries out, and its town. Kept with the job; the town is set on the
 * thread only while a feature is called, so that none is left on a pooled thread.
 */
record Current(int tenant, long run, long execution) {
  static Current of(JobContext job) {
    return (Current) job.getTransientUserData();
  }

  <T> T call(Callable<T> work) {
    return TenantContext.call(tenant, work);
  }

  void run(Runnable work) {
    TenantContext.run(tenant, work);
  }
}
