package fr.vaguemestre.evidence;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * An Ed25519 key pair (RFC 8032).
 *
 * @param signing null where only checking is wanted
 */
record SigningKey(PrivateKey signing, PublicKey checking) {
  private static final String ALGORITHM = "Ed25519";
  private static final int RAW = 32;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  static SigningKey made() {
    try {
      var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      return new SigningKey(pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param pkcs8 null where only checking is wanted
   */
  static SigningKey of(byte[] pkcs8, byte[] x509) {
    try {
      var factory = KeyFactory.getInstance(ALGORITHM);
      return new SigningKey(
          pkcs8 == null ? null : factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)),
          factory.generatePublic(new X509EncodedKeySpec(x509)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The thumbprint of the public key (RFC 7638). */
  String id() {
    var members = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"%s\"}".formatted(x());
    try {
      return BASE64.encodeToString(
          MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public key as a JWK (RFC 8037). */
  JsonObject jwk() {
    return Json.createObjectBuilder()
        .add("kty", "OKP")
        .add("crv", "Ed25519")
        .add("x", x())
        .add("kid", id())
        .add("use", "sig")
        .add("alg", Jws.ALGORITHM)
        .build();
  }

  /** The public key as OpenSSL reads it. */
  String pem() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getEncoder().encodeToString(checking.getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  /** The key itself ends its X.509 form. */
  private String x() {
    var encoded = checking.getEncoded();
    return BASE64.encodeToString(Arrays.copyOfRange(encoded, encoded.length - RAW, encoded.length));
  }
}
