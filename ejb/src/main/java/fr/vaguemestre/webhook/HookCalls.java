package fr.vaguemestre.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Work;
import fr.vaguemestre.outbox.Worker;
import fr.vaguemestre.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes a call and notes what it gave. After a crash in between it is made again, under the same
 * id: better told twice than never.
 */
@ApplicationScoped
public class HookCalls implements Worker {
  private static final Logger LOG = Logger.getLogger(HookCalls.class.getName());

  @Inject HookDeliveries deliveries;
  @Inject HookKeys keys;
  @Inject OutsideCalls outside;
  @Inject Clock clock;

  @Override
  public Kind kind() {
    return Kind.CALL_WEBHOOK;
  }

  @Override
  public void carryOut(Work work) {
    var call = deliveries.call(work.subject());
    call.ifPresent(c -> deliveries.tried(c, made(c)));
  }

  private HookCaller.Answer made(HookDeliveries.Call call) {
    var secrets = new ArrayList<byte[]>();
    try {
      secrets.add(keys.secret(call.webhook(), call.secret()));
      if (call.olderSecret() > 0) {
        secrets.add(keys.secret(call.webhook(), call.olderSecret()));
      }
    } catch (Refusal shut) {
      LOG.log(Level.SEVERE, "webhook " + call.webhook() + " cannot be signed", shut);
      return HookCaller.Answer.none(Fault.NO_SECRET, 0);
    }
    var body = call.body().getBytes(UTF_8);
    var headers =
        HookSignature.headers(DeliveryLine.messageId(call.id()), clock.instant(), body, secrets);
    return outside.post(URI.create(call.address()), headers, body);
  }
}
