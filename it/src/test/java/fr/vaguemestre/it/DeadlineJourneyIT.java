package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import fr.vaguemestre.it.Rest.Part;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** DEL1, QUA3: a letter's page says why its deadline is what it is; the type's page decides it. */
@Journey
class DeadlineJourneyIT {
  @Test
  void DEL1_a_deadline_set_by_hand_asks_for_its_reason_and_shows_it(Browser mailOffice) {
    var metadata =
        "{\"subject\":\"Une échéance\",\"type\":\"%s\",\"toQualify\":true}"
            .formatted(ReservationIT.firstType());
    var receipt =
        Rest.json(
            Rest.as("courrier")
                .post("/v1/correspondence", List.of(Part.json("metadata", metadata))));
    var letter = "/correspondence/view.xhtml?id=" + receipt.getJsonNumber("id").longValue();
    var page = mailOffice.login("courrier").open(letter).page();
    assertThat(page.locator(".side").innerText()).contains("après l’arrivée", "soit le");

    mailOffice.open(letter + "&do=qualify");
    page.locator("#deadline_input").fill("03/03/2031");
    page.locator("#deadline_input").press("Tab");
    page.locator("#go").click();
    page.locator("#deadlineReason-error:has-text('dites pourquoi')").waitFor();
    assertThat(page.locator("#deadline_input").inputValue()).isEqualTo("03/03/2031");
    mailOffice.assertAccessible();
    page.locator("#deadlineReason").fill("Accord du maire");
    page.locator("#go").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    mailOffice.open(letter);
    assertThat(page.locator(".side").innerText())
        .contains("Échéance fixée à la main : Accord du maire", "3 mars 2031");
    mailOffice.screenshot("by-hand").assertAccessible().assertFitsNarrow();
    mailOffice.open(letter + "&panel=history");
    assertThat(page.locator(".side").innerText())
        .contains("a fixé l’échéance au 3 mars 2031 au lieu du", "Accord du maire");

    mailOffice.open(letter + "&do=qualify");
    var priority = page.locator("#priority");
    priority.selectOption(
        priority.locator("option").all().stream()
            .map(option -> option.getAttribute("value"))
            .filter(code -> !code.isEmpty() && !code.equals(priority.inputValue()))
            .findFirst()
            .orElseThrow());
    page.locator("#go").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    mailOffice.open(letter);
    assertThat(page.locator(".side").innerText())
        .as("another priority leaves what was decided by hand")
        .contains("Échéance fixée à la main : Accord du maire", "3 mars 2031");
    mailOffice.assertNoPageError();
  }

  @Test
  void QUA3_a_type_says_how_its_days_count_and_which_pieces_it_needs(Browser administrator) {
    var town = ATown.founded("delais." + UUID.randomUUID().toString().substring(0, 6));
    var page =
        administrator
            .login(town.login(), ATown.PASSWORD)
            .open("/admin/type.xhtml?code=DIVERS")
            .page();
    page.locator("#processDelayDays").fill("5");
    page.locator("#processDelayWorked").check();
    page.locator("#regime").selectOption("SVR");
    page.locator("#legalDelay").fill("deux mois");
    page.locator("#blockingPieces").fill("Un plan\nUne photo");
    page.locator("#save").click();
    page.locator("#legalDelay-error .error").waitFor();
    assertThat(page.locator("#processDelayWorked").isChecked()).isTrue();
    page.locator("#legalDelay").fill("P2M");
    page.locator("#save").click();
    page.waitForURL("**/admin/types.xhtml");
    administrator.open("/admin/type.xhtml?code=DIVERS");
    assertThat(page.locator("#blockingPieces").inputValue()).isEqualTo("Un plan\nUne photo");
    administrator.screenshot("type").assertAccessible().assertFitsNarrow();
    var type =
        Rest.json(town.administrator().get("/v1/types")).getJsonArray("items").getJsonObject(0);
    assertThat(type.getBoolean("processDelayWorked")).isTrue();
    assertThat(type.getJsonArray("blockingPieces")).hasSize(2);

    assertThat(page.locator("#past tbody tr").count()).as("the rules before").isEqualTo(1);
    page.locator("#processDelayDays").fill("7");
    page.locator("#since_input").fill("01/02/2025");
    page.locator("#since_input").press("Tab");
    page.locator("#save").click();
    page.locator("#since-error:has-text('plus tard')").waitFor();
    assertThat(page.locator("#since_input").inputValue()).isEqualTo("01/02/2025");

    var id = town.letter("Une demande", "Bonjour");
    administrator.open("/correspondence/view.xhtml?id=" + id);
    assertThat(page.locator(".side").innerText()).contains("5 jours ouvrés");
    assertThat(page.locator("#legal").innerText())
        .contains("Sans réponse d’ici au", "réputée rejetée", "art. L231-4");
    administrator.assertNoPageError();
  }
}
