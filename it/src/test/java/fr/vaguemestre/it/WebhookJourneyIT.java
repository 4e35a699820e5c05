package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** API1: the portal is called back when its request changes; what is lost is told again. */
@Journey
class WebhookJourneyIT {
  private ATown town;
  private APortal portal;
  private Listener listener;

  @BeforeEach
  void a_portal_that_listens() throws IOException {
    town = ATown.founded("hook." + UUID.randomUUID().toString().substring(0, 6));
    portal = APortal.full(town);
    listener = new Listener();
  }

  @AfterEach
  void stop() {
    listener.close();
  }

  @Test
  void API1_a_change_is_told_signed_and_what_failed_is_told_again(Browser administrator)
      throws Exception {
    var page = administrator.login(town.login(), ATown.PASSWORD).open(address()).page();
    administrator.assertAccessible().assertFitsNarrow();
    page.locator("#address").fill("https://10.0.0.1/rappel");
    page.locator("#save").click();
    page.locator("#address-error:has-text('machine interne')").waitFor();
    page.locator("#address").fill(listener.address());
    page.locator("#save").click();
    page.locator("#secret").waitFor();
    var secret = page.locator("#secret").innerText();
    assertThat(secret).startsWith("whsec_");
    administrator.screenshot("secret").assertAccessible().assertFitsNarrow();

    var receipt = submitted("Banc");
    assertThat(listener.hearsMore(5)).as("nothing has changed yet").isFalse();
    listener.answering(500);
    qualified(receipt);
    var first = listener.next();
    assertThat(status("last_status")).isEqualTo("500");
    listener.answering(204);
    assertThat(first.json().getString("type")).isEqualTo("submission.state-changed");
    var data = first.json().getJsonObject("data");
    assertThat(data.getInt("submission")).isEqualTo(receipt.getInt("id"));
    assertThat(data.getString("trackingCode")).isEqualTo(receipt.getString("trackingCode"));
    assertThat(data.getJsonObject("status").getString("label"))
        .isEqualTo(
            json(portal.rest().get("/v1/submissions/" + receipt.getInt("id")))
                .getJsonObject("status")
                .getString("label"));
    assertThat(first.body()).doesNotContain("Banc", "Quatresols");
    assertThat(verifiedByTheExampleOfTheDocs(first, secret)).isTrue();
    assertThat(verifiedByTheExampleOfTheDocs(first, "whsec_AAAA")).isFalse();

    var again = listener.next();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.body()).isEqualTo(first.body());
    until(town, "DELIVERED");
    administrator.open(address());
    page.locator("#calls:has-text('Reçu')").waitFor();
    administrator.screenshot("delivered").assertAccessible().assertFitsNarrow();
    page.locator("#calls button, #calls input[type=submit]").first().click();
    assertThat(listener.next().id()).isEqualTo(first.id());

    rotated(page, secret, first.id());
    assertThat(
            ATown.texts(
                "select action from journal_entry where action like '%_WEBHOOK' and tenant_id = "
                    + town.id()
                    + " order by at"))
        .containsExactly("OPEN_WEBHOOK", "REPLAY_WEBHOOK", "ROTATE_WEBHOOK", "TEST_WEBHOOK");
    administrator.assertNoPageError();
  }

  @Test
  void API1_a_redirect_is_a_failure_and_gone_ends_the_calls(Browser administrator) {
    var page = administrator.login(town.login(), ATown.PASSWORD).open(address()).page();
    page.locator("#address").fill(listener.address());
    page.locator("#save").click();
    page.locator("#secret").waitFor();
    listener.answering(302);
    page.locator("#test").click();
    var test = listener.next();
    assertThat(test.json().getString("type")).isEqualTo("test");
    assertThat(status("last_status")).isEqualTo("302");
    listener.answering(410);
    assertThat(listener.next().id()).isEqualTo(test.id());
    until(town, "LOST");
    administrator.open(address());
    assertThat(page.locator("#active").isChecked()).isFalse();
    qualified(submitted("Après"));
    assertThat(listener.hearsMore(6)).isFalse();
  }

  @Test
  void O8_an_administrator_reads_no_number_of_a_letter_they_do_not_see(Browser administrator) {
    var page = administrator.login(town.login(), ATown.PASSWORD).open(address()).page();
    page.locator("#address").fill(listener.address());
    page.locator("#save").click();
    page.locator("#secret").waitFor();
    var receipt = submitted("Tu");
    qualified(receipt);
    listener.next();
    until(town, "DELIVERED");
    var letter =
        ATown.number("select correspondence_id from submission where id = " + receipt.getInt("id"));
    var chrono = ATown.texts("select chrono from correspondence where id = " + letter).getFirst();
    administrator.open(address());
    assertThat(page.locator("#calls").innerText()).contains(chrono, "Reçu");
    ATown.change("delete from correspondence_audience where correspondence_id = " + letter);
    administrator.open(address());
    assertThat(page.locator("#calls").innerText()).contains("Reçu").doesNotContain(chrono);
  }

  /** Both secrets sign for a day. */
  private void rotated(Page page, String secret, String before) throws Exception {
    page.locator("#rotating summary").click();
    page.locator("#rotate").click();
    page.locator("#secret").waitFor();
    var second = page.locator("#secret").innerText();
    assertThat(second).isNotEqualTo(secret);
    page.locator("#test").click();
    var test = listener.next();
    assertThat(test.id()).isNotEqualTo(before);
    assertThat(verifiedByTheExampleOfTheDocs(test, secret)).isTrue();
    assertThat(verifiedByTheExampleOfTheDocs(test, second)).isTrue();
  }

  private String address() {
    return "/admin/webhook.xhtml?login=" + portal.login().replaceAll("@.*", "");
  }

  private static void until(ATown town, String status) {
    var wanted =
        "select count(*) from webhook_delivery where tenant_id = %d and status = '%s'"
            .formatted(town.id(), status);
    for (int left = 300; ATown.number(wanted) == 0; left--) {
      assertThat(left).as("no delivery is " + status).isPositive();
      ATown.pause(200);
    }
  }

  private String status(String column) {
    var wanted =
        "select %s from webhook_delivery where tenant_id = %d and attempts > 0"
            .formatted(column, town.id());
    for (int left = 100; ATown.texts(wanted).isEmpty(); left--) {
      assertThat(left).isPositive();
      ATown.pause(200);
    }
    return ATown.texts(wanted).getFirst();
  }

  private JsonObject submitted(String subject) {
    return json(
        portal
            .rest()
            .post(
                "/v1/submissions",
                """
                {"type":"DIVERS","subject":"%s","text":"Bonjour.","person":{"firstName":"Geneviève","lastName":"Quatresols",
                 "email":"g.q@example.fr","postalAddress":{"street":"1 rue","postcode":"25300","city":"Pontarlieu"}}}\
                """
                    .formatted(subject)));
  }

  private void qualified(JsonObject receipt) {
    var letter =
        "/v1/correspondence/"
            + ATown.number(
                "select correspondence_id from submission where id = " + receipt.getInt("id"));
    var tag = town.administrator().get(letter).headers().firstValue("ETag").orElseThrow();
    var answer =
        town.administrator()
            .post(
                letter + "/actions/qualify",
                "{\"subject\":\"Qualifiée\",\"type\":\"DIVERS\",\"unit\":\"MAIRIE\"}",
                "If-Match",
                tag);
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 204);
  }

  /** Runs the integrators' manual: its example, on what came. */
  private static boolean verifiedByTheExampleOfTheDocs(Listener.Heard heard, String secret)
      throws Exception {
    var manual = Files.readString(Path.of("../docs/integrators/webhooks.md"));
    var example = Pattern.compile("```js\n(.*?)```", Pattern.DOTALL).matcher(manual);
    assertThat(example.find()).isTrue();
    var headers = jakarta.json.Json.createObjectBuilder();
    heard.headers().forEach(headers::add);
    var program =
        example.group(1)
            + "\nconst body = require('node:fs').readFileSync(0);\nconsole.log(verified("
            + headers.build()
            + ", body, '"
            + secret
            + "'));";
    var process = new ProcessBuilder("node", "-e", program).redirectErrorStream(true).start();
    try (var in = process.getOutputStream()) {
      in.write(heard.body().getBytes(StandardCharsets.UTF_8));
    }
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(said).isIn("true", "false");
    return said.equals("true");
  }
}
