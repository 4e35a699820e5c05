package fr.vaguemestre.mail.catcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.mail.MailRejected;
import fr.vaguemestre.mail.MailSender;
import fr.vaguemestre.mail.MailSenderContract;
import fr.vaguemestre.mail.OutgoingMail;
import fr.vaguemestre.mail.smtp.SmtpMailSender;
import fr.vaguemestre.mail.smtp.SmtpSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailCatcherTest extends MailSenderContract {
  private MailCatcher catcher;

  @BeforeEach
  void start() {
    catcher = MailCatcher.start(0, folder.resolve("caught"), 1_000_000, Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    catcher.stop();
  }

  @Override
  protected MailSender sender() {
    return new SmtpMailSender(SmtpSettings.relay("127.0.0.1", catcher.port()), Clock.systemUTC());
  }

  @Override
  protected List<Received> received() {
    return catcher.list().stream()
        .map(line -> catcher.read(line.id()).orElseThrow())
        .map(
            mail ->
                new Received(
                    mail.messageId(),
                    mail.line().from(),
                    mail.replyTo(),
                    mail.line().to(),
                    mail.line().subject(),
                    mail.text(),
                    mail.attachments().stream()
                        .collect(Collectors.toMap(CaughtMail.File::name, CaughtMail.File::bytes))))
        .toList();
  }

  @Test
  void the_list_is_newest_first_and_survives_a_restart() {
    sender().send(letter("premier", List.of()));
    sender().send(letter("second", List.of()));
    assertThat(catcher.list()).extracting(CaughtMail::subject).containsExactly("second", "premier");
    catcher.stop();
    catcher = MailCatcher.start(0, folder.resolve("caught"), Clock.systemUTC());
    assertThat(catcher.list()).extracting(CaughtMail::subject).containsExactly("second", "premier");
  }

  @Test
  void one_message_to_two_people_is_caught_once() {
    sender().send(to("a@b.fr", "c@d.fr"));
    assertThat(catcher.list())
        .singleElement()
        .satisfies(mail -> assertThat(mail.to()).containsExactly("a@b.fr", "c@d.fr"));
  }

  @Test
  void a_message_over_the_limit_is_refused_and_leaves_nothing() throws IOException {
    Path big = Files.write(folder.resolve("big"), new byte[2_000_000]);
    var attachment = new OutgoingMail.Attachment("big.bin", "application/octet-stream", big);
    assertThatThrownBy(() -> sender().send(letter("gros", List.of(attachment))))
        .isInstanceOf(MailRejected.class);
    try (var left = Files.list(folder.resolve("caught"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void an_id_is_never_a_path() throws IOException {
    Files.writeString(folder.resolve("secret.eml"), "Subject: secret\r\n\r\nsecret");
    assertThat(catcher.read("../secret")).isEmpty();
    assertThat(catcher.read("")).isEmpty();
  }

  @Test
  void it_listens_on_the_loopback_only() throws IOException {
    var outside =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(a -> !a.isLoopbackAddress() && a instanceof java.net.Inet4Address)
            .findFirst();
    org.junit.jupiter.api.Assumptions.assumeTrue(outside.isPresent());
    InetAddress address = outside.get();
    assertThatThrownBy(() -> new Socket(address, catcher.port()).close())
        .isInstanceOf(java.net.ConnectException.class);
  }

  @Test
  void garbage_is_listed_not_hidden() throws Exception {
    try (var socket = new Socket("127.0.0.1", catcher.port())) {
      socket.setSoTimeout((int) Duration.ofSeconds(5).toMillis());
      socket
          .getOutputStream()
          .write(
              "HELO x\r\nMAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\n\u0000\u00ff=?bad?=\r\n.\r\nQUIT\r\n"
                  .getBytes(StandardCharsets.ISO_8859_1));
      socket.getInputStream().readAllBytes();
    }
    assertThat(catcher.list()).hasSize(1);
    assertThat(catcher.read(catcher.list().getFirst().id())).isPresent();
  }
}
