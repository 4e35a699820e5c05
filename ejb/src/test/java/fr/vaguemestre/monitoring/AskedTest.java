package fr.vaguemestre.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskedTest {
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final AtomicInteger times = new AtomicInteger();

  @AfterEach
  void stop() {
    executor.shutdownNow();
  }

  @Test
  void an_answer_serves_for_a_while() {
    var asked = asked(Duration.ofMinutes(1), times::incrementAndGet);
    assertThat(asked.answer()).contains(1);
    assertThat(asked.answer()).contains(1);
  }

  @Test
  void an_answer_that_no_longer_serves_is_asked_for_again() {
    var asked = asked(Duration.ZERO, times::incrementAndGet);
    assertThat(asked.answer()).contains(1);
    assertThat(asked.answer()).contains(2);
  }

  @Test
  void a_failure_is_no_answer_and_the_next_question_is_asked() {
    var asked =
        asked(
            Duration.ZERO,
            () -> {
              if (times.incrementAndGet() == 1) {
                throw new IOException("the disk");
              }
              return times.get();
            });
    assertThat(asked.answer()).isEmpty();
    assertThat(asked.answer()).contains(2);
  }

  @Test
  void a_question_that_hangs_holds_one_thread_and_nobody_for_long() {
    var hangs = new CountDownLatch(1);
    var asked =
        asked(
            Duration.ZERO,
            () -> {
              hangs.await();
              return times.incrementAndGet();
            });
    long begin = System.nanoTime();
    for (int i = 0; i < 50; i++) {
      assertThat(asked.answer()).isEmpty();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    hangs.countDown();
    assertThat(asked.answer()).isNotNull();
    assertThat(times.get()).isLessThanOrEqualTo(2);
  }

  private Asked<Integer> asked(Duration serves, Callable<Integer> question) {
    return new Asked<>(executor, Clock.systemUTC(), serves, Duration.ofMillis(200), question);
  }
}
