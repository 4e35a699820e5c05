package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;

/** ORG8, O19, O20: the help in the application. */
@Journey
class HelpJourneyIT {
  @Test
  void ORG8_the_help_of_a_screen_is_one_link_away_and_is_searched(Browser agent) {
    agent.login("agent").open("/search.xhtml");
    var page = agent.page();
    page.locator("#help").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.url()).endsWith("page=agent#search");
    agent.assertNoPageError();
    assertThat(page.locator("#search").isVisible()).isTrue();
    agent.screenshot("page").assertFitsNarrow();
    accessible(agent);

    page.locator("#help-q").focus();
    page.keyboard().type("numeriser");
    page.keyboard().press("Enter");
    page.waitForURL("**q=numeriser**");
    assertThat(page.locator("#found").textContent()).contains("Numériser et déposer");
    agent.screenshot("found");
    accessible(agent);
    page.locator("#found a").first().click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.url()).contains("page=mail-office#scan");
    agent.open("/help/index.xhtml?q=%3Cscript%3Ezzz").assertNoPageError();
    assertThat(page.locator("#found").textContent()).contains("0");
  }

  @Test
  void O19_the_assistants_of_ones_direction_are_named(Browser agent, Browser other) {
    agent.login("agent").open("/help/index.xhtml");
    assertThat(agent.page().locator("#assistants").textContent())
        .contains("Amélie Lantier")
        .doesNotContain("Grémaud");
    other.login("autre").open("/help/index.xhtml");
    assertThat(other.page().locator("#assistants").textContent())
        .contains("Grémaud")
        .doesNotContain("Amélie Lantier");
  }

  @Test
  void O20_the_contacts_an_administrator_names_are_shown_to_every_agent_of_the_town_alone(
      Browser administrator, Browser agent, Browser elsewhere) {
    administrator.login("admin").open("/admin/help.xhtml?kind=TECHNICAL");
    var page = administrator.page();
    page.locator("#name").fill("");
    page.locator("#email").fill("centre@pontarlieu.example");
    page.locator("#save").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("#name-error").textContent()).isNotBlank();
    assertThat(page.locator("#email").inputValue()).isEqualTo("centre@pontarlieu.example");
    page.locator("#name").fill("Centre de services");
    page.locator("#save").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    administrator.screenshot("contacts").assertFitsNarrow().assertNoPageError();
    accessible(administrator);

    agent.login("agent").open("/help/index.xhtml");
    assertThat(agent.page().locator("[data-contact=TECHNICAL]").textContent())
        .contains("Centre de services");
    assertThat(agent.page().locator("[data-contact=FUNCTIONAL]").textContent())
        .contains("Bureau du courrier");
    assertThat(agent.page().navigate("/admin/help.xhtml").status()).isEqualTo(403);
    elsewhere.login("courrier2").open("/help/index.xhtml");
    assertThat(elsewhere.page().locator("main").textContent()).doesNotContain("Centre de services");
  }

  private static void accessible(Browser somebody) {
    somebody.assertAccessible();
    somebody.page().setViewportSize(390, 900);
    somebody.assertAccessible();
    somebody.page().setViewportSize(1360, 900);
  }
}
