package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIG2: the town gives its certificate; replies signed from then on bear a seal that holds. */
@Journey
class SealJourneyIT {
  private static final String PASSWORD = "Un-Cachet-2026";

  @TempDir Path folder;

  @AfterEach
  void without_a_seal_again() {
    ATown.change("delete from town_secret where tenant_id = 1 and kind = 'SEAL'");
  }

  @Test
  void SIG2_a_certificate_is_given_with_its_password_and_what_is_wrong_is_said_by_the_field(
      Browser administrator) throws Exception {
    var page = administrator.login("admin").open("/admin/seal.xhtml").page();
    page.locator("#keep").click();
    page.locator("#certificate-error:has-text('Choisissez')").waitFor();
    give(page, "bonjour".getBytes(StandardCharsets.UTF_8), PASSWORD);
    page.locator("#certificate-error:has-text('PKCS#12')").waitFor();
    give(page, pkcs12("-startdate", "-40d", "-validity", "30"), PASSWORD);
    page.locator("#certificate-error:has-text('a expiré')").waitFor();
    give(page, pkcs12("-validity", "30"), "autre");
    page.locator("#sealPassword-error:has-text('mot de passe')").waitFor();
    administrator.screenshot("refused").assertAccessible();

    give(page, pkcs12("-validity", "30"), PASSWORD);
    page.locator(".flash .done").waitFor();
    assertThat(page.locator("#seal").innerText()).contains("CN=Cachet de Pontarlieu");
    assertThat(page.locator("main").innerText()).contains("Le certificat expire bientôt");
    administrator.screenshot("kept").assertAccessible().assertFitsNarrow();
    give(page, pkcs12("-validity", "400"), PASSWORD);
    page.locator(".flash .done").waitFor();
    assertThat(page.locator("main").innerText()).doesNotContain("Le certificat expire bientôt");
    page.locator("#remove").click();
    page.locator(".flash .done").waitFor();
    assertThat(page.locator("#seal").count()).isZero();
    assertThat(
            ATown.texts(
                "select distinct action from journal_entry where tenant_id = 1 and action like '%\\_SEAL' order by 1"))
        .containsExactly("KEEP_SEAL", "REMOVE_SEAL");
    administrator.assertNoPageError();
  }

  @Test
  void SIG2_a_signed_reply_bears_the_town_s_seal_and_an_expired_one_stops_signatures(
      Browser administrator, Browser assistant) throws Exception {
    var before = AReply.toSign("Sans cachet");
    sign(before, 200);
    assertThat(pdfsig(before)).doesNotContain("Signature is Valid");

    var page = administrator.login("admin").open("/admin/seal.xhtml").page();
    give(page, pkcs12("-validity", "400"), PASSWORD);
    page.locator(".flash .done").waitFor();
    var reply = AReply.toSign("Avec cachet");
    sign(reply, 200);
    assertThat(pdfsig(reply)).contains("Signature is Valid", "ETSI.CAdES.detached");
    var proofs = json(AReply.MAYOR.get(reply.path() + "/proofs")).getJsonArray("items");
    assertThat(proofs.toString()).contains("\"GRIFFE\"", "\"SEAL\"", "CN=Cachet de Pontarlieu");
    assertThat(proofs).hasSize(2);
    assistant.login("assistante").open("/signing/proofs.xhtml?id=" + reply.id());
    assertThat(assistant.page().locator("main").innerText())
        .contains("Cachet", "CN=Cachet de Pontarlieu");
    assistant.screenshot("proofs").assertAccessible().assertFitsNarrow();

    expire();
    var late = AReply.toSign("Cachet expiré");
    assertThat(sign(late, 409)).contains("signing.seal-expired");
    assertThat(late.state()).isEqualTo("IN_APPROVAL");
    administrator.open("/admin/seal.xhtml");
    assertThat(page.locator("[role=alert]").innerText()).contains("Le certificat a expiré");
    page.locator("#remove").click();
    page.locator(".flash .done").waitFor();
    sign(late, 200);
  }

  private static void give(Page page, byte[] file, String password) {
    page.locator("#certificate")
        .setInputFiles(new FilePayload("cachet.p12", "application/x-pkcs12", file));
    page.locator("#sealPassword").fill(password);
    page.locator("#keep").click();
  }

  private static String sign(AReply reply, int status) {
    var answer =
        reply.tried(
            AReply.MAYOR,
            "sign",
            "{\"password\":\"demo\",\"seenSha256\":\"%s\"}"
                .formatted(reply.last().getString("pdfSha256")));
    if (status == 200) {
      assertThat(answer.statusCode()).as(answer.body()).isLessThan(205);
    } else {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }
    return answer.body();
  }

  private String pdfsig(AReply reply) throws Exception {
    var pdf = folder.resolve("signed.pdf");
    Files.write(pdf, AReply.ASSISTANT.download(reply.path() + "/reply/1/pdf").body());
    var said = folder.resolve("pdfsig.txt");
    var process =
        new ProcessBuilder("pdfsig", "-nocert", pdf.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Files.readString(said);
  }

  /** As if time had passed: the certificate kept is one that is over. */
  private void expire() throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(
        new ByteArrayInputStream(pkcs12("-startdate", "-40d", "-validity", "30")),
        PASSWORD.toCharArray());
    var path =
        CertificateFactory.getInstance("X.509")
            .generateCertPath(List.of(store.getCertificate("cachet")))
            .getEncoded("PkiPath");
    ATown.change(
        "update town_secret set public_part = '\\x%s' where tenant_id = 1 and kind = 'SEAL'"
            .formatted(HexFormat.of().formatHex(path)));
  }

  private byte[] pkcs12(String... words) throws Exception {
    var file = folder.resolve("seal.p12");
    Files.deleteIfExists(file);
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "cachet",
                "-dname",
                "CN=Cachet de Pontarlieu, O=Ville de Pontarlieu, C=FR",
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString()));
    command.addAll(List.of(words));
    var said = folder.resolve("keytool.txt");
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(said)).isZero();
    return Files.readAllBytes(file);
  }
}
