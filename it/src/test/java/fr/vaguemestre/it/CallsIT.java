package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** API4: machine accounts call as much and from where they may; each call is noted. */
@Journey
class CallsIT {
  private static final String TYPES = "/v1/submissions/types";
  private static ATown town;

  @BeforeAll
  static void a_town() {
    town = ATown.founded("calls." + UUID.randomUUID().toString().substring(0, 6));
  }

  @Test
  void API4_beyond_its_number_an_account_is_told_to_wait() {
    var portal = APortal.full(town);
    portal.change("update api_client set calls_per_minute = 3 where id = (select id from me)");
    var refused =
        java.util.stream.IntStream.range(0, 10)
            .mapToObj(i -> portal.rest().get(TYPES))
            .filter(answer -> answer.statusCode() == 429)
            .toList();
    assertThat(refused).isNotEmpty();
    var last = refused.getLast();
    assertThat(json(last).getString("code")).isEqualTo("access.too-many-calls");
    assertThat(Integer.parseInt(last.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 60);
    assertThat(town.administrator().get("/v1/me").statusCode()).isEqualTo(200);
    portal.noted(10);
    assertThat(one(portal, "sum(calls) filter (where status = 429)", "api_call_hour"))
        .isEqualTo(Integer.toString(refused.size()));
    assertThat(one(portal, "count(*)", "api_call where status = 429 and true"))
        .as("too many are counted, not listed")
        .isEqualTo("0");
  }

  @Test
  void API4_an_account_calls_from_its_networks_alone() {
    var elsewhere = APortal.full(town);
    elsewhere.change(
        "update api_client set networks = '192.0.2.0/24' where id = (select id from me)");
    var answer = elsewhere.rest().get(TYPES);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).getString("code")).isEqualTo("access.address-not-allowed");
    var here = APortal.full(town);
    here.change(
        "update api_client set networks = '127.0.0.0/8, ::1' where id = (select id from me)");
    assertThat(here.rest().get(TYPES).statusCode()).isEqualTo(200);
  }

  @Test
  void API4_each_call_is_noted_without_what_was_in_its_address() {
    var portal = APortal.full(town);
    portal.rest().get(TYPES);
    portal.rest().get("/v1/submissions/by-code/K7QM-2VXP-9RTA");
    portal.rest().get("/v1/me");
    portal.rest().get("/v1/nothing/K7QM");
    assertThat(portal.noted(4))
        .containsExactlyInAnyOrder(
            "GET /v1/submissions/types 200",
            "GET /v1/submissions/by-code/{code} 404 platform.not-found",
            "GET /v1/me 403 access.not-for-machine-accounts",
            "GET ? 404 platform.not-found");
  }

  @Test
  void API4_administrators_see_calls_and_errors(Browser administrator) {
    var portal = APortal.full(town);
    portal.rest().get(TYPES);
    portal.rest().get("/v1/me");
    portal.noted(2);
    assertThat(Rest.as(portal.login(), "faux").get(TYPES).statusCode()).isEqualTo(401);
    var page = administrator.login(town.login(), ATown.PASSWORD).open("/admin/calls.xhtml").page();
    administrator.screenshot("overview").assertAccessible().assertFitsNarrow();
    var name = portal.login().replaceAll("@.*", "");
    var row = page.locator("#clients tr:has(a[href*='" + name + "'])");
    assertThat(row.locator("td").allInnerTexts().subList(1, 6))
        .as("calls, refused, too many, failed, wrong secret")
        .containsExactly("2", "1", "0", "0", "1");
    page.locator("#clients a[href*='" + name + "']").click();
    page.locator("#routes:has-text('/v1/submissions/types')").waitFor();
    administrator.screenshot("account").assertAccessible().assertFitsNarrow();
    page.locator("#errors").click();
    page.locator("#every").waitFor();
    page.waitForLoadState();
    assertThat(page.locator("#calls tbody tr").count()).isEqualTo(1);
    assertThat(page.locator("#calls").innerText())
        .contains("GET /v1/me", "403", "access.not-for-machine-accounts");
    administrator.open("/admin/client.xhtml?login=" + name);
    page.locator("#networks").fill("partout");
    page.locator("#save").click();
    page.locator("#networks-error:has-text('partout')").waitFor();
    administrator.assertNoPageError();
  }

  private static String one(APortal portal, String what, String table) {
    return ATown.texts(
            "select coalesce(%s, 0) from %s %s client_id = %s"
                .formatted(what, table, table.contains("where") ? "and" : "where", portal.id()))
        .getFirst();
  }
}
