package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import fr.vaguemestre.it.bench.SamplePdf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * ORG1 on the screens: the chart is walked, a unit is moved with the mouse and without, a unit and
 * an agent are closed, and nothing they held is lost.
 */
@Journey
class ChartJourneyIT {
  private static final int PHONE = 390;

  @Test
  void ORG1_a_unit_is_moved_by_form_and_by_dragging(Browser administrator) {
    administrator.login("admin").open("/admin/units.xhtml?at=PVL");
    var page = administrator.page();
    page.locator("[data-branch$='at=DCU']").press("Enter");
    var library = page.locator(".node[data-unit=MED]");
    library.waitFor();
    administrator.screenshot("chart").assertFitsNarrow();
    accessibleAtBothWidths(administrator);

    library.locator("a.btn").click();
    Browser.choose(page, "to", "education");
    administrator.screenshot("move").assertFitsNarrow();
    accessibleAtBothWidths(administrator);
    page.locator("#go").click();
    page.waitForURL("**at=DED");
    page.locator(".node[data-unit=MED]").waitFor();

    administrator.open("/admin/units.xhtml?at=PVL");
    page.locator("[data-branch$='at=DED']").click();
    page.locator(".node[data-unit=MED]").dragTo(page.locator("li .node[data-unit=DCU]"));
    page.waitForURL("**/admin/move.xhtml**");
    assertThat(page.locator("#to_input").inputValue()).contains("DCU");
    page.locator("#go").click();
    page.waitForURL("**at=DCU");
    page.locator(".node[data-unit=MED]").waitFor();
    administrator.assertNoPageError();
  }

  @Test
  void ORG1_units_are_found_whatever_the_accents_and_never_put_under_themselves(
      Browser administrator) {
    administrator.login("admin").open("/admin/units.xhtml?q=mediatheque");
    var page = administrator.page();
    assertThat(page.locator(".tree .node").count()).isEqualTo(1);
    administrator.assertAccessible().assertFitsNarrow();

    administrator.open("/admin/move.xhtml?code=PVL&to=DSP");
    page.locator("#go").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("#to-error").innerText()).isNotBlank();
    assertThat(page.locator("#to_input").inputValue()).contains("DSP");
    assertThat(page.locator(".summary").count()).isEqualTo(1);
  }

  @Test
  void ORG1_a_closed_unit_and_a_closed_agent_hand_on_all_they_held(
      Browser administrator, Browser assistant) {
    var login = "p" + UUID.randomUUID().toString().substring(0, 8);
    newAgent(assistant, login);
    var director = Rest.as("c.aubertin");
    var held = register("MED");
    act(director, held, "qualify", "{\"unit\":\"MED\"}");
    var elsewhere = register("ASF");
    act(director, elsewhere, "qualify", "{\"unit\":\"ASF\"}");
    act(
        Rest.as("e.tournier"),
        elsewhere,
        "request-task",
        "{\"unit\":\"MED\",\"question\":\"Combien ?\"}");
    act(director, elsewhere, "request-contribution", "{\"unit\":\"MED\",\"question\":\"Quand ?\"}");

    administrator.login("admin").open("/admin/unit.xhtml?code=MED");
    var page = administrator.page();
    page.locator("a.danger").click();
    page.waitForURL("**/admin/close.xhtml**");
    assertThat(page.locator("#held").innerText())
        .contains("courrier ouvert")
        .contains("1 contribution attendue")
        .contains("1 tâche à faire")
        .contains("poste");
    administrator.screenshot("close").assertFitsNarrow();
    accessibleAtBothWidths(administrator);
    Browser.choose(page, "to", "associations et");
    page.locator("#go").click();
    page.waitForURL("**/admin/closure.xhtml**");
    page.locator("#progress .note").waitFor();
    administrator.screenshot("closure").assertFitsNarrow().assertAccessible();

    var service = Rest.as("l.gauthier");
    var letter = service.get(held);
    assertThat(letter.statusCode())
        .as("the letter is in the basket of the successor")
        .isEqualTo(200);
    assertThat(letter.body()).contains("\"ASF\"");
    assertThat(service.get(held + "/history").body()).contains("REASSIGN");
    act(service, elsewhere, "contribute", "{\"answer\":\"Demain\"}");
    act(service, elsewhere, "answer-task", "{\"answer\":\"Douze\"}");

    administrator.open("/admin/unit.xhtml?code=MED");
    page.locator("#reopen").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("a.danger").count()).as("it may be closed again").isEqualTo(1);
    administrator.open("/admin/units.xhtml?at=DCU");
    page.locator(".node[data-unit=MED]").waitFor();

    act(director, elsewhere, "redirect", "{\"unit\":\"ASF\",\"agent\":\"" + login + "\"}");
    assistant.open("/admin/close.xhtml?agent=" + login);
    assertThat(assistant.page().locator("#held").innerText()).contains("1 courrier ouvert");
    accessibleAtBothWidths(assistant);
    assistant.page().locator("#go").click();
    assistant.page().waitForURL("**/admin/closure.xhtml**");
    assistant.page().locator("#progress .note").waitFor();
    assertThat(service.get(elsewhere).body())
        .as("back in the unit's basket")
        .doesNotContain("\"" + login + "\"");
    administrator.assertNoPageError();
  }

  @Test
  void ORG1_a_file_is_checked_line_by_line_before_it_is_taken(Browser administrator) {
    administrator.login("admin").open("/admin/import.xhtml?of=units");
    var page = administrator.page();
    var header = "code;nom;nom_court;nature;rattachement;courriel;telephone;adresse\n";
    give(administrator, header + "EQS;Équipements;;SERVICE;DSP;;;\nX1;x;x;SERVICE;NULLE;;;\n");
    assertThat(page.locator("#problems tbody tr").count()).isEqualTo(2);
    assertThat(page.locator("#problems").innerText())
        .contains("nom_court", "rattachement", "NULLE");
    assertThat(page.locator("#apply").count()).isZero();
    administrator.screenshot("import").assertFitsNarrow();
    accessibleAtBothWidths(administrator);

    var export = administrator.page().request().get("/admin/export?of=units");
    assertThat(export.status()).isEqualTo(200);
    give(administrator, export.text());
    accessibleAtBothWidths(administrator);
    page.locator("#apply").click();
    page.waitForURL("**/admin/units.xhtml**");
    administrator.assertNoPageError();
  }

  private static void give(Browser administrator, String text) {
    var page = administrator.page();
    page.locator("#file")
        .setInputFiles(
            new FilePayload("services.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    page.locator("#check").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  private static void newAgent(Browser assistant, String login) {
    assistant.login("e.tournier").open("/admin/agent.xhtml");
    var page = assistant.page();
    page.locator("#firstName").fill("Pol");
    page.locator("#lastName").fill("Partant");
    page.locator("#login").fill(login);
    Browser.choose(page.locator("input[id$=postUnit_input]"), "mediatheque");
    page.locator("input[value=AGENTS]").check();
    page.locator("#save").click();
    page.waitForURL("**login=" + login);
  }

  private static String register(String unit) {
    var metadata =
        "{\"subject\":\"Réaffecter\",\"type\":\"SALLE\",\"unit\":\"%s\"}".formatted(unit);
    var answer =
        Rest.as("courrier")
            .post(
                "/v1/correspondence",
                List.of(
                    Rest.Part.json("metadata", metadata),
                    Rest.Part.file(
                        "file", "l.pdf", "application/pdf", SamplePdf.of("Bonjour", 2000, 1))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return "/v1/correspondence/" + Rest.json(answer).getJsonNumber("id");
  }

  private static void act(Rest who, String letter, String action, String body) {
    var seen = who.get(letter).headers().firstValue("ETag").orElseThrow();
    var answer = who.post(letter + "/actions/" + action, body, "If-Match", seen);
    assertThat(answer.statusCode()).as(action + ": " + answer.body()).isEqualTo(200);
  }

  private static void accessibleAtBothWidths(Browser somebody) {
    somebody.assertAccessible();
    somebody.page().setViewportSize(PHONE, 900);
    somebody.assertAccessible();
    somebody.page().setViewportSize(1360, 900);
  }
}
