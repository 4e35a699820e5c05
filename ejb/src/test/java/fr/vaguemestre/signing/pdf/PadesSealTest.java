package fr.vaguemestre.signing.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.signing.Certificates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIG2: the seal holds for verifiers that are not ours. */
class PadesSealTest {
  private static final Instant AT = Instant.parse("2026-11-22T14:00:00Z");

  @TempDir Path folder;

  @Test
  void SIG2_pdfsig_finds_the_seal_valid_and_a_changed_byte_invalid() throws Exception {
    for (var algorithm : new String[][] {{}, {"-keyalg", "EC", "-groupname", "secp256r1"}}) {
      var sealed = sealed(algorithm);
      assertThat(pdfsig(sealed))
          .contains("Signature is Valid", "ETSI.CAdES.detached", "Cachet de Pontarlieu")
          .contains("Total document signed");
      var bytes = Files.readAllBytes(sealed);
      bytes[20] ^= 1;
      assertThat(pdfsig(Files.write(folder.resolve("changed.pdf"), bytes)))
          .doesNotContain("Signature is Valid");
    }
  }

  @Test
  void SIG2_the_seal_is_of_the_bytes_names_its_certificate_and_tells_no_time_of_its_own()
      throws Exception {
    var sealed = sealed();
    var bytes = Files.readAllBytes(sealed);
    try (PDDocument document = Loader.loadPDF(sealed.toFile())) {
      var signature = document.getLastSignatureDictionary();
      assertThat(signature.getSignDate().toInstant()).isEqualTo(AT);
      assertThat(signature.getReason()).isEqualTo("Cachet de la ville");
      var cms =
          new CMSSignedData(
              new CMSProcessableByteArray(signature.getSignedContent(bytes)),
              signature.getContents(bytes));
      var signer = cms.getSignerInfos().iterator().next();
      var certificate =
          (org.bouncycastle.cert.X509CertificateHolder)
              cms.getCertificates().getMatches(signer.getSID()).iterator().next();
      assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate)))
          .isTrue();
      var attributes = signer.getSignedAttributes();
      assertThat(attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2)).isNotNull();
      assertThat(attributes.get(CMSAttributes.signingTime)).isNull();
    }
  }

  @Test
  void SIG2_the_bytes_signed_with_the_griffe_come_first_unchanged() throws Exception {
    var pdf = pdf();
    var sealed = sealed();
    var stored = Files.readAllBytes(pdf);
    assertThat(Arrays.copyOf(Files.readAllBytes(sealed), stored.length)).isEqualTo(stored);
  }

  private Path sealed(String... algorithm) throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    var password = Certificates.PASSWORD.toCharArray();
    store.load(new ByteArrayInputStream(Certificates.pkcs12(folder, algorithm)), password);
    var out = folder.resolve("sealed.pdf");
    PadesSeal.apply(
        pdf(),
        (PrivateKey) store.getKey("cachet", password),
        List.of((X509Certificate) store.getCertificate("cachet")),
        "Cachet de la ville",
        AT,
        out);
    return out;
  }

  private Path pdf() throws IOException {
    var file = folder.resolve("in.pdf");
    if (!Files.exists(file)) {
      try (var document = new PDDocument()) {
        document.addPage(new PDPage());
        document.save(file.toFile());
      }
    }
    return file;
  }

  private String pdfsig(Path pdf) throws Exception {
    var said = folder.resolve("pdfsig.txt");
    var process =
        new ProcessBuilder("pdfsig", "-nocert", pdf.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(said);
  }
}
