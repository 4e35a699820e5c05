package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** REP4: one signed reply to many, by mail and by post; a failure stops nobody, nobody gets two. */
@Journey
class MailingJourneyIT {
  private static final String HEADER =
      "civilite;nom;prenom;adresse;code_postal;ville;courriel;memo\n";
  private static final String GOOD =
      HEADER
          + "Madame;Durand;Émilie;1 rue Haute;25300;Pontarlieu;e.durand@exemple.fr;x\n"
          + "Monsieur;<b>Faivre</b>;Paul;2 rue Basse;25300;Pontarlieu;p.faivre@exemple.fr;\n"
          + "Monsieur;Perdu;Jean;3 rue Neuve;25300;Pontarlieu;p..perdu@exemple.fr;\n";

  @Test
  void REP4_a_signed_reply_goes_to_each_in_their_name_and_a_failure_stops_nobody(
      Browser assistant, Browser stranger) throws IOException {
    var reply = AMailing.signed("Kermesse " + System.nanoTime());
    ATown.change("update correspondence set subject = 'Tout autre objet' where id = " + reply.id());
    var page = assistant.login("assistante").page();
    assistant.open("/correspondence/view.xhtml?id=" + reply.id() + "&panel=reply");
    page.locator("a[href='/mailing/new.xhtml?letter=" + reply.id() + "']").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.locator("#means").selectOption("EMAIL");
    page.locator("#text").fill("Bonjour, notre réponse est jointe.");
    bring(
        page, GOOD + ";;;4 rue;25300;Pontarlieu;pas une adresse;\n" + GOOD.lines().toList().get(1));
    assertThat(page.locator("#problems tbody tr").allInnerTexts())
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).contains("5", "nom"))
        .anySatisfy(line -> assertThat(line).contains("5", "courriel"))
        .anySatisfy(line -> assertThat(line).contains("6", "ligne 2"));
    assertThat(page.locator("#columns").innerText()).contains("memo", "Non utilisée");
    assertThat(page.locator("#launch").count()).isZero();
    assertThat(page.locator("#text").inputValue()).contains("est jointe");
    assistant.screenshot("wrong").assertAccessible().assertFitsNarrow();

    bring(page, GOOD);
    page.locator("#launch").click();
    page.waitForURL("**/mailing/run.xhtml**");
    page.evaluate("document.getElementById('mailing-status').same = true");
    page.locator("#progress .note.done").waitFor();
    assertThat(page.evaluate("document.getElementById('mailing-status').same"))
        .as("what is read out stays the same place")
        .isEqualTo(true);
    assertThat(page.locator("#progress").innerText()).contains("2 destinataires servis sur 3");
    assertThat(page.locator("tbody tr").first().innerText())
        .as("who got nothing comes first")
        .contains("Perdu", "Échec");
    assistant.screenshot("run").assertAccessible().assertFitsNarrow().assertNoPageError();
    var id = page.url().replaceFirst(".*id=(\\d+).*", "$1");
    assertThat(states(id)).containsExactly("SENT", "SENT", "FAILED");
    assertThat(journal(reply, "MAILING_FAILED")).as("said once").hasSize(1);
    var told =
        "select count(*) from notification n join agent a on a.tenant_id = n.tenant_id and a.id = n.agent_id"
            + " where a.login = 'assistante' and n.reason = 'RETURNED' and n.correspondence_id = "
            + reply.id();
    await(() -> ATown.number(told) == 1);

    var pdf = page.request().get("/mailing/print?id=" + id);
    try (var document = Loader.loadPDF(pdf.body())) {
      var text = new PDFTextStripper().getText(document);
      assertThat(text).contains("Durand", "1 rue Haute", "<b>Faivre</b>", "2 rue Basse", "Perdu");
      assertThat(text)
          .as("the words that were signed, whatever the letter has become")
          .contains("D’accord.", "Kermesse")
          .doesNotContain("Tout autre objet");
    }
    assertThat(reply.state()).as("the letter stays where it is").isEqualTo("TO_SEND");
    assistant.open("/correspondence/view.xhtml?id=" + reply.id() + "&panel=reply");
    assertThat(page.locator("a[href='/mailing/run.xhtml?id=" + id + "']").count()).isEqualTo(1);

    stranger.login("autre");
    for (var address : List.of("/mailing/run.xhtml?id=" + id, "/mailing/print?id=" + id)) {
      assertThat(stranger.page().request().get(address).status()).as(address).isEqualTo(404);
    }
    doneTwiceIsDoneOnce(id);

    assistant.open("/mailing/new.xhtml?letter=" + reply.id());
    page.locator("#earlier").selectOption(id);
    bring(
        page,
        HEADER
            + ";;;4 rue;25300;Pontarlieu;;\nMadame;DURAND;Émilie;1 rue Haute;25300;Pontarlieu;;\n");
    assertThat(page.locator("#problems tbody tr").allInnerTexts())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("hors du fichier"));
    bring(page, HEADER + ";Nouveau;;4 rue;25300;Pontarlieu;;\n");
    page.locator("#launch").click();
    page.waitForURL("**/mailing/run.xhtml**");
    page.locator("#progress .note.done").waitFor();
    assertThat(page.locator("#progress").innerText())
        .as("by post, to those of before and one more")
        .contains("4 destinataires servis sur 4");
    assistant.assertNoPageError();
  }

  @Test
  void REP4_what_leaves_is_what_was_checked_and_nothing_passes_the_doorkeepers(Browser assistant) {
    var reply = AMailing.signed("Vérifié " + System.nanoTime());
    var page = assistant.login("assistante").page();
    assistant.open("/mailing/new.xhtml?letter=" + reply.id());
    bring(page, HEADER + ";Seul;;4 rue;25300;Pontarlieu;;\n");
    choose(page, GOOD);
    refused(page, reply, "n’est plus ce qui a été vérifié");
    assertThat(page.locator("#launch").count()).as("to be checked again").isZero();

    bring(page, GOOD);
    reply.act(AReply.ASSISTANT, "note", "{\"body\":\"Une note entre-temps.\"}");
    refused(page, reply, "n’est plus ce qui a été vérifié");

    bring(page, GOOD);
    var director = Rest.as("p.merle");
    var reservation = director.request(reply.path() + "/reservation");
    assertThat(director.send(reservation.PUT(BodyPublishers.noBody())).statusCode()).isEqualTo(200);
    refused(page, reply, "réserv");
    assertThat(director.send(reservation.DELETE()).statusCode()).isEqualTo(204);

    bring(page, GOOD);
    page.locator("#launch").dblclick();
    page.waitForURL("**/mailing/run.xhtml**");
    assertThat(journal(reply, "MAIL_MERGE")).hasSize(1);
  }

  private static void refused(Page page, AReply reply, String why) {
    page.locator("#launch").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("main").innerText()).contains(why);
    assertThat(ATown.texts("select id from mailing where correspondence_id = " + reply.id()))
        .isEmpty();
  }

  @Test
  void REP4_those_who_were_not_served_are_taken_up_again_and_nobody_else(Browser assistant) {
    var reply = AMailing.signed("Panne " + System.nanoTime());
    join(reply, "plan-du-service.pdf");
    var own = "." + reply.id() + "@exemple.fr";
    var id = AMailing.byMail(assistant, reply, GOOD.replace("@exemple.fr", own));
    var page = assistant.page();
    page.locator("#progress .note.done").waitFor();
    ATown.change(
        "update mailing_recipient set email = 'jean%s' where position = 2 and mailing_id = %s"
            .formatted(own, id));
    ATown.change(
        "update mailing_recipient set status = 'DOUBT' where position = 1 and mailing_id = " + id);
    reply.act(AReply.ASSISTANT, "send", "{\"means\":\"POST\",\"recipient\":\"Tous\"}");
    assistant.open("/mailing/run.xhtml?id=" + id);
    page.locator("a[href='/mailing/again.xhtml?id=" + id + "']").click();
    assistant.screenshot("again").assertAccessible().assertFitsNarrow();
    page.locator("#resume").click();
    page.waitForURL("**/mailing/run.xhtml**");
    page.locator("#progress .note.done").waitFor();
    assertThat(states(id)).containsExactly("SENT", "DOUBT", "SENT");
    assertThat(List.of(mails("e.durand" + own), mails("p.faivre" + own), mails("jean" + own)))
        .as("nobody got two")
        .containsExactly(1, 1, 1);
    assertThat(newestMail()).contains("jean" + own, "plan-du-service.pdf");

    assistant.open("/mailing/again.xhtml?id=" + id);
    assertThat(page.locator("#resume").count()).isZero();
    page.locator("#doubtful").click();
    page.waitForURL("**/mailing/run.xhtml**");
    page.locator("#progress .note.done").waitFor();
    assertThat(states(id)).containsExactly("SENT", "SENT", "SENT");
    assertThat(mails("p.faivre" + own)).as("by choice").isEqualTo(2);
    assertThat(journal(reply, "MAIL_MERGE_RESUMED")).hasSize(2);
    assistant.assertNoPageError();
  }

  /** Those the demonstration's mailbox caught for an address. */
  private static int mails(String address) {
    var body = Visitor.as("assistante").get("/mail/caught.xhtml").body();
    return body.split("</span>" + address + "<br", -1).length - 1;
  }

  /** A file that a service gave, chosen to leave with the reply. */
  private static void join(AReply reply, String name) {
    ATown.change(
        """
        insert into task (tenant_id, id, version, correspondence_id, asked_by, asking_unit_id, asked_of_unit_id, asked_at, question,
                          answer, answered_by, answered_at, file_name, media_type, size_bytes, sha256, joined)
        select c.tenant_id, nextval('row_id'), 1, c.id, a.id, c.unit_id, c.unit_id, now(), 'Un plan ?',
               'Le voici.', a.id, now(), '%s', 'application/pdf', 1, v.pdf_sha256, true
          from correspondence c join agent a on a.tenant_id = c.tenant_id and a.login = 'assistante'
          join reply r on r.tenant_id = c.tenant_id and r.correspondence_id = c.id
          join reply_version v on v.tenant_id = r.tenant_id and v.reply_id = r.id
         where c.id = %d
        """
            .formatted(name, reply.id()));
  }

  private static String newestMail() {
    var visitor = Visitor.as("assistante");
    var newest =
        visitor
            .get("/mail/caught.xhtml")
            .body()
            .replaceFirst("(?s).*?caught\\.xhtml\\?id=([^\"]+)\".*", "$1");
    return visitor.get("/mail/caught.xhtml?id=" + newest).body();
  }

  private static List<String> journal(AReply reply, String action) {
    return ATown.texts(
        "select id from journal_entry where action = '%s' and correspondence_id = %d"
            .formatted(action, reply.id()));
  }

  private static void await(BooleanSupplier wanted) {
    var end = Instant.now().plusSeconds(90);
    while (!wanted.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      ATown.pause(200);
    }
  }

  /** As after a crash: every step asked for again, one found half done. */
  private static void doneTwiceIsDoneOnce(String id) {
    var recipients =
        ATown.texts(
            "select id from mailing_recipient where mailing_id = " + id + " order by position");
    var before = mails();
    ATown.change("update mailing_recipient set status = 'LEAVING' where id = " + recipients.get(1));
    for (var recipient : recipients) {
      for (var kind : List.of("MERGE_RECIPIENT", "MAIL_RECIPIENT")) {
        ATown.change(
            """
            insert into intention (tenant_id, id, version, kind, lane, subject_id, status, due_at, created_at)
            select tenant_id, nextval('row_id'), 1, '%1$s', case '%1$s' when 'MAIL_RECIPIENT' then 'MAILING' else 'MERGE' end, id, 'READY', now(), now()
              from mailing_recipient where id = %2$s
            """
                .formatted(kind, recipient));
      }
    }
    var left =
        "select count(*) from intention where status <> 'DONE' and lane in ('MERGE', 'MAILING') and subject_id in ("
            + String.join(",", recipients)
            + ")";
    await(() -> ATown.number(left) == 0);
    assertThat(states(id))
        .as("in doubt, not sent again")
        .containsExactly("SENT", "DOUBT", "FAILED");
    assertThat(mails()).isEqualTo(before);
  }

  private static List<String> states(String id) {
    return ATown.texts(
        "select status from mailing_recipient where mailing_id = " + id + " order by position");
  }

  /** All that the demonstration's mailbox caught for these recipients. */
  private static long mails() {
    var body = Visitor.as("assistante").get("/mail/caught.xhtml").body();
    return body.split("(e.durand|p.faivre)@exemple.fr", -1).length;
  }

  private static void bring(Page page, String csv) {
    choose(page, csv);
    page.locator("#check").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  private static void choose(Page page, String csv) {
    page.locator("#file")
        .setInputFiles(
            new FilePayload("destinataires.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
  }
}
