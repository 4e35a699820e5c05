package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SEN1: signed replies printed together for the post, then said to be posted, once. */
@Journey
class PostJourneyIT {
  @Test
  void SEN1_replies_are_printed_in_one_pdf_then_posted_and_never_twice(
      Browser assistant, Browser colleague) throws IOException {
    var first =
        signed(
            "Poste : le gymnase",
            "Dupré",
            "\"street\":\"12 rue Basse\",\"postcode\":\"25300\",\"city\":\"Pontarlieu\"");
    var second =
        signed(
            "Poste : la piscine",
            "Postel",
            "\"street\":\"3 quai du Lac\",\"postcode\":\"25300\",\"city\":\"Pontarlieu\"");
    var nowhere = signed("Poste : sans adresse", "Sansrue", "\"city\":\"Pontarlieu\"");
    var page = assistant.login("assistante").page();
    assistant.open("/");
    page.locator("a[href='/dispatch/post.xhtml']").first().click();
    row(page, first).waitFor();
    assertThat(row(page, first).innerText())
        .contains("M DENIS DUPRE", "12 RUE BASSE", "25300 PONTARLIEU");
    assertThat(row(page, nowhere).innerText()).contains("adresse postale est incomplète");
    assertThat(row(page, nowhere).locator("input").count()).isZero();
    assistant.screenshot("list").assertAccessible().assertFitsNarrow();

    choose(page, List.of());
    page.locator("#go").click();
    page.locator(".summary").getByText("Cochez au moins une réponse").first().waitFor();
    choose(page, List.of(first, second));
    row(page, first).locator("input[type=text]").fill("1A 111 222");
    var printed = page.waitForDownload(() -> page.locator("#print").click());
    var bytes = Files.readAllBytes(printed.path());
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
    assertThat(printed.suggestedFilename()).isEqualTo("envois-poste.pdf");
    assertThat(first.state()).as("printed, and no more").isEqualTo("TO_SEND");

    var late = colleague.login("assistante").page();
    colleague.open("/dispatch/post.xhtml");
    choose(late, List.of(first));

    page.locator("#go").click();
    page.locator(".results-of li:has-text('Postée')").nth(1).waitFor();
    assertThat(page.locator(".results-of").innerText())
        .contains("Poste : le gymnase", "Poste : la piscine", "Postée")
        .doesNotContain("Refusée");
    assistant.screenshot("posted").assertAccessible().assertFitsNarrow();
    assertThat(first.state()).isEqualTo("CLOSED");
    assertThat(sendings(first)).containsExactly("POST SENT 1A 111 222");
    assertThat(sendings(second)).containsExactly("POST SENT");

    late.locator("#go").click();
    late.locator(".results-of li:has-text('Refusée')").waitFor();
    assertThat(sendings(first)).as("posted once").hasSize(1);

    assistant.open("/correspondence/view.xhtml?id=" + nowhere.id() + "&do=send");
    assertThat(page.locator("#means").inputValue())
        .as("by the channel it came by")
        .isEqualTo("POST");
    assistant.assertNoPageError();
  }

  @Test
  void L231_4_a_posted_reply_said_to_be_interim_decides_nothing_and_goes_back_to_work(
      Browser assistant) {
    var reply =
        signed(
            "Poste : attente",
            "Dupré",
            "\"street\":\"12 rue Basse\",\"postcode\":\"25300\",\"city\":\"Pontarlieu\"");
    var page = assistant.login("assistante").page();
    assistant.open("/dispatch/post.xhtml");
    choose(page, List.of(reply));
    row(page, reply).locator("input[name='interim-" + reply.id() + "']").check();
    page.locator("#go").click();
    page.locator(".results-of li").first().waitFor();
    assertThat(reply.state()).isEqualTo("TO_PROCESS");
    assertThat(
            ATown.texts(
                "select status || ' ' || interim from sending where correspondence_id = "
                    + reply.id()))
        .containsExactly("SENT true");
    assistant.open("/dispatch/post.xhtml");
    assertThat(row(page, reply).count()).isZero();
    assistant.assertNoPageError();
  }

  private static void choose(Page page, List<AReply> chosen) {
    for (var box : page.locator("input[name=pick]").all()) {
      box.uncheck();
    }
    for (var reply : chosen) {
      row(page, reply).locator("input[name=pick]").check();
    }
  }

  private static Locator row(Page page, AReply reply) {
    return page.locator(".post > li:has(a[href*='id=" + reply.id() + "&'])");
  }

  private static List<String> sendings(AReply reply) {
    return ATown.texts(
        "select trim(means || ' ' || status || ' ' || coalesce(registered_number, '')) from sending where correspondence_id = "
            + reply.id());
  }

  private static AReply signed(String subject, String name, String address) {
    var reply =
        AReply.toSign(
            subject,
            "{\"civility\":\"M.\",\"firstName\":\"Denis\",\"lastName\":\"%s\",%s}"
                .formatted(name, address));
    reply.act(
        AReply.MAYOR,
        "sign",
        "{\"password\":\"demo\",\"seenSha256\":\"%s\"}"
            .formatted(reply.last().getString("pdfSha256")));
    return reply;
  }
}
