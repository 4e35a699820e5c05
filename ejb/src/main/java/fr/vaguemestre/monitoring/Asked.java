package fr.vaguemestre.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A question that may hang. One thread at most is at it, whoever asks; nobody waits longer than the
 * patience; an answer, or that there was none, serves for a while, so that asking often costs
 * nothing.
 */
final class Asked<T> {
  private static final Logger LOG = Logger.getLogger(Asked.class.getName());

  private final ExecutorService executor;
  private final Clock clock;
  private final Duration serves;
  private final Duration patience;
  private final Callable<T> question;
  private Future<T> underWay;
  private Optional<T> answer = Optional.empty();
  private Instant begunAt;
  private Instant until = Instant.MIN;

  Asked(
      ExecutorService executor,
      Clock clock,
      Duration serves,
      Duration patience,
      Callable<T> question) {
    this.executor = executor;
    this.clock = clock;
    this.serves = serves;
    this.patience = patience;
    this.question = question;
  }

  /** Asks, without waiting, unless an answer still serves. */
  synchronized void begin() {
    if (!serves() && underWay == null) {
      begunAt = clock.instant();
      underWay = executor.submit(question);
    }
  }

  /** Empty when it failed or took too long. */
  synchronized Optional<T> answer() {
    if (!serves()) {
      begin();
      answer = within(begunAt.plus(patience));
      until = clock.instant().plus(serves);
    }
    return answer;
  }

  private boolean serves() {
    return clock.instant().isBefore(until);
  }

  /** A question that still hangs stays under way; when it ends at last, it is asked again. */
  private Optional<T> within(Instant deadline) {
    try {
      long wait = Math.max(0, Duration.between(clock.instant(), deadline).toMillis());
      var given = Optional.of(underWay.get(wait, TimeUnit.MILLISECONDS));
      underWay = null;
      return given;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      LOG.log(Level.FINE, "a check failed", e);
      underWay = null;
      return Optional.empty();
    }
  }
}
