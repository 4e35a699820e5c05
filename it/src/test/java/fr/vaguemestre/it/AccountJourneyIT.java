package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;

/** One's own account. */
@Journey
class AccountJourneyIT {
  private static final String NEW = "Quatre-Vents-2026!";

  @Test
  void a_new_password_keeps_this_session_under_a_new_id_and_ends_the_others(
      Browser here, Browser elsewhere) {
    var login = ATown.founded("m.compte").login();
    here.login(login, ATown.PASSWORD).open("/account/account.xhtml");
    elsewhere.login(login, ATown.PASSWORD).open("/account/account.xhtml");
    var before = session(here.page());
    change(here.page(), ATown.PASSWORD, NEW);
    assertThat(here.page().locator(".flash").innerText()).contains("est changé");
    here.screenshot("changed").assertAccessible().assertFitsNarrow();
    assertThat(session(here.page())).isNotEqualTo(before);
    assertThat(here.open("/account/account.xhtml").page().locator("h1").innerText())
        .isEqualTo("Mon compte");
    assertThat(elsewhere.open("/account/account.xhtml").page().url()).contains("/login.xhtml");
  }

  private static void change(Page page, String current, String wanted) {
    page.locator("#current").fill(current);
    page.locator("#password").fill(wanted);
    page.locator("#again").fill(wanted);
    page.locator("#change").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  private static String session(Page page) {
    return page.context().cookies().stream()
        .filter(cookie -> cookie.name.equals("JSESSIONID"))
        .findFirst()
        .orElseThrow()
        .value;
  }
}
