package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The commonest ways through a letter, from the basket's list, counted in clicks: typing is none,
 * choosing in a list is one. The table of {@code docs/agent} says the same numbers.
 */
@Journey
class ClicksJourneyIT {
  private int clicks;

  @Test
  void a_letter_is_answered_from_template_to_visa_in_six_clicks_then_visaed_signed_and_sent(
      Browser assistant, Browser director, Browser mayor) {
    var subject = registered("Créneau du jeudi au gymnase");

    begin(assistant.login("assistante"), "TO_PROCESS", subject, "draft");
    choose(assistant, "#template");
    assistant.page().locator("#text").fill("Le créneau est à vous.");
    go(assistant);
    assistant
        .page()
        .getByText("PDF prêt")
        .first()
        .waitFor(new Locator.WaitForOptions().setTimeout(90_000));
    click(assistant, ".side a[href*='do=submit']");
    go(assistant);
    assertThat(clicks()).as("answer, from template to visa").isEqualTo(6);

    begin(director.login("dgs"), "TO_VISA", subject, "approve");
    go(director);
    assertThat(clicks()).as("visa").isEqualTo(3);

    begin(mayor.login("elu"), "TO_SIGN", subject, "sign");
    mayor.page().locator("#password").fill("demo");
    go(mayor);
    assertThat(clicks()).as("sign").isEqualTo(3);

    begin(assistant, "TO_SEND", subject, "send");
    go(assistant);
    assertThat(clicks()).as("send").isEqualTo(3);
  }

  @Test
  void a_contribution_is_asked_in_four_clicks_and_given_in_three(Browser assistant, Browser agent) {
    var subject = registered("Fuite au vestiaire");
    begin(assistant.login("assistante"), "TO_PROCESS", subject, "request-contribution");
    assistant.page().locator("#to_input").pressSequentially("faivre");
    click(assistant, "#to_panel li:has-text('faivre')");
    assistant.page().locator("#question").fill("Qui répare ?");
    go(assistant);
    assertThat(clicks()).as("ask a contribution").isEqualTo(4);

    begin(agent.login("agent"), "CONTRIBUTIONS_TO_GIVE", subject, "contribute");
    agent.page().locator("#answer").fill("Le plombier passe lundi.");
    go(agent);
    assertThat(clicks()).as("give a contribution").isEqualTo(3);
  }

  /** From the list: the line, then what the preview offers. */
  private void begin(Browser who, String basket, String subject, String action) {
    clicks++;
    who.line(basket, subject).click();
    who.page()
        .locator("#preview h2")
        .filter(new Locator.FilterOptions().setHasText(subject))
        .waitFor();
    click(who, "#preview a[href*='do=" + action + "']");
    who.page().locator("#go").waitFor();
  }

  private void click(Browser who, String what) {
    clicks++;
    who.page().locator(what).first().click();
  }

  private void choose(Browser who, String list) {
    clicks++;
    who.page().locator(list).selectOption(new SelectOption().setIndex(1));
  }

  private void go(Browser who) {
    click(who, "#go");
    who.page().waitForURL(url -> !url.contains("do="));
  }

  private int clicks() {
    int counted = clicks;
    clicks = 0;
    return counted;
  }

  private static String registered(String subject) {
    var answer =
        AReply.CLERK.post(
            "/v1/correspondence",
            List.of(
                Rest.Part.json(
                    "metadata",
                    """
                    {"subject":"%s","type":"SALLE","unit":"DSP","sender":{"lastName":"Perrin","email":"usager@example.org"}}"""
                        .formatted(subject))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return subject;
  }
}
