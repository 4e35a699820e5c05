package fr.vaguemestre.signing;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The town's electronic seal (Regulation 910/2014, article 3(25)): a certificate its administrator
 * gives, put on each reply signed with a griffe from then on.
 */
@Stateless
public class Seals {
  private static final TownSecrets.Kind KIND = TownSecrets.Kind.SEAL;
  private static final Duration SOON = Duration.ofDays(45);

  @Inject TownSecrets secrets;
  @Inject Journal journal;
  @Inject Clock clock;

  /** The certificate in use; empty without one. */
  public Optional<Seal> current(Reader reader) {
    reader.need(Right.ADMIN_ORGANISATION, null);
    return secrets.publicPart(KIND).map(path -> seal(SealKey.chain(path).getFirst()));
  }

  /**
   * Keeps a certificate in the place of the one before.
   *
   * @param pkcs12 a file of 100 KB at most
   * @throws Refusal on {@code certificate} or {@code sealPassword}
   */
  public void keep(Reader reader, byte[] pkcs12, char[] password) {
    reader.need(Right.ADMIN_ORGANISATION, null);
    var key = SealKey.read(pkcs12, password, clock.instant());
    secrets.keep(KIND, key.key().getEncoded(), key.path());
    told(reader, "KEEP_SEAL", key.certificate());
  }

  /** Seals no more; having no certificate is no error. */
  public void remove(Reader reader) {
    reader.need(Right.ADMIN_ORGANISATION, null);
    secrets
        .publicPart(KIND)
        .ifPresent(
            path -> {
              secrets.remove(KIND);
              told(reader, "REMOVE_SEAL", SealKey.chain(path).getFirst());
            });
  }

  /**
   * What replies are sealed with now.
   *
   * @throws Refusal when the certificate has expired: a reply is not signed without the seal it
   *     should have
   */
  public Optional<SealKey> ofTown() {
    var key = secrets.find(KIND).map(s -> SealKey.of(s.clear(), s.publicPart()));
    if (key.isPresent() && expired(key.get().certificate())) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "signing.seal-expired");
    }
    return key;
  }

  private void told(Reader reader, String action, X509Certificate certificate) {
    journal.record(
        reader, null, action, null, null, Map.of("code", SealKey.print(certificate)), null);
  }

  private Seal seal(X509Certificate certificate) {
    Instant until = certificate.getNotAfter().toInstant();
    return new Seal(
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        certificate.getNotBefore().toInstant(),
        until,
        SealKey.print(certificate),
        expired(certificate),
        clock.instant().plus(SOON).isAfter(until));
  }

  private boolean expired(X509Certificate certificate) {
    return clock.instant().isAfter(certificate.getNotAfter().toInstant());
  }
}
