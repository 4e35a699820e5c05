package fr.vaguemestre.it;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;

/** A signed reply that goes to many. */
final class AMailing {
  private AMailing() {}

  /** Drafted by the direction's assistant, signed by the mayor. */
  static AReply signed(String subject) {
    var reply = AReply.toSign(subject);
    reply.act(
        AReply.MAYOR,
        "sign",
        "{\"password\":\"demo\",\"seenSha256\":\"%s\"}"
            .formatted(reply.last().getString("pdfSha256")));
    return reply;
  }

  /** Launched by the assistant to the recipients of a CSV; gives its id, its page open. */
  static String byMail(Browser assistant, AReply reply, String csv) {
    var page = assistant.login("assistante").page();
    assistant.open("/mailing/new.xhtml?letter=" + reply.id());
    page.locator("#means").selectOption("EMAIL");
    page.locator("#file")
        .setInputFiles(new FilePayload("u.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
    page.locator("#check").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.locator("#launch").click();
    page.waitForURL("**/mailing/run.xhtml**");
    return page.url().replaceFirst(".*id=(\\d+).*", "$1");
  }
}
