package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** O8: the demonstration's mailbox shows what was sent for the letters one sees. */
@Journey
class CaughtMailIT {
  private static final String MAILS = "/mail/caught.xhtml";

  @Test
  void O8_a_reply_is_read_in_the_demonstration_s_mailbox_by_who_sees_its_letter() {
    var subject = "Envoi " + System.nanoTime();
    var reply = AReply.toSign(subject);
    reply.act(
        AReply.MAYOR,
        "sign",
        "{\"password\":\"demo\",\"seenSha256\":\"%s\"}"
            .formatted(reply.last().getString("pdfSha256")));
    reply.act(
        AReply.ASSISTANT,
        "send",
        "{\"means\":\"EMAIL\",\"recipient\":\"a@exemple.fr\",\"subject\":\"%s\",\"text\":\"Bonjour.\"}"
            .formatted(subject));
    var sender = Visitor.as("assistante");
    var end = Instant.now().plusSeconds(60);
    while (!sender.get(MAILS).body().contains(subject)) {
      assertThat(Instant.now()).as("not caught yet").isBefore(end);
      ATown.pause(200);
    }
    var newest =
        sender.get(MAILS).body().replaceFirst("(?s).*?caught\\.xhtml\\?id=([^\"]+)\".*", "$1");
    var mail = MAILS + "?id=" + newest;
    var file = "/mail/attachment?number=0&id=" + newest;
    assertThat(sender.get(mail).body()).contains(subject);
    assertThat(sender.get(file).statusCode()).isEqualTo(200);
    var elsewhere = Visitor.as("b.tissot");
    assertThat(elsewhere.get(MAILS).statusCode()).as("sends too").isEqualTo(200);
    assertThat(elsewhere.get(MAILS).body()).doesNotContain(subject);
    assertThat(elsewhere.get(mail).statusCode()).isEqualTo(404);
    assertThat(elsewhere.get(file).statusCode()).isEqualTo(404);
  }
}
