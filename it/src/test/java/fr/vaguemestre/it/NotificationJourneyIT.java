package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/**
 * Who is told what (CIR7), by the bell, by programs and by mail, and no more than they see (O8).
 */
@Journey
class NotificationJourneyIT {
  private static final Rest DGA = Rest.as("dga");
  private static final String VISITED = "Va et vient " + Instant.now();
  private static final Rest ROADS = Rest.as("autre");

  @Test
  void CIR7_the_bell_rings_without_a_reload_and_the_letter_once_opened_is_read(Browser roads) {
    ROADS.post("/v1/notifications/read", "");
    var page = roads.login("autre").page();
    assertThat(page.locator("#bell .n").isVisible()).isFalse();
    var letter = ALetter.registered("Sonnette au carrefour", "PVL");
    act(DGA, letter, "request-task", "{\"unit\":\"VOI\",\"question\":\"Quand ?\"}");
    page.waitForCondition(
        () -> page.locator("#bell .n").innerText().equals("1"),
        new Page.WaitForConditionOptions().setTimeout(90_000));
    roads.screenshot("bell").assertAccessible();
    page.locator("#bell").click();
    page.waitForURL("**/notification/list.xhtml");
    roads.screenshot("notifications").assertAccessible().assertFitsNarrow();
    var first = page.locator("#notifications li").first();
    assertThat(first.innerText())
        .contains("Sonnette au carrefour", "Votre réponse est attendue", "Nancy Roche", "Non lue");
    first.locator("a").click();
    page.locator("h1").waitFor();
    roads.open("/notification/list.xhtml");
    assertThat(page.locator("#notifications li").first().innerText()).doesNotContain("Non lue");
    assertThat(page.locator("#bell .n").isVisible()).isFalse();

    roads.open("/account/account.xhtml").screenshot("account-notifications").assertAccessible();
    roads.assertFitsNarrow();
    page.locator("[id='wishes:2:byMail']").selectOption("DIGEST");
    page.locator("#keepWishes").click();
    page.locator("#messages li").waitFor();
    assertThat(page.locator("[id='wishes:2:byMail']").inputValue()).isEqualTo("DIGEST");
    page.locator("[id='wishes:2:byMail']").selectOption("NO");
    page.locator("#keepWishes").click();
    page.locator("#messages li").waitFor();
  }

  @Test
  void CIR7_the_server_rings_the_bell_at_once_where_nothing_asks(Browser roads) {
    ROADS.post("/v1/notifications/read", "");
    var page = roads.login("autre").page();
    line(page);
    page.route("**/notification/count", Route::abort);
    var letter = ALetter.registered("Sonnette sans question", "PVL");
    act(DGA, letter, "request-task", "{\"unit\":\"VOI\",\"question\":\"Quand ?\"}");
    page.waitForCondition(
        () -> page.locator("#bell .n").innerText().equals("1"),
        new Page.WaitForConditionOptions().setTimeout(90_000));
    assertThat(page.locator("#bell").getAttribute("aria-label")).contains("1");
    assertThat(page.locator("#bell-said").innerText()).contains("1");
    ROADS.post("/v1/notifications/read", "");
  }

  @Test
  void CIR7_a_line_needs_a_pass_and_falls_when_its_login_ends(Browser roads) {
    var page = roads.login("autre").page();
    line(page);
    assertThat(closedWith(page, "made-up")).as("try again later").isEqualTo(1013);
    page.evaluate(
        """
        async () => {
          const pass = (await fetch('/notification/count')).headers.get('Bell-Pass');
          window.fell = new Promise(done => {
            const line = new WebSocket(location.origin.replace('http', 'ws') + '/notification/bell?pass=' + pass);
            line.onmessage = () => { window.open = true; };
            line.onclose = () => done(true);
          });
        }""");
    page.waitForFunction("() => window.open === true");
    var leaving = page.context().newPage();
    leaving.navigate("/");
    leaving.locator("header.top details.menu").last().click();
    leaving.locator("button[id$='logout']").click();
    leaving.waitForURL("**/login.xhtml*");
    assertThat(page.evaluate("() => window.fell")).isEqualTo(true);
  }

  private static void line(Page page) {
    page.locator("#bell[data-rung]").waitFor();
  }

  /** The code with which the server ends a line opened with this pass. */
  private static Object closedWith(Page page, String pass) {
    return page.evaluate(
        """
        pass => new Promise(done => {
          const line = new WebSocket(location.origin.replace('http', 'ws') + '/notification/bell?pass=' + pass);
          line.onclose = end => done(end.code);
        })""",
        pass);
  }

  @Test
  void CIR7_the_account_page_says_why_no_mail_can_come(Browser agent) {
    var town = ATown.founded("muet." + UUID.randomUUID().toString().substring(0, 6));
    var page = agent.login(town.login(), ATown.PASSWORD).open("/account/account.xhtml").page();
    assertThat(page.locator("#wishes-form .note").innerText())
        .contains("votre collectivité n’a pas d’adresse électronique");
    agent.screenshot("no-mail").assertAccessible().assertFitsNarrow();
    ATown.change("update tenant set email = 'mairie@exemple.fr' where id = " + town.id());
    agent.open("/account/account.xhtml");
    assertThat(page.locator("#wishes-form .note").innerText())
        .contains("votre compte n’a pas d’adresse électronique");
    ATown.change("update agent set email = 'ada@exemple.fr' where tenant_id = " + town.id());
    agent.open("/account/account.xhtml");
    assertThat(page.locator("#wishes-form .note").count()).isZero();
  }

  @Test
  void O8_what_one_was_told_goes_when_the_letter_is_seen_no_more() {
    var letter = ALetter.registered("Vue retirée", "PVL");
    act(DGA, letter, "request-task", "{\"unit\":\"VOI\",\"question\":\"Quand ?\"}");
    until(() -> told(ROADS).contains("Vue retirée"));
    var task =
        Rest.json(DGA.get(letter + "/tasks"))
            .getJsonArray("items")
            .getJsonObject(0)
            .getJsonNumber("id");
    act(DGA, letter, "withdraw-task", "{\"task\":" + task + "}");
    assertThat(told(ROADS)).doesNotContain("Vue retirée");
  }

  @Test
  void CIR7_each_entry_into_a_basket_is_told_and_a_follower_of_every_move() {
    var letter = ALetter.registered(VISITED, "EQS");
    until(() -> count(Rest.as("agent"), VISITED, "NEW") == 1);
    ATown.change(
        """
        insert into correspondence_follow (tenant_id, agent_id, correspondence_id, since)
          select c.tenant_id, a.id, c.id, now() from correspondence c, agent a
           where c.id = %s and a.tenant_id = c.tenant_id and a.login = 'dga'
        """
            .formatted(letter.substring(letter.lastIndexOf('/') + 1)));
    act(Rest.as("h.clavier"), letter, "redirect", "{\"unit\":\"VSP\"}");
    until(() -> count(Rest.as("y.marchal"), VISITED, "NEW") == 1);
    act(Rest.as("p.merle"), letter, "redirect", "{\"unit\":\"EQS\"}");
    until(() -> count(Rest.as("agent"), VISITED, "NEW") == 2);
    until(() -> count(DGA, VISITED, "MOVED") == 1);
    assertThat(count(Rest.as("p.merle"), VISITED, "COPIED"))
        .as("in copy by the unit's list")
        .isEqualTo(1);
  }

  @Test
  void CIR7_many_letters_at_once_make_one_mail() {
    ATown.change(
        """
        insert into notification_wish (tenant_id, agent_id, reason, by_mail)
          select tenant_id, id, 'NEW', 'NOW' from agent where login = 'g.roussel' on conflict do nothing
        """);
    var before = mails();
    try {
      for (int i = 0; i < 20; i++) {
        ALetter.registered("Arbre tombé numéro " + i, "EVE");
      }
      until(() -> mails() > before);
      assertThat(mails()).isEqualTo(before + 1);
      assertThat(
              ATown.number(
                  "select count(*) from notification n join agent a on a.tenant_id = n.tenant_id and a.id = n.agent_id"
                      + " where a.login = 'g.roussel' and n.mail_id is not null"))
          .isEqualTo(20);
      until(() -> ATown.number("select count(*) from intention where kind = 'NOTIFY'") == 0);
    } finally {
      ATown.change("delete from notification_wish where reason = 'NEW'");
    }
  }

  private static long mails() {
    return ATown.number(
        "select count(*) from notification_mail m join agent a on a.tenant_id = m.tenant_id and a.id = m.agent_id"
            + " where a.login = 'g.roussel'");
  }

  private static String told(Rest rest) {
    return rest.get("/v1/notifications").body();
  }

  private static long count(Rest rest, String subject, String reason) {
    return Rest.json(rest.get("/v1/notifications")).getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(n -> n.getString("subject").equals(subject))
        .filter(n -> n.getString("reason").equals(reason))
        .count();
  }

  private static void until(BooleanSupplier wanted) {
    var end = Instant.now().plus(Duration.ofMinutes(2));
    while (!wanted.getAsBoolean()) {
      assertThat(Instant.now()).as("what is awaited comes").isBefore(end);
      ATown.pause(200);
    }
  }

  private static void act(Rest rest, String letter, String action, String body) {
    var answer = rest.post(letter + "/actions/" + action, body, "If-Match", tag(rest.get(letter)));
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 204);
  }

  private static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }
}
