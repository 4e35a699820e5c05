package fr.vaguemestre.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.vaguemestre.it.bench.SamplePdf;
import org.junit.jupiter.api.Test;

/** O15: the fallback with a handwritten signature, from the basket to the letter that left. */
@Journey
class HandwrittenJourneyIT {
  @Test
  void O15_a_reply_is_printed_signed_by_hand_scanned_attached_and_sent(
      Browser assistant, Browser mayor) {
    var reply = AReply.drafted("Signature manuscrite de secours");
    var letter = "/correspondence/view.xhtml?id=" + reply.id();
    var page = assistant.login("assistante").page();
    assistant.line("TO_PROCESS", "Signature manuscrite de secours");
    assistant.open(letter + "&do=submit");
    page.locator("select[name=kind]").last().selectOption("PAPER");
    page.locator(".chain li button:has-text('Retirer')").first().click();
    page.waitForCondition(() -> page.locator(".chain li").count() == 1);
    assistant.screenshot("submit").assertAccessible().assertFitsNarrow();
    done(page);

    mayor.login("elu").open(letter + "&do=sign");
    assertThat(mayor.page().locator("#password").count()).isZero();

    assistant.open("/basket/list.xhtml?basket=TO_HAVE_SIGNED");
    assistant.screenshot("basket").assertAccessible();
    var row = page.locator(".rows a[href*='" + reply.id() + "']").first();
    if (!"true".equals(row.getAttribute("aria-current"))) {
      row.click();
      page.locator(".rows a[href*='" + reply.id() + "'][aria-current=true]").waitFor();
    }
    row.click();
    page.waitForURL(url -> url.contains("/correspondence/view.xhtml"));
    assistant.open(letter + "&do=attach-signed");
    assistant.screenshot("attach").assertAccessible().assertFitsNarrow();
    var printed =
        page.context().request().get("/reply/file?id=" + reply.id() + "&version=1").body();
    attach(page, "imprime.pdf", printed, "pas sa version signée");
    attach(page, "photo.txt", "bonjour".getBytes(UTF_8), "« photo.txt »");
    var scan = SamplePdf.of("Signé à la main", 2000, 1);
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload("signe.pdf", "application/pdf", scan));
    done(page);
    assertThat(page.context().request().get("/reply/file?id=" + reply.id() + "&version=1").body())
        .isEqualTo(scan);
    assistant.open("/basket/list.xhtml?basket=TO_HAVE_SIGNED");
    assertThat(page.locator(".rows a[href*='" + reply.id() + "']").count())
        .as("signed: nothing more to do there")
        .isZero();
    assistant.open("/signing/proofs.xhtml?id=" + reply.id());
    assertThat(page.locator("main").innerText())
        .contains(
            "Signature manuscrite numérisée", "Dominique Sorel", "Jointe par", "Amélie Lantier");
    assistant.screenshot("proofs").assertAccessible().assertFitsNarrow();
    assertThat(Rest.json(AReply.ASSISTANT.get(reply.path() + "/proofs/bundle")).toString())
        .contains("HANDWRITTEN_SCAN", "\"PAPER\"", reply.last().getString("pdfSha256"));

    assistant.open(letter + "&do=send");
    page.locator("#recipient").fill("usager@example.org");
    done(page);
    assertThat(reply.state()).isEqualTo("CLOSED");
  }

  private static void attach(Page page, String name, byte[] bytes, String expected) {
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
    page.waitForResponse(
        answer -> answer.request().method().equals("POST"), () -> page.locator("#go").click());
    page.locator(".summary").getByText(expected).first().waitFor();
  }

  private static void done(Page page) {
    page.locator("#go").click();
    page.waitForURL(url -> !url.contains("do="));
  }
}
