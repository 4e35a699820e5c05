package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One letter from the scan to the signed answer, by those who have to do with it. */
@Journey
class LetterLifeJourneyIT {
  private static final String SUBJECT = "Panneau de basket descellé au gymnase";
  private static final int TRIES = 20;
  private static final Pattern SAVED = Pattern.compile(".*saved=(\\d+).*");

  @Test
  void a_letter_is_registered_redirected_answered_approved_signed_sent_and_found(
      Browser mailOffice,
      Browser assistant,
      Browser agent,
      Browser director,
      Browser mayor,
      Browser stranger)
      throws IOException {
    var letter = register(mailOffice);
    redirect(assistant, letter);
    draftAndSubmit(agent, letter);
    approve(director, letter);
    sign(mayor, letter);
    send(assistant, letter);
    historyTellsIt(assistant, letter);
    othersDoNotSeeIt(stranger, letter);
    wordsFindIt(assistant, stranger, "Waldemar");
    wordsFindIt(assistant, stranger, "boulonnerie");
  }

  private static String register(Browser clerk) throws IOException {
    var page = clerk.login("courrier").page();
    clerk.open("/capture/register.xhtml");
    var scan = scan();
    page.waitForResponse(
        answer -> answer.url().endsWith("/capture/upload"),
        () -> page.locator("input[type=file]").setInputFiles(scan));
    page.locator(".queue-list:not(#forwarded) li").first().waitFor();
    clerk.open("/capture/register.xhtml");
    clerk.open(page.locator(".queue-list:not(#forwarded) a").last().getAttribute("href"));
    page.locator("iframe").waitFor(new Locator.WaitForOptions().setTimeout(90_000));
    page.locator("details.more > summary").click();
    page.locator("#sender-lastName").fill("Quatresols");
    page.locator("#sender-firstName").fill("Geneviève");
    page.locator("#sender-email").fill("genevieve.quatresols@example.org");
    page.locator("#subject").fill(SUBJECT);
    page.locator("#type").selectOption(new SelectOption().setIndex(3));
    page.locator("#why .note").waitFor();
    Browser.choose(page, "unit", "direction des sports");
    clerk.screenshot("register").assertAccessible().assertFitsNarrow();
    page.locator("#save").click();
    page.waitForURL(url -> url.contains("saved="));
    assertThat(page.locator(".note.done").innerText()).containsPattern("/\\d{4}A/");
    var saved = SAVED.matcher(page.url());
    assertThat(saved.matches()).isTrue();
    return "/correspondence/view.xhtml?id=" + saved.group(1);
  }

  private static void redirect(Browser assistant, String letter) {
    var page = assistant.login("assistante").page();
    assistant.screenshot("home").assertAccessible().assertFitsNarrow();
    assistant.line("TO_PROCESS", SUBJECT);
    assistant.screenshot("basket").assertAccessible().assertFitsNarrow();
    assistant.open(letter).screenshot("letter").assertAccessible().assertFitsNarrow();
    assistant.open(letter + "&do=redirect");
    Browser.choose(page, "to", "faivre");
    page.locator("#reason").fill("À vous, Julien.");
    done(page);
  }

  private static void draftAndSubmit(Browser agent, String letter) {
    var page = agent.login("agent").page();
    agent.open(letter + "&do=draft");
    page.locator("#template").selectOption(new SelectOption().setIndex(1));
    page.locator("#text")
        .fill("La boulonnerie est commandée, le panneau sera rescellé avant la fin du mois.");
    page.locator("#go").click();
    page.waitForURL(url -> url.contains("panel=reply"));
    page.getByText("PDF prêt")
        .first()
        .waitFor(
            new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE).setTimeout(90_000));
    agent.open(letter + "&do=submit").screenshot("submit").assertAccessible();
    assertThat(page.locator(".chain li").count()).isEqualTo(2);
    done(page);
  }

  private static void approve(Browser director, String letter) {
    director.login("dgs");
    director.line("TO_VISA", SUBJECT);
    director.open(letter + "&do=approve");
    done(director.page());
  }

  private static void sign(Browser mayor, String letter) {
    var page = mayor.login("elu").page();
    mayor.open(letter + "&do=sign").screenshot("sign").assertAccessible();
    page.locator("#password").fill("pas celui-ci");
    page.locator("#go").click();
    page.locator(".summary").waitFor();
    page.locator("#password").fill("demo");
    done(page);
  }

  private static void send(Browser assistant, String letter) {
    var page = assistant.page();
    assistant.open(letter + "&do=send").screenshot("send").assertAccessible();
    assertThat(page.locator("#recipient").inputValue())
        .isEqualTo("genevieve.quatresols@example.org");
    done(page);
    assertThat(
            ATown.texts(
                "select means || ' ' || recipient from sending where correspondence_id = "
                    + letter.replaceAll(".*id=(\\d+).*", "$1")))
        .containsExactly("EMAIL genevieve.quatresols@example.org");
  }

  private static void historyTellsIt(Browser assistant, String letter) {
    assistant.open(letter + "&panel=history").screenshot("history").assertAccessible();
    assertThat(assistant.page().locator(".events").innerText())
        .contains("a enregistré le courrier", "Julien Faivre", "a visé", "a signé", "a envoyé");
    assertThat(assistant.page().locator(".letter-head").innerText()).contains("Clos");
  }

  private static void othersDoNotSeeIt(Browser stranger, String letter) {
    stranger.login("autre").open(letter);
    assertThat(stranger.page().content()).doesNotContain(SUBJECT);
  }

  /** A word of the scan or of the reply, for one who may see the letter and one who may not. */
  private static void wordsFindIt(Browser assistant, Browser stranger, String word) {
    var hits = assistant.page().locator(".hits > li");
    for (int i = 0; i < TRIES; i++) {
      assistant.open("/search.xhtml?q=" + word);
      if (hits.count() > 0) {
        break;
      }
      ATown.pause(1_000);
    }
    assertThat(hits.allInnerTexts()).isNotEmpty().allMatch(hit -> hit.contains(SUBJECT));
    stranger.open("/search.xhtml?q=" + word);
    assertThat(stranger.page().locator(".hits > li").count()).isZero();
    stranger.page().locator(".empty").waitFor();
  }

  /** Presses the button of the form in sight and waits for the letter again. */
  private static void done(Page page) {
    page.locator("#go").click();
    page.waitForURL(url -> !url.contains("do="));
  }

  /** A page as a scanner gives it. */
  private static Path scan() throws IOException {
    var image =
        new java.awt.image.BufferedImage(827, 1169, java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
    var pen = image.createGraphics();
    pen.setColor(java.awt.Color.WHITE);
    pen.fillRect(0, 0, 827, 1169);
    pen.setColor(java.awt.Color.BLACK);
    pen.setFont(new java.awt.Font("Liberation Sans", java.awt.Font.PLAIN, 24));
    pen.drawString("Monsieur le Maire,", 100, 200);
    pen.drawString("Le panneau de basket du gymnase est descellé.", 100, 260);
    pen.drawString("Le gardien, Monsieur Waldemar, vous le dira.", 100, 320);
    pen.dispose();
    var file = Files.createTempFile("scan", ".png");
    javax.imageio.ImageIO.write(image, "png", file.toFile());
    return file;
  }
}
