package fr.vaguemestre.publik;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.outbox.Work;
import fr.vaguemestre.outbox.Worker;
import fr.vaguemestre.webhook.OutsideCalls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * Calls {@code jump/trigger} at the portal, as webhooks are called: an inner machine only where the
 * operator opened its network. A portal that says no is asked again: its workflow may not be where
 * it waits for the decision yet. After a crash the same call is made twice, under the same id.
 */
@ApplicationScoped
public class PortalDeparture implements Worker {
  private static final Map<String, String> HEADERS =
      Map.of("Content-Type", "application/json", "Accept", "application/json");

  @Inject PortalCalls calls;
  @Inject OutsideCalls outside;
  @Inject Clock clock;

  @Override
  public Kind kind() {
    return Kind.CALL_PORTAL;
  }

  @Override
  public void carryOut(Work work) throws Exception {
    var call = calls.compose(work.subject());
    if (call.isEmpty()) {
      return;
    }
    try {
      make(call.get());
      calls.done(work.subject());
    } catch (IOException e) {
      if (work.attempt() >= Outbox.ATTEMPTS) {
        calls.failed(work.subject(), e.getMessage());
      }
      throw e;
    }
  }

  private void make(PortalCalls.Call call) throws IOException {
    var address =
        SignedQuery.sign(
            call.address(),
            call.orig(),
            call.key(),
            clock.instant(),
            UUID.randomUUID().toString().replace("-", ""));
    var answer = outside.post(URI.create(address), HEADERS, call.body().toString().getBytes(UTF_8));
    if (answer.status() == null) {
      throw new IOException("the portal was not reached: " + answer.fault());
    }
    if (!answer.arrived()) {
      throw new IOException("the portal answered " + answer.status());
    }
    int error = PortalAnswer.error(answer.rest());
    if (error != 0) {
      throw new IOException("the portal answered err " + error);
    }
  }
}
