package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.RequestOptions;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** ORG7: a town's administrator gives it a logo and a colour; no other town wears them. */
@Journey
class TownLookJourneyIT {
  @Test
  void ORG7_logo_and_colour_show_in_the_town_and_at_its_own_login_page(
      Browser administrator, Browser elsewhere) throws IOException {
    var town = ATown.founded("l.look");
    var page = administrator.login(town.login(), ATown.PASSWORD).open("/admin/look.xhtml").page();

    assertThat(page.locator("main h2").allTextContents()).contains("Couleur", "Logo");
    page.locator("#colour").fill("rouge");
    page.locator("#save").click();
    page.locator("#colour-error:has-text('#1f3a5f')").waitFor();
    page.locator("#colour").fill("#ffcc00");
    page.locator("#save").click();
    page.locator("#colour-error:has-text('claire')").waitFor();
    assertThat(page.locator("#colour").inputValue()).isEqualTo("#ffcc00");
    administrator.assertAccessible();
    page.locator("#colour").fill("#7a1f3d");
    page.locator("#save").click();
    page.locator(".flash .done").waitFor();
    assertThat(header(administrator)).isEqualTo("rgb(122, 31, 61)");

    page.locator("#logo")
        .setInputFiles(
            file("logo.svg", "image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8)));
    page.locator("#keep").click();
    page.locator("#logo-error:has-text('PNG')").waitFor();
    page.locator("#logo").setInputFiles(file("logo.png", "image/png", png()));
    page.locator("#keep").click();
    page.locator("header .brand img.town-logo").waitFor();
    administrator.screenshot("look").assertFitsNarrow().assertAccessible().assertNoPageError();

    var base = RunningServer.baseUrl();
    var host =
        "http://" + town.code().toLowerCase(java.util.Locale.ROOT) + ".localhost:" + base.getPort();
    elsewhere.page().navigate(host + "/login.xhtml");
    elsewhere.page().locator(".brand img.town-logo").waitFor();
    elsewhere.screenshot("login").assertAccessible().assertNoPageError();
    assertThat(elsewhere.page().navigate(host + "/town.css").text()).contains("#7a1f3d");
    assertThat(elsewhere.page().navigate(base + "/town.css").text())
        .as("the product's own host")
        .isEmpty();
    var request = page.context().request();
    var css = request.get("/town.css");
    assertThat(css.text()).contains("#7a1f3d");
    assertThat(css.headers().get("content-type")).startsWith("text/css");
    var again =
        request.get(
            "/town.css",
            RequestOptions.create().setHeader("If-None-Match", css.headers().get("etag")));
    assertThat(again.status()).isEqualTo(304);

    elsewhere.login("exploitant");
    assertThat(header(elsewhere)).isEqualTo("rgb(31, 58, 95)");
    assertThat(elsewhere.page().locator("img.town-logo").count()).isZero();
  }

  @Test
  void who_writes_before_the_page_is_ready_goes_on_in_the_field(Browser administrator) {
    var town = ATown.founded("l.presse");
    var page = administrator.login(town.login(), ATown.PASSWORD).open("/admin/look.xhtml").page();
    var late = new ArrayList<Route>();
    page.route("**/js/vaguemestre.js*", late::add);

    page.locator("#colour").fill("rouge");
    page.locator("#save").click();
    page.locator("#colour-error:has-text('#1f3a5f')").waitFor();
    page.locator("#colour").fill("#7a");
    page.waitForCondition(() -> !late.isEmpty());
    late.forEach(Route::resume);
    page.waitForLoadState();
    page.keyboard().type("1f3d");
    assertThat(page.locator("#colour").inputValue()).isEqualTo("#7a1f3d");
  }

  @Test
  void ORG7_only_who_administers_the_whole_town_changes_its_look(Browser clerk) {
    clerk.login("courrier");
    assertThat(clerk.page().navigate("/admin/look.xhtml").status()).isEqualTo(403);
  }

  private static String header(Browser somebody) {
    somebody.page().waitForLoadState(LoadState.NETWORKIDLE);
    return (String)
        somebody
            .page()
            .evaluate("getComputedStyle(document.querySelector('header.top')).backgroundColor");
  }

  private static FilePayload file(String name, String type, byte[] bytes) {
    return new FilePayload(name, type, bytes);
  }

  private static byte[] png() throws IOException {
    var image = new BufferedImage(240, 120, BufferedImage.TYPE_INT_ARGB);
    var pen = image.createGraphics();
    pen.setColor(new Color(0x7a1f3d));
    pen.fillOval(20, 10, 200, 100);
    pen.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
