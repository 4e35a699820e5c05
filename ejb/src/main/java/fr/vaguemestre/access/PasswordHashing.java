package fr.vaguemestre.access;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** PBKDF2-HMAC-SHA512, 210,000 rounds (OWASP 2023), through the platform's own hash. */
@ApplicationScoped
public class PasswordHashing {
  @Inject Pbkdf2PasswordHash pbkdf2;
  private String nobody;

  @PostConstruct
  void initialise() {
    pbkdf2.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "16"));
    nobody = pbkdf2.generate("nobody".toCharArray());
  }

  String hash(char[] password) {
    return pbkdf2.generate(password);
  }

  /** An unknown account takes as long to refuse as a known one. */
  boolean verify(char[] password, String hash) {
    boolean same = pbkdf2.verify(password, hash == null ? nobody : hash);
    return same && hash != null;
  }
}
