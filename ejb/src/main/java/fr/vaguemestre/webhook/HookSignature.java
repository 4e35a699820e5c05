package fr.vaguemestre.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The headers of a call as Standard Webhooks 1.0 has them: HMAC-SHA256 over {@code id.time.body},
 * one signature for each secret in force.
 */
final class HookSignature {
  private static final String PREFIX = "whsec_";

  private HookSignature() {}

  static Map<String, String> headers(String id, Instant at, byte[] body, List<byte[]> secrets) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "Vaguemestre-Webhook/1");
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
    headers.put(
        "webhook-signature",
        secrets.stream()
            .map(secret -> "v1," + Base64.getEncoder().encodeToString(sign(id, at, body, secret)))
            .collect(Collectors.joining(" ")));
    return headers;
  }

  /** A secret as partners are given it. */
  static String written(byte[] secret) {
    return PREFIX + Base64.getEncoder().encodeToString(secret);
  }

  private static byte[] sign(String id, Instant at, byte[] body, byte[] secret) {
    var start = (id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
    return hmac(secret, start, body);
  }

  static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (var part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
