package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/**
 * REP1: who keeps the templates sees one on a real letter they see, and the letter is untouched.
 */
@Journey
class TemplatePreviewJourneyIT {
  private static final String PAGE = "/admin/template-preview.xhtml?code=REPONSE";

  @Test
  void REP1_a_template_is_seen_on_a_real_letter_and_nothing_is_written_to_it(
      Browser assistant, Browser stranger) throws IOException {
    var path = ReservationIT.register();
    var id = path.substring(path.lastIndexOf('/') + 1);
    var letter = Rest.json(Rest.as("assistante").get(path));
    var hidden = hidden();
    var before = traces(id);
    var page = assistant.withViewer().login("assistante").open("/admin/templates.xhtml").page();
    page.locator("a[href='" + PAGE + "']").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("#recent option[value='" + letter.getString("chrono") + "']").count())
        .as("the last letters are proposed")
        .isEqualTo(1);
    assertThat(page.locator("#recent option[value='" + hidden + "']").count()).isZero();
    for (var unseen : new String[] {"2026A/introuvable", hidden}) {
      look(assistant, unseen);
      assertThat(page.locator("#chrono-error").innerText()).contains(unseen);
      assertThat(page.locator("#chrono").inputValue()).isEqualTo(unseen);
    }
    look(assistant, letter.getString("chrono"));
    page.waitForURL("**&letter=" + id);
    assertThat(page.locator("#missing").innerText()).contains("expediteur.", "{{");
    page.frameLocator(".viewer iframe").locator(".textLayer").first().waitFor();
    assistant.screenshot("seen").assertAccessible().assertFitsNarrow().assertNoPageError();

    var address = "/admin/template-preview?code=REPONSE&letter=" + id;
    var pdf = page.request().get(address);
    assertThat(pdf.headers()).containsEntry("content-type", "application/pdf");
    try (var document = Loader.loadPDF(pdf.body())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains(letter.getString("chrono"), "[Texte libre");
    }
    assertThat(traces(id)).as("the letter is as it was").isEqualTo(before);

    stranger.login("autre");
    assertThat(stranger.page().request().get(address).status()).isEqualTo(404);
    assistant.page().navigate("about:blank");
    assertThat(page.request().get(address.replace(id, idOf(hidden))).status()).isEqualTo(404);
    assertThat(page.request().get(PAGE + "&letter=" + idOf(hidden)).status()).isEqualTo(404);
  }

  private static void look(Browser who, String chrono) {
    who.page().locator("#chrono").fill(chrono);
    who.page().locator("#look").click();
    who.page().waitForLoadState(LoadState.NETWORKIDLE);
  }

  /** A letter of another branch. */
  private static String hidden() {
    var answer =
        Rest.as("courrier")
            .post(
                "/v1/correspondence",
                java.util.List.of(
                    Rest.Part.json(
                        "metadata",
                        "{\"subject\":\"Ailleurs\",\"type\":\"SALLE\",\"unit\":\"VOI\"}")));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Rest.json(answer).getString("chrono");
  }

  private static String idOf(String chrono) {
    return ATown.texts("select id from correspondence where chrono = '" + chrono + "'").getFirst();
  }

  /** All that a draft would change. */
  private static java.util.List<String> traces(String letter) {
    return ATown.texts(
        """
        select version || ' ' || state from correspondence where id = %1$s
        union all select 'reply ' || id from reply where correspondence_id = %1$s
        union all select 'journal ' || id from journal_entry where correspondence_id = %1$s and action <> 'READ'
        """
            .formatted(letter));
  }
}
