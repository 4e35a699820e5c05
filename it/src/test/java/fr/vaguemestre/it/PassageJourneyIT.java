package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** CIR1: letters are moved from a version of the circuit to another, on purpose, state by state. */
@Journey
class PassageJourneyIT {
  @Test
  void CIR1_letters_are_moved_with_a_map_after_a_try_and_those_that_stay_are_named(
      Browser administrator) {
    var town = ATown.founded("p" + UUID.randomUUID().toString().substring(0, 8) + ".passage");
    var processed = register(town, "À traiter", "\"toQualify\":false");
    var fresh = register(town, "À qualifier", "\"toQualify\":true");
    var reserved = register(town, "Réservé", "\"toQualify\":true");
    var sensitive = register(town, "Sensible", "\"sensitive\":true");
    ATown.change(
        """
        insert into reservation (tenant_id, correspondence_id, agent_id, since, renewed_at)
        select tenant_id, id, registrant_id, now(), now() from correspondence where id = %d
        """
            .formatted(reserved));
    var page = administrator.login(town.login(), ATown.PASSWORD).page();
    administrator.open("/admin/circuits.xhtml");
    page.locator("#begin").click();
    page.waitForURL("**/admin/circuit-draft.xhtml");
    page.locator("#publish").click();
    page.waitForURL("**/admin/circuits.xhtml");
    page.locator("a[href$='passage.xhtml?from=1']").click();
    page.waitForURL("**/admin/passage.xhtml**");

    page.locator("[data-state=TO_QUALIFY]").selectOption("TO_PROCESS");
    page.locator("#try").click();
    page.locator("#move").waitFor();
    assertThat(row(page, "TO_QUALIFY").innerText()).contains("2\t0");
    assertThat(row(page, "OUT_OF_CIRCUIT").innerText())
        .as("sensitive letters are not counted (O4)")
        .startsWith("Hors circuit\t0");
    assertThat(page.locator("#passage .note").innerText()).contains("3 courriers");
    assertThat(standing(processed)).as("nothing is changed").isEqualTo("1 TO_PROCESS");
    administrator.screenshot("tried").assertAccessible().assertFitsNarrow();

    page.locator("#move").click();
    page.waitForURL("**/admin/passage-run.xhtml**");
    page.locator("#progress .note.done").waitFor();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("#progress").innerText())
        .contains("2 courriers déplacés sur 3", "Réservé", "réservé par un agent");
    administrator.screenshot("done").assertAccessible().assertFitsNarrow();
    assertThat(standing(processed)).isEqualTo("2 TO_PROCESS");
    assertThat(standing(fresh)).isEqualTo("2 TO_PROCESS");
    assertThat(standing(reserved)).isEqualTo("1 TO_QUALIFY");
    assertThat(standing(sensitive)).isEqualTo("2 OUT_OF_CIRCUIT");

    administrator.open("/correspondence/view.xhtml?id=" + fresh + "&panel=history");
    assertThat(page.locator(".events").innerText())
        .contains("de la version 1 à la version 2 du circuit");
    var letter = "/v1/correspondence/" + fresh;
    assertThat(town.administrator().get(letter + "/actions").body())
        .as("what is offered is the new state's")
        .contains("redirect");
    administrator.open("/admin/passage.xhtml?from=1");
    assertThat(row(page, "TO_QUALIFY").innerText())
        .as("what could not move can be tried again")
        .startsWith("À qualifier\t1");
    administrator.assertNoPageError();
  }

  @Test
  void CIR1_a_state_becomes_one_of_its_kind_only(Browser administrator) {
    var town = ATown.founded("p" + UUID.randomUUID().toString().substring(0, 8) + ".kinds");
    var page = administrator.login(town.login(), ATown.PASSWORD).page();
    assertThat(page.navigate("/admin/passage.xhtml?from=1").status())
        .as("the version in force has nowhere to go")
        .isEqualTo(409);
    administrator.open("/admin/circuits.xhtml");
    page.locator("#begin").click();
    page.waitForURL("**/admin/circuit-draft.xhtml");
    page.locator("#publish").click();
    page.waitForURL("**/admin/circuits.xhtml");
    administrator.open("/admin/passage.xhtml?from=1");
    assertThat(page.locator("[data-state=OUT_OF_CIRCUIT] option").allInnerTexts())
        .as("what the Cabinet alone sees stays so (O4)")
        .containsExactly("Reste sur sa version", "Hors circuit");
    assertThat(page.locator("[data-state=CLOSED] option").allInnerTexts())
        .containsExactly("Reste sur sa version", "Clos");
  }

  private static Locator row(Page page, String state) {
    return page.locator("tbody tr:has([data-state=" + state + "])");
  }

  private static long register(ATown town, String subject, String more) {
    var metadata =
        "{\"subject\":\"%s\",\"type\":\"DIVERS\",\"unit\":\"MAIRIE\",%s}".formatted(subject, more);
    var answer =
        town.administrator()
            .post("/v1/correspondence", List.of(Rest.Part.json("metadata", metadata)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Rest.json(answer).getJsonNumber("id").longValue();
  }

  private static String standing(long letter) {
    return ATown.texts(
            "select v.number || ' ' || c.state from correspondence c join circuit_version v on v.tenant_id = c.tenant_id and v.id = c.circuit_version_id where c.id = "
                + letter)
        .getFirst();
  }
}
