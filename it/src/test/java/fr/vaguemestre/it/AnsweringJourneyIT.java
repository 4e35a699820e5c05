package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The town's own ways from a basket to the letter that left: O9, O10, O11. */
@Journey
class AnsweringJourneyIT {
  @Test
  void O9_the_directions_assistant_answers_alone(
      Browser assistant, Browser director, Browser mayor) {
    var letter = inTheBasketOf(assistant, "assistante", "DSP", "Horaires du bassin d’été");
    draft(assistant, letter, "Le bassin ouvre à dix heures.");
    submitAndSend(letter, assistant, assistant, director, mayor);
  }

  @Test
  void O10_the_assistant_asks_a_service_and_the_letter_comes_back_to_the_direction(
      Browser assistant, Browser agent, Browser director, Browser mayor) {
    var subject = "Résistance du filet pare-ballons";
    var letter = inTheBasketOf(assistant, "assistante", "DSP", subject);
    var page = assistant.page();
    form(assistant, letter, "request-contribution");
    Browser.choose(page, "to", "faivre");
    page.locator("#question").fill("Le filet tient-il au vent ?");
    done(page);

    inBasket(agent.login("agent"), "CONTRIBUTIONS_TO_GIVE", subject);
    form(agent, letter, "contribute");
    agent.page().locator("#answer").fill("Il tient jusqu’à 90 km/h.");
    done(agent.page());

    inBasket(assistant, "TO_PROCESS", subject);
    assistant.open(letter).screenshot("contribution");
    assertThat(page.locator("main").innerText()).contains("Il tient jusqu’à 90 km/h.");
    draft(assistant, letter, "Le filet tient jusqu’à 90 km/h.");
    submitAndSend(letter, assistant, assistant, director, mayor);
  }

  @Test
  void O11_the_service_answers_and_the_assistant_supervises(
      Browser agent, Browser assistant, Browser director, Browser mayor) {
    var subject = "Prêt de barnums pour la kermesse";
    var letter = inTheBasketOf(agent, "agent", "EQS", subject);
    inBasket(assistant.withViewer().login("assistante"), "MY_DIRECTION", subject);
    draft(agent, letter, "Deux barnums vous sont prêtés.");
    submitAndSend(letter, agent, assistant, director, mayor);
    assistant.open(letter + "&panel=history");
    assertThat(assistant.page().locator(".events").innerText())
        .contains("Julien Faivre", "a visé", "a signé", "a envoyé");
  }

  @Test
  void REP3_what_the_finished_pdf_allows_is_offered_without_a_reload_and_the_focus_stays(
      Browser assistant) {
    var letter = inTheBasketOf(assistant, "assistante", "DSP", "Douches du bassin");
    var page = assistant.page();
    form(assistant, letter, "draft");
    page.locator("#template").selectOption(new SelectOption().setIndex(1));
    page.locator("#text").fill("Les douches sont réparées.");
    page.locator("#go").click();
    page.waitForURL(url -> url.contains("panel=reply"));
    var download = page.locator("#versions a[href*='as=original']").first();
    download.focus();
    page.evaluate("window.notReloaded = true");
    page.getByText("PDF prêt").first().waitFor(new Locator.WaitForOptions().setTimeout(90_000));
    page.locator(".side a[href*='do=submit']").first().waitFor();
    page.locator("#offers a[href*='do=submit']").waitFor();
    assertThat(page.evaluate("window.notReloaded")).isEqualTo(true);
    assertThat(page.evaluate("document.activeElement.getAttribute('href')"))
        .isEqualTo(download.getAttribute("href"));
  }

  /** Registers a letter for a unit and opens it from the basket of one of its people. */
  private static String inTheBasketOf(Browser who, String login, String unit, String subject) {
    var answer =
        AReply.CLERK.post(
            "/v1/correspondence",
            List.of(
                Rest.Part.json(
                    "metadata",
                    """
                    {"subject":"%s","type":"SALLE","unit":"%s","sender":{"lastName":"Perrin","email":"usager@example.org"}}"""
                        .formatted(subject, unit))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    inBasket(who.login(login), "TO_PROCESS", subject);
    return "/correspondence/view.xhtml?id=" + Rest.json(answer).getJsonNumber("id");
  }

  private static void inBasket(Browser who, String basket, String subject) {
    who.line(basket, subject);
  }

  private static void draft(Browser who, String letter, String text) {
    var page = who.page();
    form(who, letter, "draft");
    page.locator("#template").selectOption(new SelectOption().setIndex(1));
    page.locator("#text").fill(text);
    page.locator("#go").click();
    page.waitForURL(url -> url.contains("panel=reply"));
    page.getByText("PDF prêt").first().waitFor(new Locator.WaitForOptions().setTimeout(90_000));
  }

  private static void submitAndSend(
      String letter, Browser author, Browser sender, Browser director, Browser mayor) {
    form(author, letter, "submit");
    done(author.page());
    form(director.login("dgs"), letter, "approve");
    done(director.page());
    form(mayor.withViewer().login("elu"), letter, "sign");
    mayor.page().locator("#password").fill("demo");
    done(mayor.page());
    form(sender, letter, "send");
    assertThat(sender.page().locator("#recipient").inputValue()).isEqualTo("usager@example.org");
    done(sender.page());
    sender.open(letter);
    assertThat(sender.page().locator(".letter-head").innerText()).contains("Clos");
  }

  private static void form(Browser who, String letter, String action) {
    who.open(letter + "&do=" + action);
    who.page().locator("#go").waitFor();
  }

  /** Presses the button of the form in sight and waits for the letter again. */
  private static void done(Page page) {
    page.locator("#go").click();
    page.waitForURL(url -> !url.contains("do="));
  }
}
