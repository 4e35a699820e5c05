package fr.vaguemestre.call;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.platform.Network;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets machine accounts in as often and from where they may (API4): a look into memory, so that a
 * flood costs next to nothing. A changed rule holds within ten seconds; each server counts by
 * itself.
 */
@ApplicationScoped
public class CallGate {
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final long MINUTE = 60;
  private static final int MOST = 10_000;

  @Inject CallRules rules;
  @Inject Clock clock;

  private final Map<Key, Count> counts =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Count> eldest) {
          return size() > MOST;
        }
      };

  /** Whether a call may go on. */
  public enum Verdict {
    ADMITTED,
    /** Not from this network address. */
    ELSEWHERE,
    TOO_MANY
  }

  /**
   * What was found of a call.
   *
   * @param retryAfter seconds until the next minute; 0 unless there were too many
   */
  public record Finding(Verdict verdict, int retryAfter) {}

  /** Looks at a call of a machine account; the town is set. */
  public Finding look(Reader caller, String address) {
    var now = clock.instant();
    var key = new Key(caller.tenant(), caller.agent());
    var rule = rule(key, now);
    if (!Network.address(address).map(rule::from).orElse(rule.networks().isEmpty())) {
      return new Finding(Verdict.ELSEWHERE, 0);
    }
    int made = count(key, now);
    return made <= rule.perMinute()
        ? new Finding(Verdict.ADMITTED, 0)
        : new Finding(Verdict.TOO_MANY, (int) (MINUTE - now.getEpochSecond() % MINUTE));
  }

  private CallRule rule(Key key, Instant now) {
    synchronized (counts) {
      var known = counts.get(key);
      if (known != null && known.read.plus(FRESH).isAfter(now)) {
        return known.rule;
      }
    }
    // Whoever has no row any more is refused by the service they call.
    var fresh = rules.of(key.agent()).orElse(new CallRule(1, List.of()));
    synchronized (counts) {
      var known = counts.computeIfAbsent(key, k -> new Count());
      known.rule = fresh;
      known.read = now;
      return fresh;
    }
  }

  /** Calls of this minute, this one too. */
  private int count(Key key, Instant now) {
    long minute = now.getEpochSecond() / MINUTE;
    synchronized (counts) {
      var known = counts.computeIfAbsent(key, k -> new Count());
      if (known.minute != minute) {
        known.minute = minute;
        known.calls = 0;
      }
      known.calls++;
      return known.calls;
    }
  }

  private record Key(int tenant, long agent) {}

  private static final class Count {
    private CallRule rule;
    private Instant read = Instant.EPOCH;
    private long minute;
    private int calls;
  }
}
