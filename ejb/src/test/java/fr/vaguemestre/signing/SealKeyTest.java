package fr.vaguemestre.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.platform.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIG2: the certificate a town gives for its seal. */
class SealKeyTest {
  private static final char[] PASSWORD = Certificates.PASSWORD.toCharArray();

  @TempDir Path folder;

  @Test
  void SIG2_a_certificate_is_read_and_comes_back_as_it_was_kept() throws Exception {
    for (var algorithm : new String[][] {{}, {"-keyalg", "EC", "-groupname", "secp256r1"}}) {
      var key = SealKey.read(Certificates.pkcs12(folder, algorithm), PASSWORD, soon());
      var kept = SealKey.of(key.key().getEncoded(), key.path());
      assertThat(kept.key()).isEqualTo(key.key());
      assertThat(kept.chain()).isEqualTo(key.chain());
      assertThat(kept.certificate().getSubjectX500Principal().getName())
          .contains("CN=Cachet de Pontarlieu");
    }
  }

  @Test
  void SIG2_a_wrong_password_is_said_by_its_field() throws Exception {
    var file = Certificates.pkcs12(folder);
    refused(file, "autre".toCharArray(), soon(), "sealPassword", "signing.seal-password");
    refused(file, new char[0], soon(), "sealPassword", "signing.seal-password");
  }

  @Test
  void SIG2_what_is_no_pkcs12_or_is_too_large_is_said_by_its_field() throws Exception {
    for (var other : new byte[][] {{}, "bonjour".getBytes(UTF_8), new byte[100_001]}) {
      refused(other, PASSWORD, soon(), "certificate", "signing.seal-not-pkcs12");
    }
  }

  @Test
  void SIG2_a_certificate_out_of_its_time_or_too_weak_is_refused() throws Exception {
    var file = Certificates.pkcs12(folder, "-validity", "30");
    var later = Instant.now().plus(Duration.ofDays(31));
    refused(file, PASSWORD, later, "certificate", "signing.seal-expired-file");
    var before = Instant.now().minus(Duration.ofDays(1));
    refused(file, PASSWORD, before, "certificate", "signing.seal-not-yet");
    var weak = Certificates.pkcs12(folder, "-keyalg", "RSA", "-keysize", "1024");
    refused(weak, PASSWORD, soon(), "certificate", "signing.seal-weak");
    var other = Certificates.pkcs12(folder, "-ext", "KeyUsage=keyEncipherment");
    refused(other, PASSWORD, soon(), "certificate", "signing.seal-weak");
  }

  @Test
  void SIG2_a_key_that_makes_no_seal_its_certificate_verifies_is_refused() throws Exception {
    var one = store(Certificates.pkcs12(folder));
    var other = store(Certificates.pkcs12(folder));
    var mixed = KeyStore.getInstance("PKCS12");
    mixed.load(null, null);
    var certificate = new Certificate[] {other.getCertificate("cachet")};
    mixed.setKeyEntry("cachet", one.getKey("cachet", PASSWORD), PASSWORD, certificate);
    var bytes = new ByteArrayOutputStream();
    mixed.store(bytes, PASSWORD);
    refused(bytes.toByteArray(), PASSWORD, soon(), "certificate", "signing.seal-fails");
    var pss = Certificates.pkcs12(folder, "-keyalg", "RSASSA-PSS", "-keysize", "2048");
    refused(pss, PASSWORD, soon(), "certificate", "signing.seal-weak");
  }

  private static KeyStore store(byte[] pkcs12) throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(new ByteArrayInputStream(pkcs12), PASSWORD);
    return store;
  }

  private static Instant soon() {
    return Instant.now().plusSeconds(60);
  }

  private static void refused(byte[] file, char[] password, Instant now, String field, String why) {
    assertThatThrownBy(() -> SealKey.read(file, password, now))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.key()).isEqualTo(why);
              assertThat(refusal.field()).contains(field);
            });
  }
}
