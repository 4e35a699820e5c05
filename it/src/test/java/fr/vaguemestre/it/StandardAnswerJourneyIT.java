package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** REP2: a direction keeps its standard answers; a writer finds one, slips it in, compares. */
@Journey
class StandardAnswerJourneyIT {
  @Test
  void REP2_a_direction_keeps_its_answers_and_a_writer_puts_one_into_the_draft(
      Browser assistant, Browser elsewhere, Browser writer) {
    var title = "Prêt du gymnase " + UUID.randomUUID().toString().substring(0, 8);
    var page = assistant.login("assistante").open("/admin/answer.xhtml").page();
    page.locator("#title").fill(title);
    page.locator("#keywords").fill("créneau, salle");
    Browser.choose(page, "unit", "direction des sports");
    page.locator("#body").fill("Reçu le {{courrier.date_arive}}, votre créneau est accordé.");
    save(page);
    assertThat(page.locator("#body-error").innerText()).contains("courrier.date_arrivee");
    assertThat(page.locator("#title").inputValue()).isEqualTo(title);
    assistant.screenshot("answer").assertAccessible().assertFitsNarrow();
    page.locator("#body")
        .fill("Votre courrier {{courrier.chrono}} demande un créneau : il est accordé.");
    save(page);
    page.waitForURL("**/admin/answers.xhtml");
    assertThat(page.locator("table").innerText()).contains(title);
    assistant.screenshot("answers").assertAccessible().assertFitsNarrow();
    elsewhere.login("e.tournier").open("/admin/answers.xhtml");
    assertThat(elsewhere.page().locator("main").innerText()).doesNotContain(title);

    var letter = ReservationIT.register();
    var id = letter.substring(letter.lastIndexOf('/') + 1);
    var form = "/correspondence/view.xhtml?id=" + id + "&do=draft";
    var draft = writer.login("assistante").open(form).page();
    draft.locator("#text").fill("Madame,");
    draft.locator("[data-answers] > summary").click();
    draft.locator("#answerWords").fill("creneau");
    var found = draft.locator(".answers li").filter(having(title));
    found.waitFor();
    writer.screenshot("found").assertAccessible().assertFitsNarrow();
    found.locator("button").click();
    var chrono = Rest.json(Rest.as("assistante").get(letter)).getString("chrono");
    assertThat(draft.locator("#text").inputValue())
        .isEqualTo("Madame,\n\nVotre courrier " + chrono + " demande un créneau : il est accordé.");
    draft.locator("#answerWords").fill("introuvable");
    draft.getByText("Essayez-en moins").waitFor();

    write(writer, "Madame, votre créneau est accordé.");
    writer.open(form);
    write(writer, "Madame, votre créneau est refusé.");
    draft.locator("a[href*='/reply/compare.xhtml']").click();
    draft.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(draft.locator(".compared ins").allInnerTexts().toString()).contains("refusé");
    assertThat(draft.locator(".compared del").allInnerTexts().toString()).contains("accordé");
    writer.screenshot("compare").assertAccessible().assertFitsNarrow().assertNoPageError();
    elsewhere.login("autre");
    var address = "/reply/compare.xhtml?id=" + id + "&to=2";
    assertThat(elsewhere.page().navigate(address).status()).isEqualTo(404);
    assertThat(elsewhere.page().navigate("/reply/answers.xhtml?id=" + id).status()).isEqualTo(404);
  }

  private static com.microsoft.playwright.Locator.FilterOptions having(String text) {
    return new com.microsoft.playwright.Locator.FilterOptions().setHasText(text);
  }

  private static void save(Page page) {
    page.locator("#save").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  private static void write(Browser writer, String text) {
    var page = writer.page();
    page.locator("#template").selectOption("REPONSE");
    page.locator("#text").fill(text);
    page.locator("#go").click();
    page.waitForURL(url -> url.contains("panel=reply"));
    page.getByText("PDF prêt")
        .first()
        .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(90_000));
  }
}
