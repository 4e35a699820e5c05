package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import fr.vaguemestre.it.bench.SamplePdf;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A letter of several directions: split by the DGA, answered by the units, gathered, sent (O12).
 */
@Journey
class TaskJourneyIT {
  private static final String SUBJECT = "Fête des lacs : son, barrières et éclairage";

  @Test
  void O12_from_the_basket_of_the_dga_to_the_sent_letter(
      Browser dga, Browser sports, Browser roads, Browser director, Browser mayor) {
    var id = register(SUBJECT);
    var letter = "/correspondence/view.xhtml?id=" + id;
    var page = dga.login("dga").page();
    dga.line("TO_PROCESS", SUBJECT);
    split(dga, letter);

    var asked = sports.login("agent").page();
    sports.open("/basket/list.xhtml?basket=TASKS_TO_DO").screenshot("tasks-to-do");
    assertThat(asked.locator(".rows").innerText()).contains(SUBJECT);
    answer(sports, letter);
    sports.open("/basket/list.xhtml?basket=TASKS_TO_DO");
    assertThat(asked.locator("main").innerText()).doesNotContain(SUBJECT);

    dga.open("/basket/list.xhtml?basket=TASKS_AWAITED");
    assertThat(page.locator(".rows").innerText()).contains(SUBJECT);
    dga.open(letter).screenshot("tasks").assertAccessible().assertFitsNarrow();
    assertThat(page.locator("#tasks").innerText())
        .contains("1 réponse(s) sur 2", "Répondue", "Attendue", "Deux cents barrières", "plan.pdf");

    roads.login("autre").open(letter);
    assertThat(roads.page().locator("h1").innerText()).isEqualTo(SUBJECT);
    withdraw(dga, letter);
    roads.open(letter);
    assertThat(roads.page().content()).as("O6: nothing shows it any more").doesNotContain(SUBJECT);

    gather(dga, letter);
    dga.open(letter + "&do=submit");
    done(page);
    director.login("dgs").open(letter + "&do=approve");
    done(director.page());
    mayor.login("elu").open(letter + "&do=sign");
    mayor.page().locator("#password").fill("demo");
    done(mayor.page());
    dga.open(letter + "&do=send").screenshot("send-joined").assertAccessible();
    assertThat(page.locator(".doing").innerText()).contains("plan.pdf");
    page.locator("#means").selectOption("EMAIL");
    done(page);

    dga.open(letter + "&panel=history").screenshot("history");
    assertThat(page.locator(".events").innerText())
        .contains("a réparti le courrier en tâches", "a répondu à la tâche", "a retiré la tâche");
    assertThat(page.locator(".letter-head").innerText()).contains("Clos");
    leftWithItsFile(dga);
  }

  private static void split(Browser dga, String letter) {
    var page = dga.page();
    form(dga, letter, "request-task");
    Browser.choose(page, "unit", "équipements sportifs");
    page.locator("#question").fill("Combien de barrières ?");
    Browser.choose(page, "unit1", "voirie");
    page.locator("#go").click();
    page.locator("#question1-error .error").waitFor();
    assertThat(page.locator("#question").inputValue()).isEqualTo("Combien de barrières ?");
    page.locator("#question1").fill("Quel éclairage ?");
    done(page);
  }

  private static void answer(Browser sports, String letter) {
    var page = sports.page();
    form(sports, letter, "answer-task");
    assertThat(page.locator(".doing").innerText()).contains("Combien de barrières ?");
    page.locator("#answer").fill("Deux cents barrières seront livrées la veille.");
    page.locator("#file")
        .setInputFiles(
            new FilePayload("plan.pdf", "application/pdf", SamplePdf.ofPages("Plan des lacs", 1)));
    done(page);
  }

  private static void withdraw(Browser dga, String letter) {
    form(dga, letter, "withdraw-task");
    dga.page().locator("#task").selectOption(new SelectOption().setIndex(1));
    dga.page().locator("#reason").fill("L’éclairage est loué.");
    done(dga.page());
  }

  private static void gather(Browser dga, String letter) {
    var page = dga.page();
    form(dga, letter, "draft", "#template");
    assertThat(page.locator("#text").inputValue())
        .isEqualTo("Deux cents barrières seront livrées la veille.");
    assertThat(page.locator("fieldset").innerText()).contains("plan.pdf");
    page.locator("#template").selectOption(new SelectOption().setIndex(1));
    page.locator("#go").click();
    page.waitForURL(url -> url.contains("panel=reply"));
    page.getByText("PDF prêt").first().waitFor(new Locator.WaitForOptions().setTimeout(90_000));
    assertThat(page.locator(".side").innerText()).contains("Jointes à la réponse", "plan.pdf");
    dga.screenshot("reply-joined").assertAccessible().assertFitsNarrow();
  }

  private static void leftWithItsFile(Browser dga) {
    var page = dga.page();
    page.waitForCondition(
        () -> {
          dga.open("/mail/caught.xhtml");
          return page.locator(".queue-list a").filter(about()).count() > 0;
        },
        new Page.WaitForConditionOptions().setTimeout(60_000));
    page.locator(".queue-list a").filter(about()).first().click();
    page.locator("article:has-text('plan.pdf')").waitFor();
    assertThat(page.locator("article").innerText()).contains("plan.pdf", "Réponse");
  }

  private static Locator.FilterOptions about() {
    return new Locator.FilterOptions().setHasText(SUBJECT);
  }

  private static void form(Browser person, String letter, String action) {
    form(person, letter, action, ".doing #go");
  }

  /** Opens the form of an action, as its link does, and looks at it. */
  private static void form(Browser person, String letter, String action, String awaited) {
    person.open(letter);
    var link = person.page().locator(".letter-head .acts a[href$='do=" + action + "']");
    if (!link.first().isVisible()) {
      person.page().locator(".letter-head .acts summary").click();
    }
    link.locator("visible=true").first().click();
    person.page().locator(awaited).waitFor();
    person.screenshot(action).assertAccessible().assertFitsNarrow();
  }

  private static void done(Page page) {
    page.locator("#go").click();
    page.waitForURL(url -> !url.contains("do="));
  }

  /** A new letter by mail to the pole of the DGA, registered by a program. */
  private static long register(String subject) {
    var metadata =
        "{\"subject\":\"%s\",\"type\":\"SALLE\",\"unit\":\"PVL\",\"sender\":{\"lastName\":\"Dulac\",\"email\":\"dulac@example.org\"}}"
            .formatted(subject);
    var answer =
        Rest.as("courrier")
            .post(
                "/v1/correspondence",
                List.of(
                    Rest.Part.json("metadata", metadata),
                    Rest.Part.file(
                        "file", "lettre.pdf", "application/pdf", SamplePdf.ofPages(subject, 1))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Rest.json(answer).getJsonNumber("id").longValue();
  }
}
