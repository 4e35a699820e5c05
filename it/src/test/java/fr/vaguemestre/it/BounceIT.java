package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.json.JsonObject;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SEN1: mails that never arrived come back to their letter, by a real mailbox. */
@Journey
class BounceIT {
  private GreenMail mailbox;

  @BeforeEach
  void open() {
    var port =
        new ServerSetup(RunningServer.returnImapPort(), "127.0.0.1", ServerSetup.PROTOCOL_IMAP);
    port.setServerStartupTimeout(60_000);
    mailbox = new GreenMail(port);
    mailbox.start();
    mailbox.setUser("retours@ville.example", "retours", "secret");
  }

  @AfterEach
  void close() {
    mailbox.stop();
  }

  @Test
  void SEN1_a_failure_brings_the_letter_back_once_and_a_delay_is_only_shown() throws Exception {
    var gone = sent("Retour : adresse inconnue");
    var late = sent("Retour : remise retardée");
    var letters = ATown.number("select count(*) from correspondence");
    deliver(report("failed", "5.1.1", id(gone)));
    deliver(report("failed", "5.1.1", id(gone)));
    deliver(report("delayed", "4.4.1", id(late)));
    deliver(report("failed", "5.1.1", "<inconnu@ailleurs.example>"));
    deliver("Subject: Merci\n\nBien reçu.");

    ATown.until(() -> sending(gone), s -> s.getString("status").equals("BOUNCED"));
    assertThat(sending(gone).getString("reason"))
        .isEqualTo("Non remis, adresse inconnue : absent@example.org (550 unknown user)");
    assertThat(gone.state()).isEqualTo("TO_SEND");
    ATown.until(() -> sending(late), s -> !s.isNull("reason"));
    assertThat(sending(late).getString("status")).isEqualTo("SENT");
    assertThat(sending(late).getString("reason")).startsWith("Remise retardée");
    assertThat(late.state()).isEqualTo("CLOSED");
    assertThat(AReply.ASSISTANT.get("/v1/baskets/TO_SEND/items?limit=200").body())
        .contains("\"id\":" + gone.id() + ",");
    ATown.until(() -> sending(late), s -> seen().equals(List.of(true, true, true, false, false)));
    assertThat(journal(gone, "RETURN")).as("once").hasSize(1);
    assertThat(ATown.number("select count(*) from correspondence"))
        .as("no report is registered as a letter")
        .isEqualTo(letters);

    gone.act(AReply.ASSISTANT, "send", "{\"means\":\"EMAIL\",\"recipient\":\"juste@example.org\"}");
    ATown.until(() -> last(gone), s -> s.getString("status").equals("SENT"));
    assertThat(gone.state()).as("sent again to the right address").isEqualTo("CLOSED");
  }

  @Test
  void SEN1_a_failure_at_an_address_this_one_forwards_to_is_only_shown() throws Exception {
    var gone = sent("Retour : association qui fait suivre");
    deliver(report("failed", "5.2.2", id(gone)).replace("absent@", "membre@"));
    ATown.until(() -> sending(gone), s -> !s.isNull("reason"));
    assertThat(sending(gone).getString("status")).isEqualTo("SENT");
    assertThat(sending(gone).getString("reason"))
        .startsWith("Non remis à une adresse")
        .contains("membre@example.org");
    assertThat(gone.state()).isEqualTo("CLOSED");
  }

  @Test
  void SEN1_a_failure_of_a_letter_reopened_since_is_written_and_told() throws Exception {
    var gone = sent("Retour : rouvert entre-temps");
    gone.act(Rest.as("dga"), "reopen", "{}");
    deliver(report("failed", "5.1.1", id(gone)));
    ATown.until(() -> sending(gone), s -> s.getString("status").equals("BOUNCED"));
    assertThat(gone.state()).as("it stays where it was brought").isEqualTo("TO_PROCESS");
    assertThat(journal(gone, "RETURN")).hasSize(1);
    awaitOne(told("assistante", gone));
  }

  @Test
  void SEN1_a_failure_of_an_acknowledgement_is_said_once_and_told() throws Exception {
    var answer =
        Rest.as("portail")
            .post(
                "/v1/submissions",
                """
                {"type":"SCOL","subject":"Accusé perdu","text":"Bonjour.",
                 "person":{"firstName":"Lou","lastName":"Absent","email":"absent@example.org",
                           "postalAddress":{"street":"1 rue Basse","postcode":"25300","city":"Pontarlieu"}}}""");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var number = Rest.json(answer).getJsonObject("acknowledgement").getString("number");
    var given = "from acknowledgement where number = '" + number + "'";
    awaitOne("select count(*) " + given + " and status = 'SENT'");
    var mail = ATown.texts("select message_id " + given).getFirst();
    deliver(report("delayed", "4.4.1", mail));
    awaitOne("select count(*) " + given + " and status = 'SENT' and reason like 'Remise retard%'");
    deliver(report("failed", "5.1.1", mail));
    deliver(report("failed", "5.1.1", mail));
    awaitOne("select count(*) " + given + " and status = 'FAILED' and reason like 'Non remis%'");
    awaitOne(
        "select count(*) from journal_entry where action = 'ACKNOWLEDGEMENT_RETURNED' and correspondence_id = (select correspondence_id "
            + given
            + ")");
    awaitOne(
        "select least(count(*), 1) from notification where reason = 'RETURNED' and correspondence_id = (select correspondence_id "
            + given
            + ")");
  }

  @Test
  void REP4_a_failure_of_a_mailing_is_its_recipient_s_and_is_told_once(Browser assistant)
      throws Exception {
    var reply = AMailing.signed("Retours d’un publipostage " + System.nanoTime());
    var id =
        AMailing.byMail(
            assistant,
            reply,
            "nom;courriel\nA;absent@example.org\nB;absent@EXAMPLE.ORG.example\nC;c@example.org\n");
    assistant.page().locator("#progress .note.done").waitFor();
    var mails =
        ATown.texts(
            "select message_id from mailing_recipient where mailing_id = "
                + id
                + " order by position");
    deliver(report("failed", "5.1.1", mails.get(0)));
    deliver(report("failed", "5.1.1", mails.get(0)));
    deliver(
        report("failed", "5.1.1", mails.get(1))
            .replace("absent@example.org", "absent@EXAMPLE.ORG.example"));
    deliver(report("delayed", "4.4.1", mails.get(2)));
    awaitOne(
        "select count(*) from mailing_recipient where position = 2 and reason like 'Remise retard%' and mailing_id = "
            + id);
    assertThat(
            ATown.texts(
                "select status from mailing_recipient where mailing_id = "
                    + id
                    + " order by position"))
        .containsExactly("BOUNCED", "BOUNCED", "SENT");
    assertThat(journal(reply, "MAILING_BOUNCED")).as("the first is told").hasSize(1);
    awaitOne(told("assistante", reply));
    assistant.open("/mailing/run.xhtml?id=" + id);
    assertThat(assistant.page().locator("#progress").innerText())
        .contains("1 destinataires servis sur 3", "Non remis", "adresse inconnue");
    assertThat(assistant.page().locator("a[href^='/mailing/again.xhtml']").count()).isZero();
  }

  @Test
  void SEN2_a_transmission_that_never_arrives_is_told_and_stays_late_until_it_is_settled()
      throws Exception {
    var letter = ALetter.registered("Transmission à une mauvaise adresse", "DSP");
    var number = letter.substring(letter.lastIndexOf('/') + 1);
    var reply = AReply.of(Long.parseLong(number));
    reply.act(AReply.ASSISTANT, "transmit", transmission(number, "absent@example.org"));
    var mail = "select message_id from sending where status = 'SENT' and correspondence_id = ";
    awaitOne("select count(*) from (" + mail + number + ") m");
    deliver(report("failed", "5.1.1", ATown.texts(mail + number).getFirst()));
    ATown.until(() -> handed(letter, 0), t -> t.getString("status").equals("UNDELIVERED"));
    assertThat(late()).contains("\"id\":" + number + ",");
    assertThat(journal(reply, "UNDELIVERED")).hasSize(1);
    awaitOne(told("assistante", reply));

    reply.act(AReply.ASSISTANT, "transmit", transmission(number, "present@example.org"));
    var lost = "{\"transmission\":%d,\"settled\":true,\"comment\":\"Renvoyée.\"}";
    var arrived = lost.formatted(handed(letter, 1).getInt("id"));
    var gone = lost.formatted(handed(letter, 0).getInt("id"));
    assertThat(reply.tried(AReply.ASSISTANT, "record-return", arrived).body())
        .contains("n’est pas parvenu");
    reply.act(AReply.ASSISTANT, "record-return", gone);
    assertThat(handed(letter, 0).getString("status")).isEqualTo("SETTLED");
    assertThat(handed(letter, 0).getString("returnComment")).isEqualTo("Renvoyée.");
    assertThat(late()).doesNotContain("\"id\":" + number + ",");
    assertThat(journal(reply, "SETTLE_TRANSMISSION")).hasSize(1);
    assertThat(journal(reply, "RECORD_RETURN")).as("no return that never was").isEmpty();
    assertThat(reply.tried(AReply.ASSISTANT, "record-return", gone).statusCode()).isEqualTo(409);
  }

  private static String transmission(String letter, String address) {
    return """
    {"document":%d,"motive":"Pour avis","means":"EMAIL","service":{"kind":"ADMINISTRATION","company":"Préfecture du Val","email":"%s"}}"""
        .formatted(
            ATown.number(
                "select id from document where position = 0 and correspondence_id = " + letter),
            address);
  }

  private static JsonObject handed(String letter, int which) {
    return json(AReply.ASSISTANT.get(letter + "/transmissions"))
        .getJsonArray("items")
        .getJsonObject(which);
  }

  private static String late() {
    return AReply.ASSISTANT.get("/v1/baskets/RETURNS_LATE/items?limit=200").body();
  }

  private static String told(String login, AReply reply) {
    return "select count(*) from notification n join agent a on a.tenant_id = n.tenant_id and a.id = n.agent_id"
        + " where a.login = '%s' and n.reason = 'RETURNED' and n.correspondence_id = %d"
            .formatted(login, reply.id());
  }

  private static List<String> journal(AReply reply, String action) {
    return ATown.texts(
        "select id from journal_entry where action = '%s' and correspondence_id = %d"
            .formatted(action, reply.id()));
  }

  private static void awaitOne(String counting) {
    var end = Instant.now().plusSeconds(120);
    while (ATown.number(counting) != 1) {
      assertThat(Instant.now()).as(counting).isBefore(end);
      ATown.pause(200);
    }
  }

  private List<Boolean> seen() {
    try {
      var inbox =
          mailbox
              .getManagers()
              .getImapHostManager()
              .getInbox(mailbox.getUserManager().getUser("retours"));
      return inbox.getMessages().stream()
          .map(StoredMessage::getFlags)
          .map(flags -> flags.contains(Flags.Flag.SEEN))
          .toList();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void deliver(String text) throws Exception {
    var bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    mailbox
        .getUserManager()
        .getUser("retours")
        .deliver(
            new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
  }

  private static String report(String action, String status, String messageId) {
    return """
    From: MAILER-DAEMON@mx.example.org
    Subject: Undelivered Mail Returned to Sender
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary="B"

    --B
    Content-Type: text/plain

    I'm sorry.

    --B
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example.org

    Final-Recipient: rfc822; absent@example.org
    Action: %s
    Status: %s
    Diagnostic-Code: smtp; 550 unknown user

    --B
    Content-Type: message/rfc822

    Message-ID: %s
    Subject: x

    Bonjour.

    --B--
    """
        .formatted(action, status, messageId);
  }

  private static String id(AReply reply) {
    return ATown.texts("select message_id from sending where correspondence_id = " + reply.id())
        .getFirst();
  }

  private static JsonObject sending(AReply reply) {
    return json(AReply.ASSISTANT.get(reply.path() + "/sendings"))
        .getJsonArray("items")
        .getJsonObject(0);
  }

  private static JsonObject last(AReply reply) {
    return json(AReply.ASSISTANT.get(reply.path() + "/sendings"))
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .getLast();
  }

  private static AReply sent(String subject) {
    var reply = AMailing.signed(subject);
    reply.act(
        AReply.ASSISTANT, "send", "{\"means\":\"EMAIL\",\"recipient\":\"absent@example.org\"}");
    ATown.until(() -> sending(reply), s -> s.getString("status").equals("SENT"));
    return reply;
  }
}
