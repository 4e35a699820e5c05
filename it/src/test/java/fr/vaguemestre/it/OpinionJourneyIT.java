package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.vaguemestre.it.bench.SamplePdf;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** CIR4, CIR6: opinions asked of several in turn with a note template, given, reminded, stopped. */
@Journey
class OpinionJourneyIT {
  private static final String SUBJECT = "Guinguette au bord de l’étang";

  @Test
  void CIR4_opinions_in_turn_from_the_request_to_the_bundle_of_proofs(
      Browser assistant, Browser roads, Browser green) {
    var title = "Avis avant réponse " + UUID.randomUUID().toString().substring(0, 8);
    template(assistant, title);
    var id = register();
    var letter = "/correspondence/view.xhtml?id=" + id;
    ask(assistant, letter, title);
    var page = assistant.page();
    var opinions = page.locator(".opinions");
    assertThat(opinions.innerText())
        .contains("C’est son tour", "À venir", "avant la commission", "0 avis sur 2");
    assistant.screenshot("asked").assertAccessible().assertFitsNarrow();

    page.locator(".opinions a[href$='do=remind-opinions']").click();
    page.locator(".doing #go").waitFor();
    assistant.screenshot("remind").assertAccessible().assertFitsNarrow();
    page.locator("#reason").fill("La commission est avancée.");
    done(page);
    assertThat(opinions.innerText()).contains("Relance");

    var theirs = roads.login("autre").page();
    roads.line("CONTRIBUTIONS_TO_GIVE", SUBJECT);
    roads.open(letter + "&do=contribute").screenshot("contribute").assertAccessible();
    assertThat(theirs.locator(".doing").innerText()).contains("Avis favorable", "commission");
    theirs.locator("#answer").fill("Favorable, sous réserve d’un accès pour les secours.");
    done(theirs);

    green.login("g.roussel").open(letter);
    assertThat(green.page().locator("h1").innerText()).isEqualTo(SUBJECT);
    assistant.open(letter).screenshot("partial").assertAccessible().assertFitsNarrow();
    assertThat(opinions.innerText()).contains("1 avis sur 2", "sous réserve d’un accès");

    page.locator(".opinions a[href$='do=stop-opinions']").click();
    page.locator(".doing #go").waitFor();
    assistant.screenshot("stop").assertAccessible().assertFitsNarrow();
    done(page);
    assertThat(opinions.innerText()).contains("Plus attendu").doesNotContain("C’est son tour");
    assertThat(page.locator(".letter-head .chip").first().innerText()).isEqualTo("À traiter");
    green.open(letter);
    assertThat(green.page().content()).as("O6: seen for this alone").doesNotContain(SUBJECT);

    assistant.open(letter + "&panel=history").screenshot("history");
    assertThat(page.locator(".events").innerText())
        .contains("éclairage, puis", "a relancé", "au tour de", "n’attend plus");
    assistant.open("/signing/proofs.xhtml?id=" + id).screenshot("proofs").assertAccessible();
    assertThat(page.locator("main").innerText())
        .contains("sous réserve d’un accès", "Plus attendu");
    assistant.assertNoPageError();
  }

  @Test
  void CIR4_a_late_opinion_is_seen_in_the_baskets(Browser assistant) {
    var page = assistant.login("assistante").page();
    assistant.line("CONTRIBUTIONS_AWAITED", "tournoi des lycées");
    assistant.screenshot("late");
    var line = page.locator(".rows li", new Page.LocatorOptions().setHasText("tournoi des lycées"));
    assertThat(line.innerText()).contains("Avis : En retard");
    assistant.assertAccessible().assertFitsNarrow();
  }

  @Test
  void CIR6_a_note_is_written_from_a_template_of_ones_unit(Browser assistant, Browser elsewhere) {
    var title = "Appel téléphonique " + UUID.randomUUID().toString().substring(0, 8);
    template(assistant, title);
    var letter = "/correspondence/view.xhtml?id=" + register();
    var page = assistant.page();
    assistant.open(letter + "&do=note");
    insert(page, title);
    assertThat(page.locator("#note").inputValue()).contains("Avis favorable ou non", SUBJECT);
    assistant.screenshot("note").assertAccessible().assertFitsNarrow();
    done(page);
    assistant.open(letter + "&panel=notes");
    assertThat(page.locator(".events").innerText()).contains("Avis favorable ou non");

    assistant.open(letter + "&do=draft");
    page.locator("[data-answers] > summary").click();
    page.locator("#answerWords").fill(title);
    page.getByText("Essayez-en moins").waitFor();
    elsewhere.login("e.tournier").open("/admin/answers.xhtml");
    assertThat(elsewhere.page().locator("main").innerText()).doesNotContain(title);
  }

  private static void template(Browser assistant, String title) {
    var page = assistant.login("assistante").open("/admin/answer.xhtml?kind=NOTE").page();
    page.locator("#title").fill(title);
    Browser.choose(page, "unit", "direction des sports");
    page.locator("#body").fill("Avis favorable ou non, et réserves, sur « {{courrier.objet}} ».");
    assistant.screenshot("template").assertAccessible().assertFitsNarrow();
    page.locator("#save").click();
    page.waitForURL("**/admin/answers.xhtml");
    assertThat(page.locator("table tr", having(title)).innerText()).contains("une note");
  }

  private static void ask(Browser assistant, String letter, String title) {
    var page = assistant.page();
    assistant.open(letter + "&do=request-contribution");
    Browser.choose(page, "to", "voirie");
    page.locator(".doing details.more summary").click();
    Browser.choose(page, "to1", "espaces verts");
    page.locator("#sequential").selectOption("true");
    insert(page, title);
    assertThat(page.locator("#question").inputValue()).contains(SUBJECT);
    page.locator("#reason").fill("avant la commission de jeudi");
    assistant.screenshot("request").assertAccessible().assertFitsNarrow();
    done(page);
  }

  private static void insert(Page page, String title) {
    page.locator("[data-answers] > summary").click();
    page.locator("#answerWords").fill(title);
    var found = page.locator(".answers li", having(title));
    found.waitFor();
    found.locator("button").click();
  }

  private static Page.LocatorOptions having(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  /** Presses the button of the form in sight and waits for the letter again. */
  private static void done(Page page) {
    page.locator("#go").click();
    page.waitForURL(url -> !url.contains("do="));
    page.locator("h1").waitFor();
  }

  private static long register() {
    var metadata = "{\"subject\":\"%s\",\"type\":\"SALLE\",\"unit\":\"DSP\"}".formatted(SUBJECT);
    var answer =
        Rest.as("courrier")
            .post(
                "/v1/correspondence",
                List.of(
                    Rest.Part.json("metadata", metadata),
                    Rest.Part.file(
                        "file", "lettre.pdf", "application/pdf", SamplePdf.ofPages(SUBJECT, 1))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Rest.json(answer).getJsonNumber("id").longValue();
  }
}
