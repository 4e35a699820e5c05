package fr.vaguemestre.it.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/** Threads that do the same over and over, each as fast as it can. */
final class Clients {
  private Clients() {}

  /** What was done in so many seconds; {@code nanos} of each deed, the shortest first. */
  record Done(long[] nanos, double seconds) {
    static final Done NOTHING = new Done(new long[0], 0);

    double perSecond() {
      return nanos.length / seconds;
    }

    /** Milliseconds below which that share of the times lies. */
    double at(double share) {
      return Measure.at(nanos, share);
    }

    Done and(Done other) {
      return new Done(
          LongStream.concat(Arrays.stream(nanos), Arrays.stream(other.nanos)).sorted().toArray(),
          seconds + other.seconds);
    }
  }

  /** What a client does once. */
  interface Deed {
    void once(SplittableRandom random);
  }

  /** As many threads for so long, without a rest. */
  static Done run(int threads, double seconds, int seed, IntFunction<Deed> deed) {
    return run(threads, seconds, seed, 0, deed);
  }

  /**
   * As many threads for so long.
   *
   * @param think milliseconds each rests after each deed, not counted among its own
   * @param deed of each thread, by its number
   * @throws IllegalStateException when a deed failed
   */
  static Done run(int threads, double seconds, int seed, long think, IntFunction<Deed> deed) {
    var nanos = new ConcurrentLinkedQueue<long[]>();
    var failures = new ConcurrentLinkedQueue<RuntimeException>();
    List<Thread> workers = new ArrayList<>();
    long begin = System.nanoTime();
    LongSupplier left = () -> (long) (seconds * 1e9) - (System.nanoTime() - begin);
    for (int n = 0; n < threads; n++) {
      int worker = n;
      workers.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      nanos.add(work(deed.apply(worker), seed * 1000L + worker, think, left));
                    } catch (RuntimeException failed) {
                      failures.add(failed);
                    }
                  }));
    }
    for (var worker : workers) {
      try {
        worker.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    if (!failures.isEmpty()) {
      throw new IllegalStateException(failures.peek());
    }
    return new Done(
        nanos.stream().flatMapToLong(Arrays::stream).sorted().toArray(),
        (System.nanoTime() - begin) / 1e9);
  }

  private static long[] work(Deed deed, long seed, long think, LongSupplier left) {
    var random = new SplittableRandom(seed);
    var times = LongStream.builder();
    while (left.getAsLong() > 0) {
      long begin = System.nanoTime();
      deed.once(random);
      times.add(System.nanoTime() - begin);
      if (think > 0) {
        BenchServer.pause(think);
      }
    }
    return times.build().toArray();
  }
}
