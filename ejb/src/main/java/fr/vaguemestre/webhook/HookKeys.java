package fr.vaguemestre.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.vaguemestre.signing.TownSecrets;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;

/**
 * The secrets that calls are signed with, 32 bytes each: derived from one of the town's that lies
 * sealed, so that none is kept by itself.
 */
@Stateless
public class HookKeys {
  private static final TownSecrets.Kind KIND = TownSecrets.Kind.WEBHOOKS;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  @Inject TownSecrets secrets;

  /**
   * @param number of the secret: 1 for its first
   * @throws fr.vaguemestre.platform.Refusal when the town's cannot be opened
   */
  public byte[] secret(long webhook, int number) {
    return HookSignature.hmac(town(), ("webhook/" + webhook + "/" + number).getBytes(UTF_8));
  }

  private byte[] town() {
    var known = secrets.find(KIND);
    if (known.isPresent()) {
      return known.get().clear();
    }
    var fresh = new byte[BYTES];
    RANDOM.nextBytes(fresh);
    secrets.keepFirst(KIND, fresh, new byte[0]);
    return secrets.find(KIND).orElseThrow().clear();
  }
}
