package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** DEL2: a town's own texts of acknowledgements, dated. */
@Journey
class WordingJourneyIT {
  private static final String OWN = "{{collectivite}} a bien lu votre envoi du {{date_reception}}.";

  @Test
  void DEL2_a_towns_own_text_serves_from_its_day_on(Browser administrator) {
    var town = ATown.founded("textes." + UUID.randomUUID().toString().substring(0, 6));
    var portal = APortal.full(town);
    var page =
        administrator
            .login(town.login(), ATown.PASSWORD)
            .open("/admin/wordings.xhtml")
            .assertAccessible()
            .page();
    page.locator("a[href$='kind=AEE']").click();
    assertThat(page.locator("#body").inputValue()).contains("{{date_reception}}");
    assertThat(page.locator("#paper").count()).isZero();
    page.locator("#body").fill("Merci.");
    since(page, -1);
    page.locator("#save").click();
    page.locator("#since-error:has-text('aujourd’hui')").waitFor();
    since(page, 0);
    page.locator("#save").click();
    page.locator("#body-error:has-text('{{date_reception}}')").waitFor();
    page.locator("#body").fill(OWN + " {{date_implicite}}");
    page.locator("#save").click();
    page.locator("#body-error:has-text('{{date_implicite}}')").waitFor();
    administrator.screenshot("text").assertAccessible().assertFitsNarrow();
    page.locator("#body").fill(OWN);
    page.locator("#save").click();
    page.locator("#wordings").waitFor();
    assertThat(aee(portal)).contains("a bien lu votre envoi du").doesNotContain("{{");

    page.locator("#wordings a").click();
    page.locator("#body").fill(OWN + " À demain.");
    since(page, 1);
    page.locator("#save").click();
    page.locator("#wordings:has-text('À venir')").waitFor();
    administrator.screenshot("texts").assertAccessible().assertFitsNarrow();
    assertThat(aee(portal)).doesNotContain("À demain");
    page.locator("#wordings tr:has-text('À venir') a").click();
    page.locator("details.confirm summary").click();
    page.locator("#remove").click();
    page.locator("#wordings").waitFor();
    page.waitForLoadState();
    assertThat(page.locator("#wordings tbody tr").count()).isEqualTo(1);
    administrator.assertNoPageError();
  }

  private static void since(Page page, int days) {
    page.waitForLoadState(); // a calendar that begins writes over what was typed meanwhile
    var day = LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(days);
    page.locator("#since_input").fill(DateTimeFormatter.ofPattern("dd/MM/yyyy").format(day));
    page.locator("#since_input").press("Tab");
  }

  private static String aee(APortal portal) {
    var answer =
        portal
            .rest()
            .post(
                "/v1/submissions",
                """
                {"type":"DIVERS","subject":"Un texte","text":"Bonjour.","association":{"name":"Les Amis","rna":"W251000123"}}""");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json(answer).getJsonObject("acknowledgement").getString("text");
  }
}
