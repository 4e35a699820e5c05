package fr.vaguemestre.batch.jobs;

import fr.vaguemestre.platform.RequestId;
import fr.vaguemestre.platform.TenantContext;
import jakarta.batch.runtime.context.JobContext;
import java.util.concurrent.Callable;

/**
 * The run that a batch thread carries out, and its town. Kept with the job; the town is set on the
 * thread only while a feature is called, so that none is left on a pooled thread. {@code request}
 * is what its log lines bear.
 */
record Current(int tenant, long run, long execution, String request) {
  static Current of(JobContext job) {
    return (Current) job.getTransientUserData();
  }

  <T> T call(Callable<T> work) {
    return TenantContext.call(tenant, () -> RequestId.call(request, work));
  }

  void run(Runnable work) {
    call(
        () -> {
          work.run();
          return null;
        });
  }
}
