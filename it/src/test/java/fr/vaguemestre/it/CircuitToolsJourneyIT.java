package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** CIR1: a circuit is tried without a letter, and travels as a file. */
@Journey
class CircuitToolsJourneyIT {
  @Test
  void CIR1_what_an_agent_would_be_offered_is_said_and_why_not_the_rest(Browser administrator) {
    var page = administrator.login("admin").page();
    administrator.open("/admin/circuit-try.xhtml");
    Browser.choose(page, "agent", "faivre");
    page.locator("#state").selectOption("TO_PROCESS");
    Browser.choose(page, "unit", "quipements sportifs");
    page.locator("#try").press("Enter");
    page.locator("#answers").waitFor();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(answer(page, "Répondre")).contains("Oui");
    assertThat(answer(page, "Envoyer en validation")).contains("Non", "PDF est prêt");
    assertThat(answer(page, "Donner ma contribution")).contains("Non", "aucune contribution");
    administrator.screenshot("tried").assertAccessible().assertFitsNarrow();

    page.locator("input[value=REPLY_READY]").check();
    page.locator("#try").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(answer(page, "Envoyer en validation")).contains("Oui");

    page.locator("#state").selectOption("OUT_OF_CIRCUIT");
    page.locator("#try").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("#answers").innerText())
        .as("a sensitive letter is the Cabinet's (O4)")
        .contains("ne verrait pas ce courrier")
        .doesNotContain("Oui");
    administrator.assertNoPageError();
  }

  @Test
  void CIR1_a_file_is_taken_whole_or_changes_nothing(Browser administrator) {
    var town = ATown.founded("p" + UUID.randomUUID().toString().substring(0, 8) + ".file");
    var page = administrator.login(town.login(), ATown.PASSWORD).page();
    var exported = page.request().get("/admin/circuit-export?version=1");
    assertThat(exported.status()).isEqualTo(200);
    var text = exported.text();

    give(administrator, text.replace("\"tone\":\"soon\"", "\"tone\":\"rose\""));
    page.locator("#problems").waitFor();
    assertThat(page.locator("#problems tbody").innerText()).contains("8", "tone", "« rose »");
    assertThat(drafts(town)).isZero();
    administrator.screenshot("problems").assertAccessible().assertFitsNarrow();

    give(administrator, text.replace("\"label\":\"À traiter\"", "\"label\":\"À instruire\""));
    page.waitForURL("**/admin/circuit-draft.xhtml");
    assertThat(page.locator("main").innerText()).contains("À instruire", "Rien à corriger");
    assertThat(page.request().get("/admin/circuit-export").text()).contains("À instruire");
    assertThat(drafts(town)).isEqualTo(1);
    assertThat(page.request().get("/admin/circuit-export?version=9").status()).isEqualTo(404);
    administrator.assertNoPageError();
  }

  @Test
  void CIR1_an_agent_neither_tries_nor_exports(Browser agent) {
    agent.login("agent");
    assertThat(agent.page().navigate("/admin/circuit-try.xhtml").status()).isEqualTo(403);
    assertThat(agent.page().request().get("/admin/circuit-export?version=1").status())
        .isEqualTo(404);
  }

  private static void give(Browser administrator, String text) {
    administrator.open("/admin/circuit-import.xhtml");
    administrator
        .page()
        .locator("#file")
        .setInputFiles(
            new FilePayload(
                "circuit.json", "application/json", text.getBytes(StandardCharsets.UTF_8)));
    administrator.page().locator("#take").click();
    administrator.page().waitForLoadState(LoadState.NETWORKIDLE);
  }

  private static String answer(Page page, String label) {
    return page.locator("#answers tbody tr", new Page.LocatorOptions().setHasText(label))
        .first()
        .innerText();
  }

  private static long drafts(ATown town) {
    return ATown.number(
        "select count(*) from circuit_version where published_at is null and tenant_id = "
            + town.id());
  }
}
