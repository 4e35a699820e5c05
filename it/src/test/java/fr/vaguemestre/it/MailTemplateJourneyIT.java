package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** REP1: a direction brings a message in HTML, checked; a reply leaves in it, both ways. */
@Journey
class MailTemplateJourneyIT {
  private static final String GOOD =
      "<p>Bonjour,</p><p style='color:red'>{{texte}}</p><p>{{courrier.objet}} – {{service.nom}}</p>";

  @Test
  void REP1_a_message_in_html_is_checked_kept_and_sent_with_its_plain_text(
      Browser assistant, Browser sender) {
    var code = "M" + UUID.randomUUID().toString().substring(0, 6);
    var page = assistant.withViewer().login("assistante").open("/admin/template.xhtml").page();
    page.locator("#label").fill("Message " + code);
    page.locator("#code").fill(code);
    Browser.choose(page, "unit", "direction des sports");
    bring(page, GOOD + "\n<script>alert(1)</script><p>{{courrier.sujet}}</p>");
    assertThat(page.locator(".summary li").allInnerTexts())
        .hasSize(2)
        .anySatisfy(p -> assertThat(p).contains("<script>", "ligne 2"))
        .anySatisfy(p -> assertThat(p).contains("courrier.sujet"));
    assertThat(page.locator("#label").inputValue()).isEqualTo("Message " + code);
    bring(page, GOOD);
    page.waitForURL("**/admin/templates.xhtml");

    var subject = "Gymnase <b>" + code + "</b> & Cie";
    var reply = AReply.toSign(subject);
    reply.act(
        AReply.MAYOR,
        "sign",
        "{\"password\":\"demo\",\"seenSha256\":\"%s\"}"
            .formatted(reply.last().getString("pdfSha256")));
    assistant.open("/admin/template-preview.xhtml?code=" + code + "&letter=" + reply.id());
    page.locator("#missing").waitFor();
    page.frameLocator(".viewer iframe").locator(".textLayer").first().waitFor();
    assistant.assertNoPageError();

    var send = "/correspondence/view.xhtml?id=" + reply.id() + "&do=send";
    var form = sender.login("assistante").open(send).page();
    form.locator("#means").selectOption("EMAIL");
    form.locator("#recipient").fill("a@exemple.fr");
    form.locator("#template").selectOption(code);
    assertThat(AReply.ASSISTANT.get("/v1/templates?means=EMAIL").body()).contains(code);
    assertThat(AReply.ASSISTANT.get("/v1/templates").body()).doesNotContain(code);
    form.locator("#alone").check();
    sender.screenshot("send").assertAccessible().assertFitsNarrow();
    form.locator("#go").click();
    form.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(form.locator("#text-error").innerText())
        .as("the covering words are no reply")
        .contains("écrivez-la");
    form.locator("#text").fill("C’est accordé <script>alert(2)</script>.\n\nÀ samedi.");
    form.locator("#go").click();
    form.waitForURL(url -> !url.contains("do=send"));

    var html = ATown.texts("select html from sending where correspondence_id = " + reply.id());
    assertThat(html.getFirst())
        .contains("C’est accordé &lt;script&gt;alert(2)&lt;/script&gt;.<br><br>À samedi.")
        .contains("Gymnase &lt;b&gt;" + code + "&lt;/b&gt; &amp; Cie")
        .doesNotContain("style", "<script");
    awaitSent(reply.id());
    sender.open("/mail/caught.xhtml");
    form.locator(".mailbox nav a").filter(having(code)).first().click();
    form.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(form.locator("pre.mail").innerText())
        .contains("C’est accordé <script>alert(2)</script>.", subject);
    assertThat(form.locator("a[href*='/mail/attachment']").count())
        .as("the message is the reply")
        .isZero();
    sender.assertNoPageError();
  }

  private static void bring(Page page, String html) {
    page.locator("#file")
        .setInputFiles(
            new FilePayload("message.html", "text/html", html.getBytes(StandardCharsets.UTF_8)));
    page.locator("#save").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static void awaitSent(long letter) {
    var end = Instant.now().plusSeconds(60);
    var query = "select status from sending where correspondence_id = " + letter;
    while (!ATown.texts(query).getFirst().equals("SENT")) {
      assertThat(Instant.now()).as(ATown.texts(query).toString()).isBefore(end);
      ATown.pause(200);
    }
  }
}
