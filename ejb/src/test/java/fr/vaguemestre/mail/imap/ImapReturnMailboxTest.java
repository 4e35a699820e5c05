package fr.vaguemestre.mail.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.vaguemestre.mail.MailDelayed;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real IMAP server. */
class ImapReturnMailboxTest {
  private static final String REPORT =
      """
      Subject: Undelivered
      Content-Type: multipart/report; report-type=delivery-status; boundary=B

      --B
      Content-Type: message/delivery-status

      Reporting-MTA: dns; mx

      Final-Recipient: rfc822; a@b.fr
      Action: failed
      Status: 5.1.1

      --B
      Content-Type: text/rfc822-headers

      Message-ID: %s

      --B--
      """;

  private GreenMail server;
  private ImapReturnMailbox mailbox;

  @BeforeEach
  void start() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    server.start();
    server.setUser("retours@ville.example", "retours", "secret");
    mailbox = mailbox("secret");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void SEN1_what_is_known_is_marked_as_read_and_the_rest_stays_unread() throws Exception {
    deliver(REPORT.formatted("<ours@x>"));
    deliver(REPORT.formatted("<theirs@x>"));
    deliver("Subject: Bonjour\n\nMerci de votre réponse.");
    var asked = new ArrayList<String>();
    read(asked);
    assertThat(asked).containsExactly("<ours@x>", "<theirs@x>");
    assertThat(seen()).containsExactly(true, false, false);

    asked.clear();
    deliver(REPORT.formatted("<ours@y>"));
    read(asked);
    assertThat(asked).as("only what is new").containsExactly("<ours@y>");
    assertThat(seen()).containsExactly(true, false, false, true);
  }

  @Test
  void SEN1_a_report_whose_keeping_fails_is_given_again() throws Exception {
    deliver(REPORT.formatted("<ours@x>"));
    assertThatThrownBy(
            () ->
                mailbox.read(
                    report -> {
                      throw new IllegalStateException("the database is away");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(seen()).containsExactly(false);
    var asked = new ArrayList<String>();
    read(asked);
    assertThat(asked).containsExactly("<ours@x>");
  }

  @Test
  void SEN1_a_report_whose_keeping_fails_keeps_no_other_from_being_read() throws Exception {
    deliver(REPORT.formatted("<broken@x>"));
    deliver(REPORT.formatted("<ours@x>"));
    assertThatThrownBy(
            () ->
                mailbox.read(
                    report -> {
                      if (report.about().contains("<broken@x>")) {
                        throw new IllegalStateException("changed meanwhile");
                      }
                      return true;
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(seen()).containsExactly(false, true);
  }

  @Test
  void SEN1_a_report_that_sends_a_large_message_back_is_read() throws Exception {
    var message = "Content-Type: message/rfc822\n\nMessage-ID: <ours@x>\n\n";
    deliver(
        REPORT
            .formatted("<x@x>")
            .replace(
                "Content-Type: text/rfc822-headers\n\nMessage-ID: <x@x>",
                message + "JVBERi0xLjcK\n".repeat(150_000)));
    var asked = new ArrayList<String>();
    read(asked);
    assertThat(asked).containsExactly("<ours@x>");
    assertThat(seen()).containsExactly(true);
  }

  @Test
  void SEN1_a_mailbox_out_of_reach_is_for_later() {
    assertThatThrownBy(() -> mailbox("wrong").read(report -> true)).isInstanceOf(MailDelayed.class);
    server.stop();
    assertThatThrownBy(() -> mailbox.read(report -> true)).isInstanceOf(MailDelayed.class);
  }

  private void read(List<String> asked) {
    mailbox.read(
        report -> {
          asked.addAll(report.about());
          return report.about().iterator().next().startsWith("<ours");
        });
  }

  private ImapReturnMailbox mailbox(String password) {
    return new ImapReturnMailbox(
        new ImapSettings("127.0.0.1", server.getImap().getPort(), "retours", password, false));
  }

  private void deliver(String text) throws Exception {
    var bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    var message =
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    server.getUserManager().getUser("retours").deliver(message);
  }

  private List<Boolean> seen() throws Exception {
    var all = new ArrayList<Boolean>();
    for (var message :
        server
            .getManagers()
            .getImapHostManager()
            .getInbox(server.getUserManager().getUser("retours"))
            .getMessages()) {
      all.add(message.getFlags().contains(Flags.Flag.SEEN));
    }
    return all;
  }
}
