package fr.vaguemestre.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a lane does when its work goes wrong. */
class OutboxWorkersTest {
  private static final int BAD = 12;

  private final Kept queue = new Kept();
  private final OutboxWorkers workers = new OutboxWorkers();

  @AfterEach
  void stop() {
    workers.stop();
  }

  @Test
  void an_error_is_a_failed_try_and_ends_no_worker() throws InterruptedException {
    IntStream.range(0, BAD).forEach(i -> queue.add(new Work(1, i, Kind.SIGN, i, 1)));
    queue.add(new Work(1, BAD, Kind.SIGN, BAD, 1));
    start(
        work -> {
          if (work.id() < BAD) {
            throw new NoClassDefFoundError("of work " + work.id());
          }
        });
    assertThat(queue.good.await(20, TimeUnit.SECONDS)).as("the good one is done").isTrue();
    assertThat(queue.bad.await(20, TimeUnit.SECONDS)).as("each bad one has failed").isTrue();
    assertThat(queue.failed).hasSize(BAD);
  }

  @Test
  void an_error_of_the_queue_ends_no_worker() throws InterruptedException {
    queue.errors = 4;
    queue.add(new Work(1, BAD, Kind.SIGN, BAD, 1));
    start(work -> {});
    assertThat(queue.good.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void ORG7_the_queue_is_told_which_town_was_served_last() throws InterruptedException {
    queue.add(new Work(7, BAD, Kind.SIGN, BAD, 1));
    start(work -> {});
    assertThat(queue.good.await(20, TimeUnit.SECONDS)).isTrue();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!queue.lasts.contains(7) && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(queue.lasts).contains(IntentionQueue.FIRST, 7);
  }

  @Test
  void what_is_being_done_is_renewed() throws InterruptedException {
    var renewed = new CountDownLatch(1);
    queue.renewing = renewed;
    queue.add(new Work(1, BAD, Kind.SIGN, BAD, 1));
    start(work -> assertThat(renewed.await(60, TimeUnit.SECONDS)).isTrue());
    assertThat(queue.good.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(queue.failed).isEmpty();
  }

  private interface Deed {
    void on(Work work) throws Exception;
  }

  private void start(Deed deed) {
    workers.queue = queue;
    workers.workers =
        new One(
            new Worker() {
              @Override
              public Kind kind() {
                return Kind.SIGN;
              }

              @Override
              public void carryOut(Work work) throws Exception {
                deed.on(work);
              }
            });
    workers.threads = new Threads();
    workers.start();
  }

  /** Hands each work of one lane out once. */
  private static final class Kept extends IntentionQueue {
    private final Queue<Work> ready = new ArrayDeque<>();
    private final Set<Integer> lasts = ConcurrentHashMap.newKeySet();
    private final Set<Work> failed = ConcurrentHashMap.newKeySet();
    private final CountDownLatch good = new CountDownLatch(1);
    private final CountDownLatch bad = new CountDownLatch(BAD);
    private CountDownLatch renewing = new CountDownLatch(0);
    private int errors;

    private synchronized void add(Work work) {
      ready.add(work);
    }

    @Override
    public synchronized Optional<Work> claim(Lane lane, String node, int last) {
      if (lane != Lane.SIGN) {
        return Optional.empty();
      }
      if (errors-- > 0) {
        throw new StackOverflowError("of the queue");
      }
      lasts.add(last);
      return Optional.ofNullable(ready.poll());
    }

    @Override
    public void done(Work work) {
      good.countDown();
    }

    @Override
    public void failed(Work work, String error, boolean hopeless) {
      failed.add(work);
      bad.countDown();
    }

    @Override
    public void renew(Work work) {
      renewing.countDown();
    }

    @Override
    public void recover(String node) {}

    @Override
    public void recoverAbandoned() {}
  }

  private static final class Threads implements ManagedThreadFactory {
    @Override
    public Thread newThread(Runnable work) {
      var thread = new Thread(work);
      thread.setDaemon(true);
      return thread;
    }

    @Override
    public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
      throw new UnsupportedOperationException();
    }
  }

  /** The only worker there is. */
  private record One(Worker worker) implements Instance<Worker> {
    @Override
    public Iterator<Worker> iterator() {
      return List.of(worker).iterator();
    }

    @Override
    public Worker get() {
      return worker;
    }

    @Override
    public boolean isUnsatisfied() {
      return false;
    }

    @Override
    public boolean isAmbiguous() {
      return false;
    }

    @Override
    public Instance<Worker> select(Annotation... qualifiers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <U extends Worker> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <U extends Worker> Instance<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void destroy(Worker instance) {}

    @Override
    public Handle<Worker> getHandle() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<? extends Handle<Worker>> handles() {
      throw new UnsupportedOperationException();
    }
  }
}
