package fr.vaguemestre.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The only place that reads the machine's time; everything else has a {@link Clock} injected. A
 * thread may live in another day for a while, so that demonstrations and tests have a past.
 */
@ApplicationScoped
public class SystemClock {
  private static final ThreadLocal<Duration> SHIFT = ThreadLocal.withInitial(() -> Duration.ZERO);

  @Produces
  public Clock clock() {
    return new Shifted(ZoneOffset.UTC);
  }

  /** Runs the work as if it were that instant, on this thread only. */
  public static void at(Instant instant, Runnable work) {
    var before = SHIFT.get();
    SHIFT.set(Duration.between(Instant.now(), instant));
    try {
      work.run();
    } finally {
      SHIFT.set(before);
    }
  }

  private static final class Shifted extends Clock {
    private final ZoneId zone;

    private Shifted(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new Shifted(other);
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(SHIFT.get());
    }
  }
}
