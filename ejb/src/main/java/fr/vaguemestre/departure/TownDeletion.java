package fr.vaguemestre.departure;

import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Work;
import fr.vaguemestre.outbox.Worker;
import fr.vaguemestre.search.SearchIndex;
import fr.vaguemestre.storage.ContentStore;
import fr.vaguemestre.tenant.TenantGone;
import fr.vaguemestre.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Deletes a town: waits until nothing is under way for it, then rows, contents, index, archives,
 * what is kept in memory, and last the town itself; then writes the attestation. Every step may be
 * done again: what was done is found by what is left.
 */
@ApplicationScoped
public class TownDeletion implements Worker {
  private static final int PATIENCE_SECONDS = 30;

  @Inject TownJobs jobs;
  @Inject TownTables tables;
  @Inject Erasures erasures;
  @Inject Attestations attestations;
  @Inject Archives archives;
  @Inject ContentStore store;
  @Inject SearchIndex index;
  @Inject Tenants tenants;
  @Inject Event<TenantGone> gone;

  @Override
  public Kind kind() {
    return Kind.DELETE_TOWN;
  }

  @Override
  public void carryOut(Work work) throws IOException, InterruptedException {
    var job = jobs.of(work.subject());
    if (job.done()) {
      return;
    }
    if (job.files() == null) {
      awaitQuiet(job.town());
      var files = new AtomicLong();
      var bytes = new AtomicLong();
      store.each(
          job.town(),
          content -> {
            files.incrementAndGet();
            bytes.addAndGet(content.size());
          });
      erasures.note(work.tenant(), job, files.get(), bytes.get());
    }
    for (var table : tables.childrenFirst()) {
      while (erasures.batch(work.tenant(), job, table) > 0) {
        // Until a batch finds nothing.
      }
    }
    forget(job.town());
    tenants.remove(job.town());
    attestations.write(job.id());
  }

  /** All that is not rows; also for what came in late, through a request begun before. */
  void forget(int town) throws IOException {
    store.removeAll(town);
    index.dropAll(town);
    archives.remove(jobs.exports(town));
    gone.fire(new TenantGone(town));
  }

  private void awaitQuiet(int town) throws InterruptedException {
    for (int i = 0; !erasures.quiet(town); i++) {
      if (i == PATIENCE_SECONDS) {
        throw new IllegalStateException("work is still under way for town " + town);
      }
      TimeUnit.SECONDS.sleep(1);
    }
  }
}
