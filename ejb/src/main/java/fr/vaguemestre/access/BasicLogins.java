package fr.vaguemestre.access;

import fr.vaguemestre.tenant.TenantGone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HTTP Basic without a password hash at each call: an accepted pair is remembered for five minutes
 * under an HMAC whose key lives in memory only. A changed password ends it at once, because the
 * reader's credential version no longer fits.
 */
@ApplicationScoped
public class BasicLogins {
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final int MOST = 10_000;

  @Inject Logins logins;
  @Inject Clock clock;

  private final SecretKeySpec key = key();
  private final Map<String, Known> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
              return size() > MOST;
            }
          });

  /** What a pair gave, and who calls when it was accepted. */
  record Answer(Credentials.Verdict verdict, Optional<Caller> caller) {}

  Answer answer(String login, String password, String host, String address) {
    var mark = mark(host + '\n' + login + '\n' + password);
    var before = known.get(mark);
    if (before != null && before.until().isAfter(clock.instant())) {
      var caller = caller(before.principal());
      if (caller.isPresent()) {
        return new Answer(Credentials.Verdict.ACCEPTED, caller);
      }
    }
    var attempt = logins.attempt(login, password.toCharArray(), host, address);
    attempt.principal().ifPresent(p -> known.put(mark, new Known(p, clock.instant().plus(LIFE))));
    return new Answer(attempt.verdict(), attempt.principal().flatMap(this::caller));
  }

  void drop(@Observes TenantGone gone) {
    synchronized (known) {
      known.values().removeIf(k -> k.principal().tenant() == gone.tenant());
    }
  }

  private Optional<Caller> caller(AgentPrincipal principal) {
    return logins.reader(principal).map(reader -> new Caller(principal, reader));
  }

  private String mark(String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SecretKeySpec key() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new SecretKeySpec(bytes, "HmacSHA256");
  }

  private record Known(AgentPrincipal principal, Instant until) {}
}
