package fr.vaguemestre.search;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.OwnerDatabase;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes erased words out of the files of one town's index at a time, in a thread of its own: it may
 * take minutes, and the letters of all towns are indexed meanwhile (ADR 47).
 */
@ApplicationScoped
public class IndexCleaner {
  private static final Logger LOG = Logger.getLogger(IndexCleaner.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject OwnerDatabase owner;
  @Inject SearchIndex index;
  @Inject Clock clock;
  @Resource ManagedThreadFactory threads;

  /** Towns left alone, each until when. */
  private final Map<Integer, Instant> failed = new ConcurrentHashMap<>();

  private volatile Thread thread;
  private volatile boolean stopping;

  boolean busy() {
    return thread != null && thread.isAlive();
  }

  /** Towns whose clean-up failed a moment ago. */
  Set<Integer> failed() {
    failed.values().removeIf(until -> until.isBefore(clock.instant()));
    return Set.copyOf(failed.keySet());
  }

  /** Cleans up, then takes what asked for it off the queue. Not while {@link #busy}. */
  void begin(int tenant, long queued) {
    thread = threads.newThread(() -> clean(tenant, queued));
    thread.setName("index-cleaner");
    thread.start();
  }

  void stop() throws InterruptedException {
    stopping = true;
    if (busy()) {
      thread.interrupt();
      thread.join(TimeUnit.SECONDS.toMillis(10));
    }
  }

  private void clean(int tenant, long queued) {
    try {
      index.expunge(tenant);
      owner.update(sql("delete from index_queue where tenant_id = ? and id = ?", tenant, queued));
    } catch (Throwable e) {
      if (!stopping) {
        LOG.log(Level.WARNING, "the index of town " + tenant + " will be cleaned up again", e);
      }
      failed.put(tenant, clock.instant().plus(PATIENCE));
    }
  }
}
