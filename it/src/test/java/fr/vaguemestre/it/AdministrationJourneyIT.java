package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A new agent gets an account, a password shown once, and logs in; operators see the machine. */
@Journey
class AdministrationJourneyIT {
  @Test
  void a_new_agent_gets_a_password_once_and_logs_in_until_the_account_is_closed(
      Browser administrator, Browser newcomer) {
    administrator.login("admin").open("/admin/agent.xhtml");
    var page = administrator.page();
    page.locator("#firstName").fill("Zoé");
    page.locator("#lastName").fill("Nouvelle");
    page.locator("#login").fill("z.nouvelle");
    Browser.choose(page.locator("input[id$=postUnit_input]"), "voirie");
    page.locator("#save").click();
    page.waitForURL("**login=z.nouvelle");
    administrator.assertAccessible();

    page.locator(".confirm > summary").click();
    page.locator("#givePassword").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    var password = page.locator("#secret").innerText();
    administrator.screenshot("password").assertAccessible().assertNoPageError();
    page.navigate(page.url());
    assertThat(page.locator("#secret").count()).isZero();

    newcomer.login("z.nouvelle", password).open("/account/account.xhtml");
    assertThat(newcomer.page().locator("h1").innerText()).isEqualTo("Mon compte");

    administrator.open("/admin/close.xhtml?agent=z.nouvelle");
    page.locator("#go").click();
    page.waitForURL("**/admin/closure.xhtml**");
    assertThat(newcomer.open("/account/account.xhtml").page().url())
        .as("the session of a closed account")
        .contains("/login.xhtml");
    assertThat(Rest.as("z.nouvelle", password).get("/v1/me").statusCode()).isEqualTo(401);
    assertThat(newcomer.login("z.nouvelle", password).page().url()).contains("/login.xhtml");
  }

  @Test
  void what_is_wrong_is_said_by_the_field_and_nothing_typed_is_lost(Browser administrator) {
    administrator.login("admin").open("/admin/unit.xhtml");
    var page = administrator.page();
    page.locator("#label").fill("Archives");
    page.locator("#shortLabel").fill("Archives");
    page.locator("#code").fill("pas un code");
    page.locator("#save").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("#code-error").innerText()).isNotBlank();
    assertThat(page.locator("#label").inputValue()).isEqualTo("Archives");
    administrator.assertAccessible().assertFitsNarrow().assertNoPageError();

    page.locator("#code").fill("EQS");
    page.locator("#kind").selectOption("SERVICE");
    Browser.choose(page, "parent", "direction des sports");
    page.locator("#save").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("#code-error").innerText()).contains("EQS", "existe déjà");
    administrator.open("/admin/unit.xhtml?code=EQS");
    assertThat(page.locator("#label").inputValue()).isNotEqualTo("Archives");
  }

  @Test
  void pages_are_for_those_who_have_the_right(Browser agent) {
    agent.login("agent");
    var answer = agent.page().navigate("/admin/units.xhtml");
    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void the_administration_opens_on_how_the_work_goes(Browser administrator, Browser assistant) {
    administrator.login("admin").open("/");
    var page = administrator.page();
    page.locator("details.menu > summary").click();
    page.locator(".sheet a[href='/admin/state.xhtml']").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    for (var fact :
        List.of(
            "dead",
            "unread",
            "waiting",
            "mail-queue",
            "mail-sent",
            "mail-failed",
            "index-lag",
            "journal",
            "jobs",
            "closures")) {
      assertThat(page.locator("[data-fact=" + fact + "] td").last().innerText())
          .as(fact)
          .isNotBlank();
    }
    assertThat(page.locator("#machine").count()).isZero();
    assertThat(page.locator("#work a").count()).isZero();
    administrator.screenshot("work").assertAccessible().assertFitsNarrow().assertNoPageError();
    assistant.login("assistante");
    assertThat(assistant.page().navigate("/admin/state.xhtml").status()).isEqualTo(403);
  }

  @Test
  void operators_see_what_is_installed_and_go_where_it_is_mended(Browser operator) {
    operator.login("exploitant").open("/admin/state.xhtml");
    assertThat(operator.page().locator("#machine tbody tr").count()).isGreaterThan(5);
    operator.page().locator("[data-fact=dead] a").click();
    operator.page().waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(operator.page().url()).endsWith("/admin/outbox.xhtml#dead");
    operator.open("/admin/state.xhtml");
    operator.screenshot("state").assertAccessible().assertFitsNarrow().assertNoPageError();
    operator.open("/admin/outbox.xhtml").assertAccessible().assertFitsNarrow().assertNoPageError();
  }
}
