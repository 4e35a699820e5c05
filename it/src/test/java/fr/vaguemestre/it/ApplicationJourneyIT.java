package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** API4: administrators open machine accounts; the secret is shown once and ends when told to. */
@Journey
class ApplicationJourneyIT {
  private static final String TYPES = "/v1/submissions/types";

  @Test
  void API4_a_secret_is_shown_once_and_a_new_one_or_the_closing_ends_it_at_once(
      Browser administrator) {
    var town = ATown.founded("app." + UUID.randomUUID().toString().substring(0, 6));
    var login = "portail.ville@" + town.code();
    var page =
        administrator
            .login(town.login(), ATown.PASSWORD)
            .open("/admin/clients.xhtml")
            .assertAccessible()
            .page();
    page.locator("a[href='/admin/client.xhtml']").click();
    page.locator("#label").fill("Portail de la ville");
    page.locator("#login").fill(town.login().replaceAll("@.*", ""));
    Browser.choose(page, "unit", "ville");
    page.locator("#types input").first().check();
    page.locator("#save").click();
    page.locator("#login-error:has-text('déjà pris')").waitFor();
    assertThat(page.locator("#label").inputValue()).isEqualTo("Portail de la ville");
    assertThat(page.locator("#types input").first().isChecked()).isTrue();
    page.locator("#login").fill("portail.ville");
    page.locator("#save").click();
    var first = secret(page);
    administrator.screenshot("secret").assertAccessible().assertFitsNarrow();
    assertThat(Rest.as(login, first).get(TYPES).statusCode()).isEqualTo(200);

    administrator.open("/admin/client.xhtml?login=portail.ville");
    assertThat(page.content()).doesNotContain(first);
    assertThat(page.locator("#types input").first().isChecked()).isTrue();
    page.locator("#scopes input").first().uncheck();
    page.locator("#lastDay_input").fill("31/12/2040");
    page.locator("#lastDay_input").press("Tab");
    page.locator("#save").click();
    page.locator("#clients:has-text('31 décembre 2040')").waitFor();
    administrator.screenshot("list").assertAccessible().assertFitsNarrow();
    assertThat(Rest.as(login, first).get(TYPES).statusCode()).isEqualTo(403);

    administrator.open("/admin/client.xhtml?login=portail.ville");
    page.locator("#rotating summary").click();
    page.locator("#rotate").click();
    var second = secret(page);
    assertThat(second).isNotEqualTo(first);
    assertThat(Rest.as(login, first).get(TYPES).statusCode()).isEqualTo(401);
    assertThat(Rest.as(login, second).get(TYPES).statusCode()).isEqualTo(403);

    page.locator("#closing summary").click();
    page.locator("#close").click();
    page.locator("#clients:has-text('Fermé')").waitFor();
    assertThat(Rest.as(login, second).get(TYPES).statusCode()).isEqualTo(401);
    assertThat(
            ATown.texts(
                "select action from journal_entry where action like '%_API_CLIENT' and tenant_id = "
                    + town.id()
                    + " order by at"))
        .containsExactly(
            "OPEN_API_CLIENT", "CHANGE_API_CLIENT", "ROTATE_API_CLIENT", "CLOSE_API_CLIENT");
    administrator.assertNoPageError();
  }

  @Test
  void API4_a_call_is_tried_and_nothing_is_done(Browser administrator) {
    var town = ATown.founded("essai." + UUID.randomUUID().toString().substring(0, 6));
    var portal = APortal.of(town, "SUBMIT");
    var page =
        administrator
            .login(town.login(), ATown.PASSWORD)
            .open("/admin/client.xhtml?login=" + portal.login().replaceAll("@.*", ""))
            .page();
    page.locator("#trialSecret").fill("faux");
    tried(page, "401 access.not-authenticated");
    assertThat(page.locator("#trialSecret").inputValue()).isEmpty();
    page.locator("#trialSecret").fill("demo");
    page.locator("#trialScope").selectOption("FOLLOW");
    tried(page, "403 access.scope-missing");
    page.locator("#trialScope").selectOption("SUBMIT");
    page.locator("#trialType").selectOption("DIVERS");
    tried(page, "200");
    administrator.screenshot("trial").assertAccessible().assertFitsNarrow();
    page.locator("#trialAddress").fill("chez nous");
    page.locator("#attempt").click();
    page.locator("#trialAddress-error .error").waitFor();
    portal.change(
        "update api_client set networks = '192.0.2.0/24', expires_at = now() + interval '9 days' where tenant_id = (select tenant_id from me) and id = (select id from me)");
    page.locator("#trialAddress").fill("198.51.100.7");
    tried(page, "403 access.address-not-allowed");
    page.locator("#trialAddress").fill("192.0.2.7");
    tried(page, "200");
    assertThat(ATown.number("select count(*) from correspondence where tenant_id = " + town.id()))
        .isZero();
    administrator.open("/admin/clients.xhtml");
    assertThat(page.locator("#ending").innerText()).contains("Portail");
    administrator.assertAccessible().assertNoPageError();
  }

  private static void tried(Page page, String outcome) {
    page.locator("#attempt").click();
    page.locator("#outcome:has-text('" + outcome + "')").waitFor();
  }

  private static String secret(Page page) {
    var secret = page.locator("#secret");
    secret.waitFor();
    return secret.innerText();
  }
}
