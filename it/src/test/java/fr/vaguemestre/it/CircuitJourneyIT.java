package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CIR1: an administrator prepares a version of the circuit, repairs it, publishes it. */
@Journey
class CircuitJourneyIT {
  private static final int PHONE = 390;
  private static final String NAME = "p" + UUID.randomUUID().toString().substring(0, 8);

  private ATown town;

  @BeforeEach
  void found() {
    town = ATown.founded(NAME + ".circuit");
  }

  @Test
  void CIR1_a_version_is_prepared_repaired_published_and_letters_stay_on_theirs(
      Browser administrator) {
    long before = town.letter("Avant", "bonjour");
    var page = begin(administrator);
    administrator.screenshot("draft").assertFitsNarrow();
    accessibleAtBothWidths(administrator);
    assertThat(page.locator("#checks").innerText()).contains("Rien à corriger", "aucun modèle");

    page.locator("#checks a[href$='circuit-state.xhtml']").press("Enter");
    page.locator("#label").fill("En attente de pièces");
    page.locator("#code").fill("WAITING");
    page.locator("#citizenLabel").fill("Pièces attendues");
    page.locator("#tone").selectOption("soon");
    page.locator("#icon").selectOption("clock");
    administrator.screenshot("state").assertFitsNarrow();
    accessibleAtBothWidths(administrator);
    save(page);
    assertThat(errors(page)).hasSize(2).anyMatch(e -> e.contains("n’est jamais atteint"));
    administrator.screenshot("errors").assertFitsNarrow().assertAccessible();
    page.locator("#publish").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator(".summary").innerText()).contains("points à corriger : 2");
    assertThat(published()).isEqualTo(1);

    page.locator(".errors a").first().click();
    page.waitForURL("**/admin/circuit-state.xhtml?code=WAITING");
    way(administrator, "TO_PROCESS", "RECALL", "Attendre des pièces", "WAITING");
    administrator.open("/admin/circuit-draft.xhtml");
    assertThat(errors(page)).hasSize(1).allMatch(e -> e.contains("sans issue"));
    way(administrator, "WAITING", "REOPEN", "Reprendre l’examen", "TO_PROCESS");
    assertThat(errors(page)).isEmpty();
    assertThat(page.locator(".drawing text.does").allTextContents())
        .contains("Attendre des pièces", "Reprendre l’examen");
    page.locator("#publish").click();
    page.waitForURL("**/admin/circuits.xhtml");
    assertThat(page.locator("h1").innerText()).contains("version 2");
    administrator.screenshot("published").assertFitsNarrow();
    accessibleAtBothWidths(administrator);

    long after = town.letter("Après", "bonjour");
    assertThat(version(before)).isEqualTo(1);
    assertThat(version(after)).isEqualTo(2);
    administrator.open("/admin/circuits.xhtml?version=1");
    assertThat(page.locator("h1").innerText()).contains("version 1");
    assertThat(page.locator(".drawing").textContent()).doesNotContain("En attente de pièces");
    administrator.assertNoPageError();
  }

  @Test
  void CIR1_the_second_of_two_administrators_is_told_and_keeps_what_was_typed(
      Browser first, Browser second) {
    begin(first);
    second.login(town.login(), ATown.PASSWORD);
    for (var someone : List.of(first, second)) {
      someone.open("/admin/circuit-state.xhtml?code=TO_PROCESS");
    }
    first.page().locator("#label").fill("À instruire");
    save(first.page());
    second.page().locator("#label").fill("À étudier");
    second.page().locator("#save").click();
    second.page().waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(second.page().locator(".summary").innerText()).contains("Modifié entre-temps");
    assertThat(second.page().locator("#label").inputValue()).isEqualTo("À étudier");
    second.screenshot("stale").assertFitsNarrow().assertAccessible();

    second.open("/admin/circuit-state.xhtml?code=TO_SEND");
    first.open("/admin/circuit-state.xhtml?code=CLOSED");
    first.page().locator("#citizenLabel").fill("Terminé");
    save(first.page());
    second.page().locator("#label").fill("À expédier");
    save(second.page());
    assertThat(second.page().locator("main").innerText())
        .as("two states, two people, nobody in the way")
        .contains("À expédier", "Terminé", "À instruire");

    first.open("/admin/circuit-draft.xhtml");
    second.open("/admin/circuit-state.xhtml?code=TO_SEND");
    second.page().locator("#label").fill("À poster");
    save(second.page());
    first.page().locator("#publish").click();
    first.page().waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(first.page().locator(".summary").innerText()).contains("Modifié entre-temps");
    assertThat(published()).isEqualTo(1);
    second.assertNoPageError();
  }

  @Test
  void CIR1_a_transition_asks_for_fields_and_has_effects(Browser administrator) {
    var page = begin(administrator);
    page.locator("td a", new Page.LocatorOptions().setHasText("Classer sans suite")).nth(1).click();
    page.waitForURL("**/admin/circuit-way.xhtml**");
    page.locator("input[value=SENDER]").check();
    administrator.screenshot("way").assertFitsNarrow();
    accessibleAtBothWidths(administrator);
    save(page);
    page.locator("td a", new Page.LocatorOptions().setHasText("Ajouter une note")).nth(1).click();
    page.waitForURL("**/admin/circuit-way.xhtml**");
    page.locator("input[value=TAKE]").check();
    save(page);
    page.locator("#publish").click();
    page.waitForURL("**/admin/circuits.xhtml");

    var clerk = town.administrator();
    var metadata =
        "{\"subject\":\"Anonyme\",\"type\":\"DIVERS\",\"unit\":\"MAIRIE\",\"toQualify\":true}";
    var registered =
        clerk.post("/v1/correspondence", List.of(Rest.Part.json("metadata", metadata)));
    assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
    var letter = "/v1/correspondence/" + Rest.json(registered).getJsonNumber("id");
    var noted = act(clerk, letter, "note", "{\"body\":\"Vu\"}");
    assertThat(noted.statusCode()).as(noted.body()).isEqualTo(200);
    assertThat(
            ATown.texts(
                "select a.login from correspondence c join agent a on a.tenant_id = c.tenant_id and a.id = c.assignee_id where c.id = "
                    + letter.substring(letter.lastIndexOf('/') + 1)))
        .containsExactly(NAME + ".circuit");
    var closed = act(clerk, letter, "close", "{\"reason\":\"Sans objet\"}");
    assertThat(closed.statusCode()).as(closed.body()).isEqualTo(422);
    assertThat(closed.body()).contains("expéditeur");
  }

  @Test
  void CIR1_an_action_is_not_kept_without_what_it_takes_for_granted(Browser administrator) {
    var page = begin(administrator);
    administrator.open("/admin/circuit-way.xhtml?from=IN_APPROVAL");
    page.locator("#action").selectOption("SIGN");
    page.locator("#label").fill("Signer sans attendre");
    page.locator("#save").click();
    page.locator(".summary").getByText("qui est à son tour").first().waitFor();
    page.locator("#who").selectOption("APPROVER");
    page.locator("#save").click();
    page.locator(".summary").getByText("des visas seraient sautés").first().waitFor();
    assertThat(page.locator("#label").inputValue()).isEqualTo("Signer sans attendre");
    administrator.screenshot("needs").assertFitsNarrow().assertAccessible();
  }

  @Test
  void CIR1_circuits_are_prepared_by_those_who_have_the_right(Browser agent) {
    agent.login("agent");
    for (var address : List.of("circuits", "circuit-draft", "circuit-state", "circuit-way")) {
      assertThat(agent.page().navigate("/admin/" + address + ".xhtml").status()).isEqualTo(403);
    }
  }

  private Page begin(Browser administrator) {
    administrator.login(town.login(), ATown.PASSWORD).open("/admin/circuits.xhtml");
    administrator.page().locator("#begin").press("Enter");
    administrator.page().waitForURL("**/admin/circuit-draft.xhtml");
    return administrator.page();
  }

  private static void way(
      Browser administrator, String from, String action, String label, String to) {
    var page = administrator.page();
    administrator.open("/admin/circuit-way.xhtml?from=" + from);
    page.locator("#action").selectOption(action);
    page.locator("#label").fill(label);
    page.locator("#to").selectOption(to);
    save(page);
  }

  private static void save(Page page) {
    page.locator("#save").click();
    page.waitForURL("**/admin/circuit-draft.xhtml");
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  private static List<String> errors(Page page) {
    return page.locator(".errors li").all().stream().map(Locator::innerText).toList();
  }

  private long published() {
    return ATown.number(
        "select count(*) from circuit_version where published_at is not null and tenant_id = "
            + town.id());
  }

  private static long version(long letter) {
    return ATown.number(
        "select v.number from correspondence c join circuit_version v on v.tenant_id = c.tenant_id and v.id = c.circuit_version_id where c.id = "
            + letter);
  }

  private static HttpResponse<String> act(Rest who, String letter, String action, String body) {
    var seen = who.get(letter).headers().firstValue("ETag").orElseThrow();
    return who.post(letter + "/actions/" + action, body, "If-Match", seen);
  }

  private static void accessibleAtBothWidths(Browser somebody) {
    somebody.assertAccessible();
    somebody.page().setViewportSize(PHONE, 900);
    somebody.assertAccessible();
    somebody.page().setViewportSize(1360, 900);
  }
}
