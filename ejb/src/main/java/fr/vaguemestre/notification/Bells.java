package fr.vaguemestre.notification;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.settings.Setting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The bells that hang on this server, in memory: so many for one agent, so many in all; whoever
 * finds no place asks from time to time instead. One hangs a bell with a pass, good once and for a
 * moment, given to whoever is logged in: the line itself needs to know nobody, and a page of
 * another site has none.
 */
@ApplicationScoped
public class Bells {
  static final int OF_ONE = 8;
  static final Duration PASS = Duration.ofSeconds(30);
  private static final int PASS_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject Clock clock;
  int most = Setting.VAGUEMESTRE_BELLS.number();

  /** In the order in which they run out. */
  private final Map<String, Pass> passes = new LinkedHashMap<>();

  private final Map<Bell, Hung> hung = new HashMap<>();
  private final Map<Owner, Integer> places = new HashMap<>();

  record Owner(int town, long agent) {}

  private record Pass(Owner owner, String session, long newest, Instant until) {}

  /**
   * A bell in its place.
   *
   * @param session of the login that hung it: it falls with it
   * @param rungFor row id of the newest notification its page knows of
   */
  record Hung(Bell bell, Owner owner, String session, long rungFor) {}

  /**
   * @param session the id of the login's session
   * @param newest row id of the newest notification that the page shows; 0 for none
   * @return empty while there is no place for one more
   */
  public synchronized Optional<String> pass(Reader reader, String session, long newest) {
    var now = clock.instant();
    var old = passes.values().iterator();
    while (old.hasNext() && old.next().until().isBefore(now)) {
      old.remove();
    }
    var owner = new Owner(reader.tenant(), reader.agent());
    if (passes.size() >= most || !place(owner)) {
      return Optional.empty();
    }
    var bytes = new byte[PASS_BYTES];
    RANDOM.nextBytes(bytes);
    var pass = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    passes.put(pass, new Pass(owner, session, newest, now.plus(PASS)));
    return Optional.of(pass);
  }

  /** Whether the bell hangs now. */
  public synchronized boolean hang(String pass, Bell bell) {
    var given = pass == null ? null : passes.remove(pass);
    if (given == null || given.until().isBefore(clock.instant()) || !place(given.owner())) {
      return false;
    }
    hung.put(bell, new Hung(bell, given.owner(), given.session(), given.newest()));
    places.merge(given.owner(), 1, Integer::sum);
    return true;
  }

  private boolean place(Owner owner) {
    return hung.size() < most && places.getOrDefault(owner, 0) < OF_ONE;
  }

  public synchronized void takeDown(Bell bell) {
    var one = hung.remove(bell);
    if (one != null) {
      places.computeIfPresent(one.owner(), (owner, count) -> count == 1 ? null : count - 1);
    }
  }

  /** Somebody left, or was away too long. */
  public void sessionEnded(String session) {
    bellsOf(session).forEach(this::fall);
  }

  private synchronized List<Bell> bellsOf(String session) {
    passes.values().removeIf(pass -> pass.session().equals(session));
    return hung.values().stream()
        .filter(one -> one.session().equals(session))
        .map(Hung::bell)
        .toList();
  }

  void fall(Bell bell) {
    takeDown(bell);
    bell.fall();
  }

  /** By agent, with the town of each. */
  synchronized Map<Owner, List<Hung>> byOwner() {
    return hung.values().stream().collect(Collectors.groupingBy(Hung::owner));
  }

  synchronized void rang(Bell bell, long newest) {
    hung.computeIfPresent(bell, (same, one) -> new Hung(bell, one.owner(), one.session(), newest));
  }

  synchronized Set<Bell> all() {
    return Set.copyOf(hung.keySet());
  }
}
