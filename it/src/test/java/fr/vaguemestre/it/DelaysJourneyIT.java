package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** DEL1: an agent computes the dates of a request; an administrator keeps the town's calendar. */
@Journey
class DelaysJourneyIT {
  @Test
  void DEL1_an_agent_computes_dates_with_their_reason_and_corrects_what_contradicts_itself(
      Browser agent) {
    var page = agent.login("agent").open("/delay/calculator.xhtml").page();
    day(page, "received", "10/11/2026");
    page.locator("details.more > summary").click();
    day(page, "piecesAskedOn", "20/11/2026");
    compute(page);
    page.locator("#piecesDeadlineDays-error:has-text('piecesDeadlineDays')").waitFor();
    assertThat(page.locator("#piecesAskedOn_input").inputValue()).isEqualTo("20/11/2026");
    agent.assertAccessible();
    page.locator("#piecesDeadlineDays").fill("30");
    compute(page);
    var dates = page.locator("#dates");
    dates.waitFor();
    assertThat(dates.innerText())
        .contains("mardi 9 février 2027", "30 jours de plus", "art. L231-4", "art. L114-5");
    agent.screenshot("calculator").assertAccessible().assertFitsNarrow();

    page.locator("#regime").selectOption("PERSONAL_DATA");
    day(page, "received", "31/01/2027");
    compute(page);
    page.locator("#dates:has-text('30 avril 2027')").waitFor();
    assertThat(page.locator("#dates").innerText()).contains("lundi 1er mars 2027", "1182/71");
    agent.assertNoPageError();
  }

  @Test
  void DEL1_an_administrator_chooses_holidays_and_closing_days_of_the_town(Browser administrator) {
    var town = ATown.founded("delais." + UUID.randomUUID().toString().substring(0, 6));
    var page =
        administrator
            .login(town.login(), ATown.PASSWORD)
            .open("/admin/calendar.xhtml?year=2027")
            .page();
    assertThat(page.locator("#year tbody tr").count()).isEqualTo(11);
    page.locator("#goodFriday").check();
    page.locator("#save").click();
    page.locator("#goodFriday-error:has-text('Alsace-Moselle')").waitFor();
    assertThat(page.locator("#goodFriday").isChecked()).as("kept as it was ticked").isTrue();
    page.locator("#territory").selectOption("ALSACE_MOSELLE");
    page.locator("#save").click();
    page.locator(".flash .done").waitFor();
    page.waitForLoadState();
    assertThat(page.locator("#year").innerText())
        .contains("26 mars 2027", "Vendredi saint", "26 décembre 2027");

    page.locator("#add").click();
    page.locator("#day-error .error").waitFor();
    day(page, "day", "24/12/2026");
    page.locator("#label").fill("Veille de Noël");
    page.locator("#yearly").check();
    page.locator("#add").click();
    page.locator("#closed:has-text('Veille de Noël')").waitFor();
    administrator.open("/admin/calendar.xhtml?year=2031");
    assertThat(page.locator("#year").innerText()).contains("24 décembre 2031", "Fermeture");
    day(page, "day", "24/12/2026");
    page.locator("#label").fill("Encore");
    page.locator("#add").click();
    page.locator("#day-error:has-text('déjà')").waitFor();
    assertThat(page.locator("#label").inputValue()).isEqualTo("Encore");
    assertThat(page.locator("#day_input").inputValue()).isEqualTo("24/12/2026");
    administrator.screenshot("calendar").assertAccessible().assertFitsNarrow();
    var computed = town.administrator().get("/v1/delays/compute?received=2026-12-23");
    assertThat(Rest.json(computed).getJsonObject("aee").getString("date"))
        .as("the law does not wait for the town")
        .isEqualTo("2026-12-24");

    page.locator("#closed input[type=submit]").click();
    page.waitForCondition(() -> page.locator("#closed").count() == 0);
    administrator.assertNoPageError();
    assertThat(
            ATown.texts(
                "select action from journal_entry where tenant_id = "
                    + town.id()
                    + " and action similar to '%(CALENDAR|CLOSING_DAY)' order by id"))
        .containsExactly("CHANGE_CALENDAR", "ADD_CLOSING_DAY", "REMOVE_CLOSING_DAY");
  }

  private static void day(Page page, String field, String day) {
    var input = page.locator("#" + field + "_input");
    input.fill(day);
    input.press("Tab");
  }

  private static void compute(Page page) {
    page.locator("#compute").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }
}
