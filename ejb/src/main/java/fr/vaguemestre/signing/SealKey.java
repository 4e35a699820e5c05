package fr.vaguemestre.signing;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.signing.pdf.PadesSeal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * What a town seals with.
 *
 * @param chain the certificate of the key first, then those above it
 */
record SealKey(PrivateKey key, List<X509Certificate> chain) {
  static final int MOST_BYTES = 100_000;
  private static final int LEAST_RSA_BITS = 2048;
  private static final String PATH = "PkiPath";

  /**
   * Reads a PKCS#12 file (RFC 7292) that holds one key and its certificate.
   *
   * @throws Refusal on {@code certificate} when it is none, has expired, or cannot sign; on {@code
   *     sealPassword} when the password is not its own
   */
  static SealKey read(byte[] pkcs12, char[] password, Instant now) {
    if (pkcs12.length > MOST_BYTES) {
      throw Refusal.field("certificate", "signing.seal-not-pkcs12");
    }
    try {
      var store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(pkcs12), password);
      for (var alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)
            && store.getCertificateChain(alias) != null
            && store.getKey(alias, password) instanceof PrivateKey key) {
          var chain =
              Arrays.stream(store.getCertificateChain(alias))
                  .map(X509Certificate.class::cast)
                  .toList();
          return new SealKey(key, chain).checked(now);
        }
      }
    } catch (IOException | GeneralSecurityException e) {
      if (e.getCause() instanceof UnrecoverableKeyException
          || e instanceof UnrecoverableKeyException) {
        throw Refusal.field("sealPassword", "signing.seal-password");
      }
      throw Refusal.field("certificate", "signing.seal-not-pkcs12");
    }
    throw Refusal.field("certificate", "signing.seal-no-key");
  }

  /**
   * As it was kept.
   *
   * @param pkcs8 the key
   * @param path the chain, as {@link #path}
   */
  static SealKey of(byte[] pkcs8, byte[] path) {
    try {
      var chain = chain(path);
      var algorithm = chain.getFirst().getPublicKey().getAlgorithm();
      return new SealKey(
          KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)), chain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<X509Certificate> chain(byte[] path) {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertPath(new ByteArrayInputStream(path), PATH)
          .getCertificates()
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The chain, to be kept. */
  byte[] path() {
    try {
      return CertificateFactory.getInstance("X.509").generateCertPath(chain).getEncoded(PATH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  X509Certificate certificate() {
    return chain.getFirst();
  }

  /** The SHA-256 of a certificate. */
  static String print(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private SealKey checked(Instant now) {
    var certificate = certificate();
    if (now.isAfter(certificate.getNotAfter().toInstant())) {
      throw Refusal.field("certificate", "signing.seal-expired-file");
    }
    if (now.isBefore(certificate.getNotBefore().toInstant())) {
      throw Refusal.field("certificate", "signing.seal-not-yet");
    }
    var usage = certificate.getKeyUsage();
    boolean signs = usage == null || usage[0] || usage[1];
    boolean strong =
        switch (certificate.getPublicKey()) {
          // A key of RSASSA-PSS alone (RFC 4055) makes no signature of the kind we put in a PDF.
          case RSAPublicKey rsa ->
              "RSA".equals(rsa.getAlgorithm()) && rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
          case java.security.interfaces.ECPublicKey ec -> true;
          default -> false;
        };
    if (!signs || !strong) {
      throw Refusal.field("certificate", "signing.seal-weak");
    }
    if (!PadesSeal.works(key, chain)) {
      throw Refusal.field("certificate", "signing.seal-fails");
    }
    return this;
  }
}
