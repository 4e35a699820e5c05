package fr.vaguemestre.access;

import fr.vaguemestre.tenant.TenantGone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The readers in use, by town and agent, each good for one epoch of its town's organisation and
 * until the next absence that concerns it begins or ends.
 */
@ApplicationScoped
public class ReaderCache {
  private static final int MOST = 20_000;

  private final Map<Key, Known> entries =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Known> eldest) {
              return size() > MOST;
            }
          });

  Optional<Reader> get(
      int tenant, long agent, long epoch, Instant now, Supplier<Optional<Timed>> load) {
    var key = new Key(tenant, agent);
    var kept = entries.get(key);
    if (kept != null && kept.holds(epoch, now)) {
      return Optional.of(kept.timed().reader());
    }
    var fresh = load.get();
    fresh.ifPresent(timed -> entries.put(key, new Known(epoch, now, timed)));
    return fresh.map(Timed::reader);
  }

  void drop(@Observes TenantGone gone) {
    synchronized (entries) {
      entries.keySet().removeIf(key -> key.tenant() == gone.tenant());
    }
  }

  /** A reader and the first instant at which it is no longer true. */
  record Timed(Reader reader, Instant until) {}

  private record Key(int tenant, long agent) {}

  private record Known(long epoch, Instant from, Timed timed) {
    boolean holds(long epochNow, Instant now) {
      return epoch == epochNow && !now.isBefore(from) && now.isBefore(timed.until());
    }
  }
}
