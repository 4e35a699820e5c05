package fr.vaguemestre.call;

import fr.vaguemestre.platform.TenantContext;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The journal of calls on its way to the database: kept for a second, then written together, a town
 * at a time, so that no call waits for it. When the database is away the last ten thousand wait;
 * what is beyond is not kept, and the log says how many.
 */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallBook {
  private static final Logger LOG = Logger.getLogger(CallBook.class.getName());
  private static final int MOST = 10_000;
  private static final int AT_ONCE = 1000;

  @Inject CallRows rows;
  private final ArrayBlockingQueue<Call> waiting = new ArrayBlockingQueue<>(MOST);
  private final AtomicLong lost = new AtomicLong();
  private final ReentrantLock writing = new ReentrantLock();

  /** Notes a call that has been answered. */
  public void note(Call call) {
    if (!waiting.offer(call)) {
      lost.incrementAndGet();
    }
  }

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void write() {
    if (!waiting.isEmpty() && writing.tryLock()) {
      try {
        while (step()) {
          // the next ones
        }
        long missing = lost.getAndSet(0);
        if (missing > 0) {
          LOG.warning(() -> missing + " calls are not in the journal of calls");
        }
      } finally {
        writing.unlock();
      }
    }
  }

  @PreDestroy
  public void stop() {
    write();
  }

  /** Writes some; whether there may be more to write now. */
  private boolean step() {
    var some = new ArrayList<Call>();
    waiting.drainTo(some, AT_ONCE);
    var written = new ArrayList<Boolean>();
    some.stream()
        .collect(Collectors.groupingBy(Call::tenant))
        .forEach((town, calls) -> written.add(write(town, calls)));
    return some.size() == AT_ONCE && !written.contains(false);
  }

  private boolean write(int town, List<Call> calls) {
    try {
      TenantContext.run(town, () -> rows.write(calls));
      return true;
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the journal of calls of town " + town + " waits", e);
      calls.forEach(this::note);
      return false;
    }
  }
}
