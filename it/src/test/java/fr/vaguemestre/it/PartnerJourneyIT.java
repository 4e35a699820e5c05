package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** API3: what partners' doors show on the screens. */
@Journey
class PartnerJourneyIT {
  private static final String KEY = "une-clef-bien-longue";

  @Test
  void API3_an_administrator_keeps_a_portals_key_and_removes_it(Browser administrator) {
    var town = ATown.founded("clef." + UUID.randomUUID().toString().substring(0, 6));
    var portal = APortal.full(town);
    var orig = UUID.randomUUID() + ".example.fr";
    var login = portal.login().replaceAll("@.*", "");
    assertThat(called(orig)).isEqualTo(403);
    var page =
        administrator
            .login(town.login(), ATown.PASSWORD)
            .open("/admin/client.xhtml?login=" + login)
            .assertAccessible()
            .page();
    page.locator("#orig").fill(orig);
    page.locator("#keep-key").click();
    page.locator("#key-error:has-text('clef convenue')").waitFor();
    page.locator("#key").fill(KEY);
    page.locator("#portalUrl").fill("https://demarches.example.fr/");
    page.locator("#keep-key").click();
    page.locator("text=est gardée").waitFor();
    assertThat(called(orig)).isEqualTo(200);
    administrator.open("/admin/client.xhtml?login=" + login).assertFitsNarrow();
    assertThat(page.content()).contains(orig).doesNotContain(KEY);
    page.locator("#removing-key summary").click();
    page.locator("#remove-key").click();
    page.locator("text=est retirée").waitFor();
    assertThat(called(orig)).isEqualTo(403);
    administrator.assertNoPageError();
  }

  @Test
  void API3_what_a_sender_asked_elsewhere_is_beside_their_letter(Browser agent) {
    var town = ATown.founded("vue." + UUID.randomUUID().toString().substring(0, 6));
    var answer =
        town.administrator()
            .post(
                "/v1/correspondence",
                List.of(
                    Rest.Part.json(
                        "metadata",
                        "{\"subject\":\"Cantine\",\"type\":\"DIVERS\",\"unit\":\"MAIRIE\",\"sender\":{\"lastName\":\"Histoire\",\"email\":\"h@example.fr\"}}"),
                    Rest.Part.file("file", "l.txt", "text/plain", "x".getBytes(UTF_8))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(
            APortal.of(town, "NOTIFY")
                .rest()
                .post(
                    "/lutece/rest/notificationstore/v3/notification",
                    """
                    {"notification":{"demand":{"id":"1","type_id":"108","reference":"CANT-1","status_id":11,"customer":{"customer_id":"c","email":"h@example.fr"}},
                     "backoffice":{"message":"m","status_text":"À l’étude"}}}""")
                .statusCode())
        .isEqualTo(201);
    var page =
        agent
            .login(town.login(), ATown.PASSWORD)
            .open("/correspondence/view.xhtml?id=" + json(answer).getInt("id"))
            .assertAccessible()
            .page();
    page.locator("#demands:has-text('CANT-1')").waitFor();
    assertThat(page.locator("#demands").innerText()).contains("À l’étude");
    agent.assertFitsNarrow().assertNoPageError();
  }

  /** The demo's portal tells for the mail office's unit; sports is no branch of it. */
  @Test
  void API3_what_other_branches_follow_is_not_beside_it(Browser office, Browser sports) {
    var email = UUID.randomUUID() + "@example.fr";
    var answer =
        Rest.as("courrier")
            .post(
                "/v1/correspondence",
                List.of(
                    Rest.Part.json(
                        "metadata",
                        "{\"subject\":\"Gymnase\",\"type\":\"SALLE\",\"unit\":\"EQS\",\"sender\":{\"lastName\":\"Mur\",\"email\":\"%s\"}}"
                            .formatted(email)),
                    Rest.Part.file("file", "l.txt", "text/plain", "x".getBytes(UTF_8))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var store = "/lutece/rest/notificationstore/v3";
    var customer = UUID.randomUUID().toString();
    assertThat(
            Rest.as("portail")
                .post(
                    store + "/notification",
                    "{\"notification\":{\"demand\":{\"id\":\"1\",\"type_id\":\"9\",\"customer\":{\"customer_id\":\"%s\",\"email\":\"%s\"}}}}"
                        .formatted(customer, email))
                .statusCode())
        .isEqualTo(201);
    var page = "/correspondence/view.xhtml?id=" + json(answer).getInt("id");
    office.login("courrier").open(page).page().locator("#demands").waitFor();
    assertThat(sports.login("h.clavier").open(page).page().locator("#demands").count()).isZero();
    Rest.as("portail").send(Rest.as("portail").request(store + "/demand/" + customer).DELETE());
  }

  private static int called(String orig) {
    return Rest.anonymous()
        .get(PublikIT.signed("/publik/api/formdefs/", orig, KEY, UUID.randomUUID().toString()))
        .statusCode();
  }
}
