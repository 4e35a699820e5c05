package fr.vaguemestre.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** One's own account. */
@Journey
class AccountJourneyIT {
  private static final String NEW = "Quatre-Vents-2026!";

  @Test
  void a_new_password_keeps_this_session_under_a_new_id_and_ends_the_others(
      Browser here, Browser elsewhere) {
    var login = ATown.founded("m.compte").login();
    here.login(login, ATown.PASSWORD).open("/account/account.xhtml");
    elsewhere.login(login, ATown.PASSWORD).open("/account/account.xhtml");
    var before = session(here.page());
    change(here.page(), ATown.PASSWORD, NEW);
    assertThat(here.page().locator(".flash").innerText()).contains("est changé");
    here.screenshot("changed").assertAccessible().assertFitsNarrow();
    assertThat(session(here.page())).isNotEqualTo(before);
    assertThat(here.open("/account/account.xhtml").page().locator("h1").innerText())
        .isEqualTo("Mon compte");
    assertThat(elsewhere.open("/account/account.xhtml").page().url()).contains("/login.xhtml");
  }

  @Test
  void SIG2_a_signer_keeps_replaces_and_removes_a_griffe_that_nobody_else_sees(
      Browser signer, Browser administrator) throws IOException {
    var town = ATown.founded("m.signe");
    var page = signer.login(town.login(), ATown.PASSWORD).page();
    signer.open("/account/account.xhtml");
    page.locator("#griffe").setInputFiles(png("<svg onload='alert(1)'/>".getBytes(UTF_8)));
    page.locator("#keep").click();
    page.locator(".summary").waitFor();
    assertThat(page.locator("#griffe-error").innerText()).contains("PNG");
    signer.screenshot("griffe-refused").assertAccessible();
    page.locator("#griffe").setInputFiles(png(drawn(80, "secret-de-l-appareil")));
    page.locator("#keep").click();
    page.locator("img.griffe").waitFor();
    var first = signer.page().context().request().get("/account/griffe").body();
    assertThat(new String(first, ISO_8859_1)).startsWith("\u0089PNG").doesNotContain("secret-de");
    signer.screenshot("griffe").assertAccessible().assertFitsNarrow();
    page.locator("#griffe").setInputFiles(png(drawn(120, "autre")));
    page.locator("#keep").click();
    page.waitForCondition(
        () -> !Arrays.equals(first, page.context().request().get("/account/griffe").body()));
    assertThat(ATown.number("select count(*) from griffe where tenant_id = " + town.id()))
        .isEqualTo(1);

    administrator.login("admin").open("/account/account.xhtml");
    assertThat(administrator.page().locator("#griffe").count()).isZero();
    assertThat(administrator.page().context().request().get("/account/griffe").status())
        .isEqualTo(404);

    page.locator("#removeGriffe").click();
    page.locator("#griffe-form .note").waitFor();
    assertThat(page.context().request().get("/account/griffe").status()).isEqualTo(404);
    assertThat(ATown.number("select count(*) from griffe where tenant_id = " + town.id())).isZero();
  }

  private static FilePayload png(byte[] bytes) {
    return new FilePayload("griffe.png", "image/png", bytes);
  }

  /** A PNG with a line, and words in a text chunk. */
  private static byte[] drawn(int height, String words) throws IOException {
    var image = new BufferedImage(200, height, BufferedImage.TYPE_INT_ARGB);
    var pen = image.createGraphics();
    pen.drawLine(0, 0, 199, height - 1);
    pen.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    var png = out.toByteArray();
    var chunk = ("tEXtComment\0" + words).getBytes(ISO_8859_1);
    var checksum = new CRC32();
    checksum.update(chunk);
    return ByteBuffer.allocate(png.length + chunk.length + 8)
        .put(png, 0, 33)
        .putInt(chunk.length - 4)
        .put(chunk)
        .putInt((int) checksum.getValue())
        .put(png, 33, png.length - 33)
        .array();
  }

  private static void change(Page page, String current, String wanted) {
    page.locator("#current").fill(current);
    page.locator("#password").fill(wanted);
    page.locator("#again").fill(wanted);
    page.locator("#change").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  private static String session(Page page) {
    return page.context().cookies().stream()
        .filter(cookie -> cookie.name.equals("JSESSIONID"))
        .findFirst()
        .orElseThrow()
        .value;
  }
}
