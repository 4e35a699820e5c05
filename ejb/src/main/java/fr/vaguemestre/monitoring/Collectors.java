package fr.vaguemestre.monitoring;

import fr.vaguemestre.platform.Network;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Who may read the metrics: who shows the token, or comes from a network named for it. Nobody, when
 * neither is set.
 */
public final class Collectors {
  /** A shorter token could be guessed, and opens nothing. */
  static final int SHORTEST = 32;

  private static final String BEARER = "Bearer ";

  private final String token;
  private final String networks;

  public Collectors(String token, String networks) {
    this.token = token;
    this.networks = networks;
  }

  /** {@code authorization} as the header says, null without; {@code address} of the caller. */
  public boolean mayRead(String authorization, String address) {
    return showsToken(authorization) || isInside(address);
  }

  private boolean showsToken(String authorization) {
    return token.length() >= SHORTEST
        && authorization != null
        && authorization.startsWith(BEARER)
        && MessageDigest.isEqual(
            bytes(authorization.substring(BEARER.length()).strip()), bytes(token));
  }

  private boolean isInside(String address) {
    return Network.address(address)
        .filter(caller -> Network.all(networks).stream().anyMatch(n -> n.contains(caller)))
        .isPresent();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
