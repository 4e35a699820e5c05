package fr.vaguemestre.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The readers in use, by town and agent, each good for one epoch of its town's organisation. */
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

  Optional<Reader> get(int tenant, long agent, long epoch, Supplier<Optional<Reader>> load) {
    var key = new Key(tenant, agent);
    var kept = entries.get(key);
    if (kept != null && kept.epoch() == epoch) {
      return Optional.of(kept.reader());
    }
    var fresh = load.get();
    fresh.ifPresent(reader -> entries.put(key, new Known(epoch, reader)));
    return fresh;
  }

  private record Key(int tenant, long agent) {}

  private record Known(long epoch, Reader reader) {}
}
