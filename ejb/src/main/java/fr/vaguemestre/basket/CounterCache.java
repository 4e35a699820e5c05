package fr.vaguemestre.basket;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.journal.Acted;
import fr.vaguemestre.tenant.TenantGone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counters as they were a moment ago, by town and agent: good for a few seconds, for the same
 * rights, and until their reader does something.
 */
@ApplicationScoped
public class CounterCache {
  private static final Duration GOOD = Duration.ofSeconds(5);
  private static final int MOST = 20_000;

  @Inject Clock clock;
  private final AtomicLong acts = new AtomicLong();
  private final Map<Key, Kept> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
              return size() > MOST;
            }
          });

  /** To be taken before counting and given back with what was counted. */
  long stamp() {
    return acts.get();
  }

  @SuppressWarnings("ReferenceEquality") // a reader made anew has other rights or units
  Optional<List<BasketLine>> get(Reader reader) {
    return Optional.ofNullable(kept.get(key(reader)))
        .filter(k -> k.reader() == reader && clock.instant().isBefore(k.until()))
        .map(Kept::lines);
  }

  /** Keeps what was counted, unless anybody has acted since: it may have been them. */
  void put(Reader reader, List<BasketLine> lines, long stamp) {
    if (stamp == acts.get()) {
      kept.put(key(reader), new Kept(reader, clock.instant().plus(GOOD), lines));
    }
  }

  void drop(@Observes(during = TransactionPhase.AFTER_SUCCESS) Acted acted) {
    acts.incrementAndGet();
    kept.remove(new Key(acted.tenant(), acted.agent()));
  }

  void drop(@Observes TenantGone gone) {
    synchronized (kept) {
      kept.keySet().removeIf(key -> key.tenant() == gone.tenant());
    }
  }

  private static Key key(Reader reader) {
    return new Key(reader.tenant(), reader.agent());
  }

  private record Key(int tenant, long agent) {}

  private record Kept(Reader reader, Instant until, List<BasketLine> lines) {}
}
