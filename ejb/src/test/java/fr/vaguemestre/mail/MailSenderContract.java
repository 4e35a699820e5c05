package fr.vaguemestre.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every sender owes its callers, seen from the receiving side. */
public abstract class MailSenderContract {
  protected static final String ID = "<reponse-42@ville.example>";

  @TempDir protected Path folder;

  /** One received message, decoded by the receiving side. */
  public record Received(
      String messageId,
      String from,
      String replyTo,
      List<String> to,
      String subject,
      String text,
      Map<String, byte[]> attachments) {}

  protected abstract MailSender sender();

  protected abstract List<Received> received() throws Exception;

  @Test
  void accents_arrive_as_written() throws Exception {
    SendResult result =
        sender().send(letter("Réponse à votre courrier n° 2026A/42 – été", List.of()));
    assertThat(result.accepted()).containsExactly("emilie@exemple.fr");
    assertThat(result.messageId()).isEqualTo(ID);
    assertThat(received())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.subject()).isEqualTo("Réponse à votre courrier n° 2026A/42 – été");
              assertThat(mail.text()).contains("Madame, voici l’été à 3 €");
              assertThat(mail.from()).contains("Mairie de Bélair", "courrier@ville.fr");
              assertThat(mail.replyTo()).contains("voirie@ville.fr");
            });
  }

  @Test
  void a_sender_is_named_whatever_the_name_holds() throws Exception {
    var names = List.of("Direction de l’éducation, jeunesse et sports", "Voirie \"Nord\" <1> \\ ;");
    for (var name : names) {
      sender().send(from(OutgoingMail.named(name, "courrier@ville.fr")));
    }
    assertThat(received())
        .extracting(Received::from)
        .allMatch(from -> from.contains("courrier@ville.fr"))
        .anyMatch(from -> from.contains("Direction de l’éducation, jeunesse et sports"));
  }

  @Test
  void a_retry_keeps_the_message_id() throws Exception {
    sender().send(letter("Réponse", List.of()));
    sender().send(letter("Réponse", List.of()));
    assertThat(received()).extracting(Received::messageId).containsExactly(ID, ID);
  }

  @Test
  void an_attachment_arrives_byte_for_byte_under_its_accented_long_name() throws Exception {
    byte[] bytes = new byte[300_000];
    new java.util.Random(1).nextBytes(bytes);
    String name = "Arrêté n° 12 – réfection de la chaussée, avenue du Général-Leclerc «bis».pdf";
    Path file = Files.write(folder.resolve("a.pdf"), bytes);
    sender()
        .send(letter("Pièce", List.of(new OutgoingMail.Attachment(name, "application/pdf", file))));
    assertThat(received().getFirst().attachments()).containsOnlyKeys(name);
    assertThat(received().getFirst().attachments().get(name)).isEqualTo(bytes);
  }

  @Test
  void a_line_break_in_a_header_never_leaves() {
    assertThatThrownBy(() -> letter("Sujet\r\nBcc: tous@exemple.fr", List.of()))
        .isInstanceOf(MailRejected.class);
    assertThatThrownBy(() -> with(Map.of("X-Vaguemestre", "a\nBcc: x@y.fr")))
        .isInstanceOf(MailRejected.class);
    assertThatThrownBy(() -> with(Map.of("Bcc", "x@y.fr"))).isInstanceOf(MailRejected.class);
    assertThatThrownBy(
            () -> new OutgoingMail.Attachment("a\r\nX: y", "text/plain", folder.resolve("a")))
        .isInstanceOf(MailRejected.class);
  }

  @Test
  void what_is_no_address_is_rejected_for_good() {
    for (String wrong : List.of("emilie", "emilie@", "a b@c.fr", "x@y.fr, z@y.fr", "")) {
      assertThatThrownBy(() -> sender().send(to(wrong)))
          .as(wrong)
          .isInstanceOfSatisfying(
              MailRejected.class, e -> assertThat(e.addresses()).containsExactly(wrong));
    }
  }

  @Test
  void an_accented_domain_is_accepted() throws Exception {
    sender().send(to("emilie@mairie-bélair.fr"));
    assertThat(received()).hasSize(1);
  }

  @Test
  void an_attachment_gone_from_the_disk_is_said_and_nothing_leaves() throws Exception {
    var gone = new OutgoingMail.Attachment("a.pdf", "application/pdf", folder.resolve("gone"));
    assertThatThrownBy(() -> sender().send(letter("x", List.of(gone))))
        .isInstanceOf(MailRejected.class)
        .hasMessageContaining("a.pdf");
    assertThat(received()).isEmpty();
  }

  protected static OutgoingMail letter(String subject, List<OutgoingMail.Attachment> attachments) {
    return new OutgoingMail(
        ID,
        "Mairie de Bélair <courrier@ville.fr>",
        "voirie@ville.fr",
        List.of("Émilie Durand <emilie@exemple.fr>"),
        subject,
        "Madame, voici l’été à 3 €\n.\nune ligne après un point",
        "<p>Madame, voici l’été à 3 €</p>",
        attachments,
        Map.of("X-Vaguemestre-Chrono", "2026A/42 – été"));
  }

  protected static OutgoingMail to(String... addresses) {
    return new OutgoingMail(
        ID,
        "courrier@ville.fr",
        null,
        List.of(addresses),
        "Sujet",
        "Texte",
        null,
        List.of(),
        Map.of());
  }

  private static OutgoingMail from(String sender) {
    return new OutgoingMail(
        ID, sender, null, List.of("a@b.fr"), "Sujet", "Texte", null, List.of(), Map.of());
  }

  private static OutgoingMail with(Map<String, String> headers) throws IOException {
    return new OutgoingMail(
        ID, "c@ville.fr", null, List.of("a@b.fr"), "Sujet", "Texte", null, List.of(), headers);
  }
}
