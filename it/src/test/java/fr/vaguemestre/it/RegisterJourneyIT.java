package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import fr.vaguemestre.it.bench.SamplePdf;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Registering in a hurry: without a mouse, and pressing twice. */
@Journey
class RegisterJourneyIT {
  private static final int FAR = 60;

  @Test
  void a_letter_is_registered_by_keyboard_alone(Browser clerk) {
    clerk.open("/login.xhtml");
    var page = clerk.page();
    to(page, "name");
    type(page, "courrier");
    to(page, "password");
    type(page, "demo");
    press(page, "Enter");
    page.waitForURL(url -> !url.contains("/login.xhtml"));
    page.waitForLoadState(LoadState.NETWORKIDLE);
    toLink(page, "/capture/register.xhtml");
    press(page, "Enter");
    page.waitForURL("**/capture/register.xhtml");
    drop(page, "clavier.pdf");

    to(page, "sender_input");
    type(page, "Quatresols");
    to(page, "subject");
    type(page, "Banc cassé, écrit sans souris");
    to(page, "type");
    type(page, "Salle");
    to(page, "unit_input");
    type(page, "direction des sports");
    page.locator("#unit_panel li:first-child:has-text('direction des sports')").waitFor();
    press(page, "ArrowDown");
    press(page, "Enter");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("#unit_input").inputValue()).contains("sports");
    clerk.screenshot("keyboard").assertAccessible();
    press(page, "Control+Enter");
    page.waitForURL(url -> url.contains("saved="));
    assertThat(page.locator(".note.done").innerText()).contains("Banc cassé, écrit sans souris");
  }

  @Test
  void pressing_twice_makes_one_letter(Browser clerk) {
    clerk.login("d.renaud").open("/capture/register.xhtml");
    var page = clerk.page();
    drop(page, "double.pdf");
    page.locator("#subject").fill("Pressé deux fois");
    page.locator("#type").selectOption("SALLE");
    page.locator("#why .note").waitFor();
    var again = page.context().newPage();
    again.navigate("/");
    var form =
        (String)
            page.evaluate(
                "new URLSearchParams([...new FormData(document.getElementById('entry')),"
                    + " ['save', 'save']]).toString()");
    page.locator("#save").click();
    page.waitForURL(url -> url.contains("saved="));
    var first = page.url();
    var second =
        (String)
            again.evaluate(
                "form => fetch('/capture/register.xhtml', {method: 'POST', body: form, headers:"
                    + " {'Content-Type': 'application/x-www-form-urlencoded'}}).then(a => a.url)",
                form);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void suggestions_that_come_late_do_not_lie_over_what_was_chosen(Browser clerk) {
    var page = clerk.login("courrier").open("/capture/register.xhtml?none=1").page();
    var late = new ArrayList<Route>();
    page.route(
        "**/capture/register.xhtml*",
        route -> {
          var asked = route.request().postData();
          if (asked != null && asked.contains("unit_query=direction+des+sp")) {
            late.add(route);
          } else {
            route.resume();
          }
        });
    page.locator("#unit_input").pressSequentially("direction des");
    page.locator("#unit_panel li").first().waitFor();
    page.locator("#unit_input").pressSequentially(" sports");
    page.waitForCondition(() -> !late.isEmpty());
    press(page, "ArrowDown");
    press(page, "Enter");
    late.forEach(Route::resume);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("#unit_input").inputValue()).contains("Direction");
    assertThat(page.locator("#unit_panel").isVisible()).isFalse();
  }

  /**
   * Drops a file and waits until it is the one in sight: the first of a queue comes by itself, for
   * another the page is asked.
   */
  private static void drop(Page page, String name) {
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload(name, "application/pdf", SamplePdf.ofPages("Un banc", 1)));
    try {
      page.waitForURL(
          url -> url.contains("upload="), new Page.WaitForURLOptions().setTimeout(10_000));
    } catch (TimeoutError queued) {
      page.navigate("/capture/register.xhtml");
    }
    page.getByText(name).first().waitFor();
  }

  private static void to(Page page, String id) {
    tab(page, "document.activeElement.id === '" + id + "'");
  }

  private static void toLink(Page page, String address) {
    tab(page, "document.activeElement.getAttribute('href') === '" + address + "'");
  }

  private static void tab(Page page, String there) {
    for (int i = 0; i < FAR; i++) {
      if ((Boolean) page.evaluate(there)) {
        return;
      }
      press(page, "Tab");
    }
    throw new AssertionError("never reached by Tab: " + there);
  }

  private static void type(Page page, String text) {
    page.keyboard().type(text);
  }

  private static void press(Page page, String key) {
    page.keyboard().press(key);
  }
}
