package fr.vaguemestre.publik;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The query of an address as Publik signs it: what was asked, then {@code algo}, {@code timestamp},
 * {@code nonce}, {@code orig}, and last {@code signature}, the HMAC of the bytes before it as they
 * travelled. Nothing is decoded before it is checked.
 */
final class SignedQuery {
  private static final Duration WINDOW = Duration.ofSeconds(30);
  private static final int LONGEST_NONCE = 128;
  private static final String LAST = "&signature=";
  private static final Map<String, String> ALGORITHMS =
      Map.of("sha256", "HmacSHA256", "sha512", "HmacSHA512");
  private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]+");
  private static final Set<String> ONCE = Set.of("algo", "timestamp", "nonce", "orig");

  private final byte[] signed;
  private final Map<String, String> said;
  private final Instant at;
  private final byte[] signature;

  private SignedQuery(byte[] signed, Map<String, String> said, Instant at, byte[] signature) {
    this.signed = signed;
    this.said = said;
    this.at = at;
    this.signature = signature;
  }

  /** None when it is not wholly what a signed query is. */
  static Optional<SignedQuery> of(String raw) {
    int last = raw.lastIndexOf(LAST);
    if (last < 0 || raw.chars().anyMatch(c -> c > 0xFF)) {
      return Optional.empty();
    }
    var signed = raw.substring(0, last);
    var signature = raw.substring(last + LAST.length());
    try {
      return said(signed)
          .filter(s -> s.get("nonce").length() <= LONGEST_NONCE)
          .filter(s -> ALGORITHMS.containsKey(s.get("algo")))
          .map(
              s ->
                  new SignedQuery(
                      signed.getBytes(ISO_8859_1),
                      s,
                      Instant.parse(s.get("timestamp")),
                      Base64.getDecoder().decode(decoded(signature.replace("+", "%2B")))));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The address, with its query signed anew. */
  static String sign(String address, String orig, byte[] key, Instant now, String nonce) {
    int question = address.indexOf('?');
    var before = question < 0 ? "" : address.substring(question + 1) + "&";
    var query =
        before
            + "algo=sha256&timestamp="
            + encoded(now.truncatedTo(ChronoUnit.SECONDS).toString())
            + "&nonce="
            + encoded(nonce)
            + "&orig="
            + encoded(orig);
    var signature = mac("sha256", key, query.getBytes(UTF_8));
    return (question < 0 ? address : address.substring(0, question))
        + "?"
        + query
        + LAST
        + encoded(Base64.getEncoder().encodeToString(signature));
  }

  String orig() {
    return said.get("orig");
  }

  String nonce() {
    return said.get("nonce");
  }

  /** Signed now, give or take what clocks differ. */
  boolean fresh(Instant now) {
    return Duration.between(at, now).abs().compareTo(WINDOW) <= 0;
  }

  /** Whether this key signed it; takes as long whatever differs. */
  boolean signedWith(byte[] key) {
    return MessageDigest.isEqual(mac(said.get("algo"), key, signed), signature);
  }

  /** What the signature is about, each said once. */
  private static Optional<Map<String, String>> said(String signed) {
    var found = new HashMap<String, String>();
    for (var pair : signed.split("&")) {
      int equals = pair.indexOf('=');
      var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      if (name.equals("signature")
          || ONCE.contains(name)
              && found.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1))) != null) {
        return Optional.empty();
      }
    }
    boolean whole =
        ONCE.stream().allMatch(name -> PLAIN.matcher(found.getOrDefault(name, "")).matches());
    return whole ? Optional.of(found) : Optional.empty();
  }

  private static byte[] mac(String algorithm, byte[] key, byte[] bytes) {
    try {
      var name = ALGORITHMS.get(algorithm);
      var mac = Mac.getInstance(name);
      mac.init(new SecretKeySpec(key, name));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
