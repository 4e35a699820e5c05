package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import jakarta.json.Json;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * ORG4, CIR3: an administrator makes a basket and sees what it would hold; an assistant works
 * through it, many letters at once.
 */
@Journey
class BasketJourneyIT {
  private static final String CODE = "ROOMS_" + System.nanoTime() % 1_000_000;
  private static final Rest CLERK = Rest.as("courrier");
  private static final Pattern HELD = Pattern.compile("Courriers retenus : (\\d+)");

  @Test
  void org4_a_basket_is_made_previewed_seen_and_worked_through(
      Browser administrator, Browser assistant) {
    var subject = "Salle " + System.nanoTime();
    var letters =
        List.of(
            register(subject + " un"), register(subject + " deux"), register(subject + " trois"));

    var held = makeBasket(administrator);
    assertThat(held).isGreaterThanOrEqualTo(0);

    var page = assistant.login("assistante").page();
    assistant.open("/basket/list.xhtml?basket=" + CODE);
    assertThat(page.locator("h1").innerText()).contains("Salles à traiter");
    assertThat(page.locator(".rail").innerText()).contains("Salles à traiter");
    assertThat(page.locator(".row.unread .subject").allInnerTexts().toString()).contains(subject);
    assistant.screenshot("list").assertAccessible().assertFitsNarrow();

    for (var words : List.of("un", "deux", "trois")) {
      page.locator("a.row", new Page.LocatorOptions().setHasText(subject + " " + words)).focus();
      page.keyboard().press("x");
    }
    var act = page.locator("[data-picked]");
    assertThat(act.innerText()).isEqualTo("Agir sur 3…");
    act.click();
    page.waitForURL("**/basket/bulk.xhtml**");
    assistant.screenshot("choose").assertAccessible().assertFitsNarrow();
    page.getByText("Rediriger").first().click();
    page.waitForURL("**deed=redirect**");
    note(letters.get(1));
    Browser.choose(page, "to", "quipements sportifs");
    page.locator("#reason").fill("Pour suite à donner");
    assistant.screenshot("redirect").assertAccessible();
    page.locator("#go").click();
    page.waitForURL("**/basket/bulk-run.xhtml**");
    page.locator("#run:not([data-poll])").waitFor(new Locator.WaitForOptions().setTimeout(30_000));
    assistant.screenshot("results").assertAccessible().assertFitsNarrow();
    assertThat(page.locator("#run").innerText())
        .contains("3 courriers traités sur 3", "2 faits", "un refusé");
    assertThat(
            page.locator(".results-of li", new Page.LocatorOptions().setHasText(subject + " deux"))
                .innerText())
        .contains("Refusé", "Modifié entre-temps");
    assertThat(
            page.locator(".results-of li", new Page.LocatorOptions().setHasText(subject + " un"))
                .innerText())
        .contains("Fait");

    followAndTag(assistant, letters.get(1), subject + " deux");
    assistant.assertNoPageError();
  }

  @Test
  void org4_a_rule_that_lacks_something_is_said_by_the_rule_and_nothing_is_lost(
      Browser administrator) {
    var page = administrator.login("admin").page();
    administrator.open("/admin/basket.xhtml");
    page.locator("#label").fill("À moitié");
    page.locator("#code").fill("HALF");
    criterion(page, 1).selectOption("STATE");
    page.locator("#seen-count", new Page.LocatorOptions().setHasText("avec quoi comparer"))
        .waitFor();
    page.locator("#save").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("#rule-part .error").innerText()).contains("avec quoi comparer");
    assertThat(page.locator("#label").inputValue()).isEqualTo("À moitié");
    assertThat(criterion(page, 1).inputValue()).isEqualTo("STATE");
    administrator.screenshot("refused").assertAccessible().assertFitsNarrow().assertNoPageError();
  }

  @Test
  void org4_baskets_are_made_by_those_who_have_the_right(Browser agent) {
    agent.login("agent");
    assertThat(agent.page().navigate("/admin/baskets.xhtml").status()).isEqualTo(403);
    assertThat(agent.page().navigate("/admin/basket.xhtml").status()).isEqualTo(403);
  }

  private static long makeBasket(Browser administrator) {
    var page = administrator.login("admin").page();
    administrator
        .open("/admin/baskets.xhtml")
        .screenshot("baskets")
        .assertAccessible()
        .assertFitsNarrow();
    administrator.open("/admin/basket.xhtml");
    page.locator("#label").fill("Salles à traiter");
    page.locator("#code").fill(CODE);
    page.getByText("Ajouter une condition").first().click();
    criterion(page, 2).waitFor();
    criterion(page, 2).selectOption("TYPE");
    page.locator(".choices label", new Page.LocatorOptions().setHasText("salle")).first().click();
    page.getByText("Ajouter un groupe").first().click();
    criterion(page, 4).waitFor();
    criterion(page, 4).selectOption("DUE_WITHIN");
    var days = page.locator("[id='rows:4:days']");
    days.waitFor();
    days.fill("365");
    days.blur();
    Browser.choose(page, "agent", "Lantier");
    var seen = page.locator("#seen-count", new Page.LocatorOptions().setHasText(HELD));
    seen.waitFor();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    var matched = HELD.matcher(page.locator("#seen-count").innerText());
    assertThat(matched.find()).isTrue();
    administrator.screenshot("maker").assertAccessible().assertFitsNarrow();
    page.locator("#save").click();
    page.waitForURL("**/admin/baskets.xhtml");
    assertThat(page.locator("table").innerText()).contains("Salles à traiter", CODE);
    administrator.open("/admin/basket.xhtml?code=" + CODE);
    assertThat(criterion(page, 4).inputValue()).isEqualTo("DUE_WITHIN");
    assertThat(page.locator("[id='rows:4:days']").inputValue()).isEqualTo("365");
    administrator.assertNoPageError();
    return Long.parseLong(matched.group(1));
  }

  private static void followAndTag(Browser assistant, String letter, String subject) {
    var page = assistant.page();
    assistant.open("/correspondence/view.xhtml?id=" + letter);
    page.locator("#follow").click();
    page.locator("#unfollow").waitFor();
    page.locator("#tag_input").fill("Gymnase");
    page.locator("#addTag").click();
    page.locator(".tags .tag").waitFor();
    assistant.screenshot("letter").assertAccessible().assertFitsNarrow();
    assistant.open("/basket/list.xhtml?basket=FOLLOWED");
    var row = page.locator("a.row", new Page.LocatorOptions().setHasText(subject));
    assertThat(row.innerText()).contains("Gymnase");
    assertThat(row.getAttribute("class")).doesNotContain("unread");
  }

  private static Locator criterion(Page page, int row) {
    return page.locator("[id='rows:" + row + ":criterion']");
  }

  private static String register(String subject) {
    var metadata =
        Json.createObjectBuilder()
            .add("subject", subject)
            .add("type", "SALLE")
            .add("unit", "DSP")
            .build();
    var answer =
        CLERK.post("/v1/correspondence", List.of(Rest.Part.json("metadata", metadata.toString())));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Integer.toString(Rest.json(answer).getInt("id"));
  }

  private static void note(String letter) {
    var address = "/v1/correspondence/" + letter;
    var tag = CLERK.get(address).headers().firstValue("ETag").orElseThrow();
    assertThat(
            CLERK
                .post(address + "/actions/note", "{\"body\":\"Vu au guichet\"}", "If-Match", tag)
                .statusCode())
        .isEqualTo(200);
  }
}
