package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * ORG7: the platform's administrator creates towns, suspends and resumes them; nobody else does.
 */
@Journey
class TownsJourneyIT {
  private static final String PASSWORD = "Une-Ville-2026!";

  @Test
  void ORG7_a_town_is_created_on_screen_and_its_administrator_logs_in(
      Browser platform, Browser administrator) {
    var code = code();
    platform.login("exploitant").open("/admin/town.xhtml").screenshot("town");
    accessible(platform);
    fill(platform, code, "a.premier");
    platform.page().locator("#create").click();
    var secret = platform.page().locator("#secret").textContent();
    platform.assertAccessible();

    administrator.login("a.premier@" + code, secret).open("/admin/units.xhtml");
    assertThat(administrator.page().locator("main").textContent()).contains("Ville " + code);
    assertThat(status(administrator, "/admin/towns.xhtml")).isEqualTo(403);
    assertThat(status(administrator, "/admin/town.xhtml")).isEqualTo(403);
    platform.open("/admin/towns.xhtml").screenshot("towns").assertFitsNarrow().assertNoPageError();
    accessible(platform);
  }

  @Test
  void ORG7_a_code_taken_is_told_by_the_field_and_nothing_typed_is_lost(Browser platform) {
    var code = created("b.premier");
    platform.login("exploitant").open("/admin/town.xhtml");
    fill(platform, code, "b.second");
    platform.page().locator("#create").click();
    var field = platform.page().locator("#code-error");
    field.waitFor();
    assertThat(field.textContent()).contains(code);
    assertThat(platform.page().locator("#adminLogin").inputValue()).isEqualTo("b.second");
    assertThat(platform.page().locator("#name").inputValue()).isEqualTo("Ville " + code);
  }

  @Test
  void ORG7_a_town_s_administrator_never_administers_the_platform() {
    var code = created("c.premier");
    var administrator = Rest.as("c.premier@" + code, PASSWORD);
    assertThat(Rest.json(administrator.get("/v1/me")).getJsonArray("rights"))
        .extracting(right -> ((JsonString) right).getString())
        .contains("ADMIN_ORGANISATION")
        .doesNotContain("ADMIN_PLATFORM");
    assertThat(administrator.post("/v1/towns", town(code(), "x.premier")).statusCode())
        .isEqualTo(403);
    assertThat(Rest.as("admin").post("/v1/towns", town(code(), "x.premier")).statusCode())
        .as("the right on the platform is given by itself")
        .isEqualTo(403);
  }

  @Test
  void ORG7_nobody_enters_a_suspended_town_and_all_do_once_it_is_resumed(
      Browser platform, Browser inside, Browser late) {
    var code = created("d.premier");
    var login = "d.premier@" + code;
    inside.login(login, PASSWORD);
    assertThat(status(inside, "/admin/units.xhtml")).isEqualTo(200);
    assertThat(Rest.as(login, PASSWORD).get("/v1/me").statusCode()).isEqualTo(200);

    platform.login("exploitant").open("/admin/towns.xhtml");
    var row = platform.page().locator("[data-town='" + code + "']");
    row.locator("summary").click();
    row.locator("[id$=suspend]").click();
    platform.page().waitForLoadState(LoadState.NETWORKIDLE);

    inside.open("/admin/units.xhtml");
    assertThat(inside.page().url()).contains("/login.xhtml");
    late.login(login, PASSWORD);
    assertThat(late.page().locator("main").textContent()).contains("suspendue");
    var refused = Rest.as(login, PASSWORD).get("/v1/me");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(Rest.json(refused).getString("code")).isEqualTo("access.town-suspended");
    assertThat(Rest.json(Rest.as(login, "autre").get("/v1/me")).getString("code"))
        .as("only who knows the password is told")
        .isEqualTo("access.not-authenticated");

    platform.open("/admin/towns.xhtml");
    row.locator("[id$=resume]").click();
    platform.page().waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(Rest.as(login, PASSWORD).get("/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void ORG7_one_login_in_two_towns_enters_by_code_or_by_host_name(Browser browser) {
    var one = created("e.premier");
    var other = created("e.premier");
    for (var code : new String[] {one, other}) {
      var units = Rest.as("e.premier@" + code, PASSWORD).get("/v1/units");
      assertThat(units.body()).contains("Ville " + code);
    }
    assertThat(Rest.as("e.premier", PASSWORD).get("/v1/me").statusCode())
        .as("which of the two is not known")
        .isEqualTo(401);

    var base = RunningServer.baseUrl();
    browser.page().navigate("http://" + host(other) + ":" + base.getPort() + "/login.xhtml");
    browser.page().locator("#name").fill("e.premier");
    browser.page().locator("#password").fill(PASSWORD);
    browser.page().locator("#enter").click();
    browser.page().waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(browser.page().title()).contains("Ville " + other);
  }

  @Test
  void ORG7_the_platform_s_own_town_is_never_suspended(Browser platform) {
    platform.login("exploitant").open("/admin/towns.xhtml");
    var own = platform.page().locator("tr:has-text('Plate-forme')");
    assertThat(own.count()).isEqualTo(1);
    assertThat(own.locator("[id$=suspend]").count()).isZero();
  }

  private static void fill(Browser platform, String code, String login) {
    var page = platform.page();
    page.locator("#name").fill("Ville " + code);
    page.locator("#code").fill(code);
    page.locator("#hostName").fill(host(code) + ".example");
    page.locator("#adminFirstName").fill("Ada");
    page.locator("#adminLastName").fill("Premier");
    page.locator("#adminLogin").fill(login);
  }

  /** A new town; returns its code. */
  private static String created(String login) {
    var code = code();
    var answer = Rest.as("exploitant").post("/v1/towns", town(code, login));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(Rest.json(answer).isNull("password")).as("a password given is not told").isTrue();
    return code;
  }

  private static String town(String code, String login) {
    JsonObject town =
        Json.createObjectBuilder()
            .add("code", code)
            .add("name", "Ville " + code)
            .add("hostName", host(code))
            .add("adminLogin", login)
            .add("adminFirstName", "Ada")
            .add("adminLastName", "Premier")
            .add("password", PASSWORD)
            .build();
    return town.toString();
  }

  private static String code() {
    return "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  }

  private static String host(String code) {
    return code.toLowerCase(Locale.ROOT) + ".localhost";
  }

  private static int status(Browser somebody, String path) {
    return somebody.page().navigate(path).status();
  }

  private static void accessible(Browser somebody) {
    somebody.assertAccessible();
    somebody.page().setViewportSize(390, 900);
    somebody.assertAccessible();
    somebody.page().setViewportSize(1360, 900);
  }
}
