package fr.vaguemestre.evidence;

import jakarta.json.Json;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;

/**
 * Signatures apart from what they sign: JWS in its compact form with nothing in the middle (RFC
 * 7515, appendix F), by EdDSA (RFC 8037).
 */
final class Jws {
  static final String ALGORITHM = "EdDSA";
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private Jws() {}

  static String sign(byte[] payload, SigningKey key) {
    var header =
        Json.createObjectBuilder().add("alg", ALGORITHM).add("kid", key.id()).build().toString();
    var head = ENCODER.encodeToString(header.getBytes(StandardCharsets.UTF_8));
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(key.signing());
      signature.update(signed(head, payload));
      return head + ".." + ENCODER.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether this key made it over these bytes; false for what is no such signature at all. */
  static boolean holds(String jws, byte[] payload, SigningKey key) {
    var parts = jws.strip().split("\\.", -1);
    if (parts.length != 3 || !parts[1].isEmpty()) {
      return false;
    }
    try (var json =
        Json.createReader(
            new StringReader(
                new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8)))) {
      var header = json.readObject();
      if (!ALGORITHM.equals(header.getString("alg", null)) || header.containsKey("crit")) {
        return false;
      }
      var signature = Signature.getInstance("Ed25519");
      signature.initVerify(key.checking());
      signature.update(signed(parts[0], payload));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  private static byte[] signed(String head, byte[] payload) {
    return (head + "." + ENCODER.encodeToString(payload)).getBytes(StandardCharsets.US_ASCII);
  }
}
