package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.RequestOptions;
import org.junit.jupiter.api.Test;

/**
 * ORG6 on screen: an open form keeps the others out; leaving it lets them in; one can take over.
 */
@Journey
class ReservationJourneyIT {
  @Test
  void ORG6_an_open_form_reserves_and_a_take_over_is_told(Browser assistant, Browser director) {
    assistant.withViewer().login("assistante").open("/basket/list.xhtml?basket=TO_PROCESS");
    var letter = assistant.page().locator(".rows a.row").first().getAttribute("data-open-href");
    var id = letter.replaceAll("\\D+", "");
    assistant.open(letter + "&do=redirect");
    assertThat(assistant.page().locator("#act").count()).isOne();

    director.withViewer().login("p.merle").open(letter + "&do=redirect");
    var page = director.page();
    assertThat(page.locator(".doing").innerText()).contains("Amélie Lantier");
    assertThat(page.locator("#act").count()).isZero();
    director.screenshot("reserved").assertAccessible().assertFitsNarrow();
    director.open("/basket/list.xhtml?basket=TO_PROCESS&letter=" + id);
    assertThat(page.locator(".rows").innerText()).contains("Réservé par Amélie Lantier");
    director.screenshot("list").assertAccessible();

    assistant.open(letter);
    director.open(letter + "&do=redirect");
    assertThat(page.locator("#act").count()).as("the form was left").isOne();
    director.open(letter);

    assistant.open(letter + "&do=redirect");
    director.open(letter + "&do=redirect");
    page.locator("#takeOver").click();
    page.locator("#act").waitFor();
    Browser.choose(assistant.page(), "to", "faivre");
    assistant.page().locator("#reason").fill("Trop tard.");
    assistant.page().locator("#go").click();
    assistant.page().locator(".summary").waitFor();
    assertThat(assistant.page().locator(".summary").innerText()).contains("Paul Merle");
    assertThat(assistant.page().locator("#reason").inputValue()).isEqualTo("Trop tard.");
    assistant.screenshot("taken").assertAccessible();
    Browser.choose(page, "to", "faivre");
    page.locator("#go").click();
    page.waitForURL(url -> !url.contains("do="));
    director.open(letter + "&panel=history");
    assertThat(page.locator(".events").innerText())
        .contains("a repris la main sur le courrier, réservé par Amélie Lantier");
    director.assertNoPageError();
    assistant.assertNoPageError();
  }

  @Test
  void ORG6_a_late_sign_of_life_does_not_reserve_what_was_done(
      Browser assistant, Browser director) {
    var letter = "/correspondence/view.xhtml?id=" + ReservationIT.register().replaceAll(".*/", "");
    var page = assistant.login("assistante").page();
    assistant.open(letter + "&do=copy");
    var alive = page.locator("[data-hold]").getAttribute("data-hold");
    Browser.choose(page, "to", "faivre");
    page.locator("#go").click();
    page.waitForURL(url -> !url.contains("do="));
    var late =
        page.request().post(alive, RequestOptions.create().setHeader("X-Requested-With", "fetch"));
    assertThat(late.status()).isEqualTo(204);

    director.withViewer().login("p.merle").open(letter + "&do=redirect");
    assertThat(director.page().locator("#act").count()).isOne();
  }
}
