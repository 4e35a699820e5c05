package fr.vaguemestre.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.vaguemestre.mail.MailDelayed;
import fr.vaguemestre.mail.MailDoubtful;
import fr.vaguemestre.mail.MailRejected;
import fr.vaguemestre.mail.MailSender;
import fr.vaguemestre.mail.MailSenderContract;
import fr.vaguemestre.mail.SendResult;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpMailSenderTest extends MailSenderContract {
  private GreenMail server;

  @BeforeEach
  void start() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Override
  protected MailSender sender() {
    return sender(server.getSmtp().getPort());
  }

  private static MailSender sender(int port) {
    return new SmtpMailSender(
        new SmtpSettings(
            "127.0.0.1",
            port,
            null,
            null,
            false,
            false,
            Duration.ofSeconds(2),
            Duration.ofSeconds(1)),
        Clock.systemUTC());
  }

  @Override
  protected List<Received> received() throws Exception {
    var all = new ArrayList<Received>();
    for (MimeMessage message : server.getReceivedMessages()) {
      var text = new StringBuilder();
      var files = new LinkedHashMap<String, byte[]>();
      collect(message, text, files);
      all.add(
          new Received(
              message.getMessageID(),
              ((InternetAddress) message.getFrom()[0]).toUnicodeString(),
              message.getReplyTo()[0].toString(),
              Arrays.stream(message.getAllRecipients()).map(Object::toString).toList(),
              message.getSubject(),
              text.toString(),
              files));
    }
    return all;
  }

  private static void collect(Part part, StringBuilder text, Map<String, byte[]> files)
      throws Exception {
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart child = parts.getBodyPart(i);
        collect(child, text, files);
      }
    } else if (part.getFileName() != null) {
      String name = jakarta.mail.internet.MimeUtility.decodeText(part.getFileName());
      files.put(name, part.getInputStream().readAllBytes());
    } else if (part.isMimeType("text/plain")) {
      text.append(part.getContent());
    }
  }

  @Test
  void no_server_means_later() throws IOException {
    int free;
    try (var socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertThatThrownBy(() -> sender(free).send(to("a@b.fr"))).isInstanceOf(MailDelayed.class);
  }

  @Test
  void a_silent_server_means_later_within_the_timeout() throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      long start = System.nanoTime();
      assertThatThrownBy(() -> sender(silent.getLocalPort()).send(to("a@b.fr")))
          .isInstanceOf(MailDelayed.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void a_550_for_the_only_recipient_is_for_good() throws IOException {
    try (var server = new Scripted(Map.of("inconnu@b.fr", "550 5.1.1 no such user"), "250 ok")) {
      assertThatThrownBy(() -> sender(server.port()).send(to("inconnu@b.fr")))
          .isInstanceOfSatisfying(
              MailRejected.class, e -> assertThat(e.addresses()).containsExactly("inconnu@b.fr"));
    }
  }

  @Test
  void a_450_is_later_and_names_who_waits() throws IOException {
    try (var server = new Scripted(Map.of("gris@b.fr", "450 4.7.1 greylisted"), "250 ok")) {
      assertThatThrownBy(() -> sender(server.port()).send(to("gris@b.fr")))
          .isInstanceOfSatisfying(
              MailDelayed.class,
              e -> {
                assertThat(e.remaining()).containsExactly("gris@b.fr");
                assertThat(e.accepted()).isEmpty();
              });
    }
  }

  @Test
  void one_bad_recipient_does_not_stop_the_others() throws IOException {
    try (var server = new Scripted(Map.of("inconnu@b.fr", "550 no such user"), "250 ok")) {
      SendResult result = sender(server.port()).send(to("a@b.fr", "inconnu@b.fr"));
      assertThat(result.accepted()).containsExactly("a@b.fr");
      assertThat(result.refused()).containsExactly("inconnu@b.fr");
    }
  }

  @Test
  void one_served_and_one_waiting_are_told_apart() throws IOException {
    try (var server = new Scripted(Map.of("gris@b.fr", "451 later"), "250 ok")) {
      assertThatThrownBy(() -> sender(server.port()).send(to("a@b.fr", "gris@b.fr")))
          .isInstanceOfSatisfying(
              MailDelayed.class,
              e -> {
                assertThat(e.accepted()).containsExactly("a@b.fr");
                assertThat(e.remaining()).containsExactly("gris@b.fr");
              });
    }
  }

  @Test
  void the_verdict_on_the_data_decides_too() throws IOException {
    try (var server = new Scripted(Map.of(), "554 5.7.1 refused as spam")) {
      assertThatThrownBy(() -> sender(server.port()).send(to("a@b.fr")))
          .isInstanceOf(MailRejected.class);
    }
    try (var server = new Scripted(Map.of(), "452 4.3.1 disk full")) {
      assertThatThrownBy(() -> sender(server.port()).send(to("a@b.fr")))
          .isInstanceOf(MailDelayed.class);
    }
  }

  @Test
  void SEN1_a_server_that_takes_the_data_and_says_nothing_leaves_a_doubt() throws IOException {
    try (var server = new Scripted(Map.of(), null)) {
      assertThatThrownBy(() -> sender(server.port()).send(to("a@b.fr")))
          .isInstanceOf(MailDoubtful.class);
    }
  }

  @Test
  void SEN1_a_server_that_goes_away_after_the_data_leaves_a_doubt() throws IOException {
    try (var server = new Scripted(Map.of(), "")) {
      assertThatThrownBy(() -> sender(server.port()).send(to("a@b.fr")))
          .isInstanceOf(MailDoubtful.class);
    }
  }

  @Test
  void tls_asked_for_and_not_offered_means_later_and_nothing_in_clear() {
    var settings =
        new SmtpSettings(
            "127.0.0.1",
            server.getSmtp().getPort(),
            null,
            null,
            true,
            false,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1));
    assertThatThrownBy(() -> new SmtpMailSender(settings, Clock.systemUTC()).send(to("a@b.fr")))
        .isInstanceOf(MailDelayed.class);
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void the_password_is_not_printed() {
    assertThat(
            new SmtpSettings("h", 25, "moi", "secret", true, false, Duration.ZERO, Duration.ZERO))
        .hasToString("SmtpSettings[h:25, login=moi]");
  }

  /**
   * A mail server that answers as told: per recipient, and after the data; null for silence, empty
   * for a cut.
   */
  private static final class Scripted implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());

    Scripted(Map<String, String> recipients, String afterData) throws IOException {
      Thread.ofVirtual().start(() -> serve(recipients, afterData));
    }

    int port() {
      return socket.getLocalPort();
    }

    private void serve(Map<String, String> recipients, String afterData) {
      try (Socket client = socket.accept()) {
        var in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "220 scripted");
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          if (data) {
            data = !line.equals(".");
            if (!data && "".equals(afterData)) {
              return;
            }
            if (!data && afterData != null) {
              say(client, afterData);
            }
          } else if (line.startsWith("RCPT")) {
            String address = line.replaceFirst(".*<(.*)>.*", "$1");
            say(client, recipients.getOrDefault(address, "250 ok"));
          } else if (line.equals("DATA")) {
            data = true;
            say(client, "354 go on");
          } else {
            say(client, "250 ok");
          }
        }
      } catch (IOException e) {
        // The client hung up: the test has its answer.
      }
    }

    private static void say(Socket client, String line) throws IOException {
      client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
