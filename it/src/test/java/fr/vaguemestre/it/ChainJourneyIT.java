package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** SIG1 on screen: a chain predefined for a unit, one of one's own, steps changed and sent back. */
@Journey
class ChainJourneyIT {
  private static final String NAME = "Circuit du service d’essai";
  private static final String OWN = "Le mien, d’essai";

  @Test
  void SIG1_chains_are_predefined_offered_kept_changed_and_sent_back(
      Browser assistant, Browser director, Browser deputy) {
    var page = assistant.login("assistante").page();
    try {
      predefine(assistant);
      var reply = AReply.drafted("Circuit prédéfini");
      var letter = "/correspondence/view.xhtml?id=" + reply.id();
      assistant.open(letter + "&do=submit");
      assertThat(page.locator(".chain li").count()).isEqualTo(2);
      assertThat(page.locator(".chain input").first().inputValue()).startsWith("Nancy Roche");
      page.locator("#saveAs").fill(OWN);
      assistant.screenshot("submit").assertAccessible().assertFitsNarrow();
      done(page);

      deputy.login("dga").open(letter + "&do=approve");
      deputy.page().locator(".doing details.more > summary").click();
      deputy.page().locator("#add").click();
      deputy.page().locator(".chain li").nth(1).waitFor();
      deputy.page().locator(".chain input").first().fill("Catherine Morel");
      deputy.screenshot("ahead").assertAccessible().assertFitsNarrow();
      done(deputy.page());

      director.login("dgs").open(letter + "&do=send-back");
      director.page().locator("#reason").fill("Le montant est à revoir.");
      director.screenshot("send-back").assertAccessible().assertFitsNarrow();
      done(director.page());
      deputy.open(letter + "&panel=reply");
      assertThat(deputy.page().locator(".steps").innerText()).contains("Le montant est à revoir.");
      deputy.screenshot("chain").assertAccessible();

      var other = AReply.drafted("Circuit gardé");
      assistant.open("/correspondence/view.xhtml?id=" + other.id() + "&do=submit");
      page.locator("select[name=model]").selectOption(OWN);
      page.locator("#takeModel").click();
      page.locator("#forgetModel").waitFor();
      page.locator("#forgetModel").click();
      page.waitForCondition(() -> !page.locator("select[name=model]").innerText().contains(OWN));
    } finally {
      ATown.change(
          "delete from chain_model where label in ('%s', '%s')"
              .formatted(NAME.replace("'", "''"), OWN.replace("'", "''")));
    }
  }

  private static void predefine(Browser assistant) {
    var page = assistant.page();
    assistant.open("/admin/chains.xhtml").screenshot("chains").assertAccessible();
    assistant.open("/admin/chain.xhtml");
    page.locator("#save").click();
    page.locator(".summary").waitFor();
    page.locator("#label").fill(NAME);
    Browser.choose(page, "unit", "direction des sports");
    page.locator(".chain input").nth(0).fill("Nancy Roche");
    page.locator(".chain input").nth(1).fill("Dominique Sorel");
    assistant.screenshot("predefined").assertAccessible().assertFitsNarrow();
    page.locator("#save").click();
    page.waitForURL(url -> url.contains("/admin/chains.xhtml"));
    assertThat(page.locator("main").innerText()).contains(NAME, "Nancy Roche → Dominique Sorel");
  }

  private static void done(Page page) {
    page.locator("#go").click();
    page.waitForURL(url -> !url.contains("do="));
  }
}
