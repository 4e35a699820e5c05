package fr.vaguemestre.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The only place that reads the machine's time; everything else has a {@link Clock} injected. */
@ApplicationScoped
public class SystemClock {
  @Produces
  public Clock clock() {
    return Clock.systemUTC();
  }
}
