package fr.vaguemestre.outbox;

import fr.vaguemestre.platform.RequestId;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.settings.Setting;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The bounded pools that carry out intentions: a few threads a lane, woken at commit, looking by
 * themselves each second; nothing that goes wrong ends one. One more thread renews the leases of
 * what is being done, and gives back what nobody does any more.
 */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxWorkers {
  private static final Logger LOG = Logger.getLogger(OutboxWorkers.class.getName());
  private static final int PATIENCE_SECONDS = 1;
  private static final int LEASES_SECONDS = 10;

  @Inject IntentionQueue queue;
  @Inject @Any Instance<Worker> workers;
  @Resource ManagedThreadFactory threads;

  private final Map<Lane, Semaphore> bells = new EnumMap<>(Lane.class);

  /** By lane, the town served last. */
  private final Map<Lane, Integer> turns = new ConcurrentHashMap<>();

  private final List<Thread> running = new ArrayList<>();
  private final Set<Work> underWay = ConcurrentHashMap.newKeySet();
  private final String node = System.getProperty("jboss.node.name", "node");
  private volatile boolean stopping;

  @PostConstruct
  public void start() {
    queue.recover(node);
    for (var lane : Lane.values()) {
      bells.put(lane, new Semaphore(0));
      turns.put(lane, IntentionQueue.FIRST);
      for (int i = 0; i < size(lane); i++) {
        run("outbox-" + lane + "-" + i, () -> work(lane));
      }
    }
    run("outbox-leases", this::keepLeases);
  }

  private void run(String name, Runnable work) {
    var thread = threads.newThread(work);
    thread.setName(name);
    running.add(thread);
    thread.start();
  }

  @PreDestroy
  public void stop() {
    stopping = true;
    running.forEach(Thread::interrupt);
    try {
      for (var thread : running) {
        thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Something was committed in this lane: look now. */
  public void wake(Lane lane) {
    var bell = bells.get(lane);
    if (bell != null && bell.availablePermits() < size(lane)) {
      bell.release();
    }
  }

  /** Twice the office processes: these go on while the PDFs they made are read and kept. */
  private static int size(Lane lane) {
    return switch (lane) {
      case EXTRACT -> Setting.VAGUEMESTRE_EXTRACTION_WORKERS.number();
      case OFFICE -> 4;
      default -> 2;
    };
  }

  private void work(Lane lane) {
    while (!stopping) {
      try {
        var claimed = queue.claim(lane, node, turns.get(lane));
        if (claimed.isPresent()) {
          turns.put(lane, claimed.get().tenant());
          carryOut(claimed.get());
        } else {
          bells.get(lane).tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
      } catch (InterruptedException e) {
        return;
      } catch (Throwable e) {
        again("lane " + lane, e);
      }
    }
  }

  private void keepLeases() {
    while (!stopping) {
      try {
        underWay.forEach(queue::renew);
        queue.recoverAbandoned();
        TimeUnit.SECONDS.sleep(LEASES_SECONDS);
      } catch (InterruptedException e) {
        return;
      } catch (Throwable e) {
        again("leases", e);
      }
    }
  }

  private void again(String what, Throwable failure) {
    if (!stopping) {
      LOG.log(Level.WARNING, "outbox " + what + " will look again", failure);
      pause();
    }
  }

  /** What it logs, and what it wants done in its turn, bears the word of the request it is of. */
  private void carryOut(Work work) {
    underWay.add(work);
    RequestId.set(work.request());
    try {
      TenantContext.call(
          work.tenant(),
          () -> {
            worker(work.kind()).carryOut(work);
            return null;
          });
      queue.done(work);
    } catch (Throwable e) {
      var cause = e.getCause() == null ? e : e.getCause();
      LOG.log(Level.WARNING, "intention " + work + " failed", e);
      queue.failed(
          work,
          cause.getClass().getSimpleName() + ": " + cause.getMessage(),
          cause instanceof Worker.Hopeless);
    } finally {
      RequestId.set(null);
      underWay.remove(work);
    }
  }

  private Worker worker(Kind kind) {
    return workers.stream().filter(w -> w.kind() == kind).findFirst().orElseThrow();
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
