package fr.vaguemestre.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeliveryReportsTest {
  private static final String ID = "<8f0c@vaguemestre.invalid>";

  /** As Postfix writes it. */
  static String failure(String messageId) {
    return report(
        "failed",
        "5.1.1",
        "message/rfc822",
        "Message-ID: " + messageId + "\nSubject: x\n\nBonjour.");
  }

  static String report(String action, String status, String third, String original) {
    return """
    From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
    To: retours@ville.example
    Subject: Undelivered Mail Returned to Sender
    Auto-Submitted: auto-replied
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary="B"

    --B
    Content-Type: text/plain; charset=us-ascii

    I'm sorry to have to inform you.

    --B
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example.org
    Arrival-Date: Sun, 22 Nov 2026 10:00:00 +0100

    Final-Recipient: rfc822; absent@example.org
    Action: %s
    Status: %s
    Diagnostic-Code: smtp; 550 5.1.1 <absent@example.org>:
        Recipient address rejected

    --B
    Content-Type: %s

    %s
    --B--
    """
        .formatted(action, status, third, original)
        .replace("\n", "\r\n");
  }

  @Test
  void SEN1_a_failure_names_the_message_the_address_and_why() {
    assertThat(read(failure(ID)))
        .isEqualTo(
            new DeliveryReport(
                java.util.Set.of(ID),
                true,
                "absent@example.org",
                null,
                "5.1.1",
                "550 5.1.1 <absent@example.org>: Recipient address rejected"));
  }

  @Test
  void SEN1_the_message_is_also_known_by_headers_alone_by_the_envelope_or_by_references() {
    assertThat(read(report("failed", "5.2.2", "text/rfc822-headers", "Message-ID: " + ID)).about())
        .containsExactly(ID);
    var none = report("failed", "5.2.2", "text/plain", "nothing");
    assertThat(
            read(none.replace(
                    "Reporting-MTA:", "Original-Envelope-Id: " + ID + "\r\nReporting-MTA:"))
                .about())
        .containsExactly(ID);
    assertThat(
            read(none.replaceFirst("Subject:", "References: <a@b> " + ID + "\r\nSubject:")).about())
        .containsExactlyInAnyOrder("<a@b>", ID);
  }

  @Test
  void SEN1_late_is_no_failure_and_what_arrived_is_no_report() {
    assertThat(read(report("delayed", "4.4.1", "message/rfc822", "Message-ID: " + ID)).failed())
        .isFalse();
    assertThat(
            DeliveryReports.read(
                report("delivered", "2.0.0", "message/rfc822", "a: b").getBytes(US_ASCII)))
        .isEmpty();
  }

  @Test
  void SEN1_other_messages_are_no_reports() {
    for (var other :
        new String[] {
          "",
          "Subject: Bonjour\r\n\r\nAction: failed",
          failure(ID).replace("delivery-status;", "disposition-notification;"),
          failure(ID).replace("message/delivery-status", "text/plain"),
          failure(ID).replace("multipart/report", "multipart/mixed"),
        }) {
      assertThat(DeliveryReports.read(other.getBytes(US_ASCII))).as(other).isEmpty();
    }
  }

  @Test
  void SEN1_a_report_that_sends_a_large_message_back_is_read() {
    var huge = failure(ID).replace("Bonjour.", "JVBERi0xLjcK\r\n".repeat(200_000));
    assertThat(huge.length()).isGreaterThan(2 * DeliveryReports.LONGEST);
    assertThat(read(huge).about()).containsExactly(ID);
    assertThat(read(huge).failed()).isTrue();
  }

  @Test
  void SEN1_the_address_is_the_one_written_to_or_one_it_forwards_to() {
    var report = read(failure(ID));
    assertThat(report.concerns("Absent@EXAMPLE.org")).isTrue();
    assertThat(report.concerns("contact@asso.example")).isFalse();
    var forwarded =
        read(
            failure(ID)
                .replace(
                    "Final-Recipient:",
                    "Original-Recipient: rfc822;contact@xn--dou-dma.example\r\nFinal-Recipient:"));
    assertThat(forwarded.concerns("contact@doué.example")).isTrue();
    assertThat(
            read(failure(ID).replace("Final-Recipient: rfc822; absent@example.org", "X: y"))
                .concerns("anybody@example.org"))
        .as("none is named")
        .isTrue();
  }

  @Test
  void SEN1_broken_reports_harm_nothing() {
    var random = new Random(7);
    var whole = failure(ID).getBytes(US_ASCII);
    for (int i = 0; i < 3_000; i++) {
      var broken = Arrays.copyOf(whole, random.nextInt(whole.length));
      for (int j = random.nextInt(20); j > 0 && broken.length > 0; j--) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      assertThatCode(() -> DeliveryReports.read(broken)).doesNotThrowAnyException();
    }
  }

  private static DeliveryReport read(String message) {
    return DeliveryReports.read(message.getBytes(US_ASCII)).orElseThrow();
  }
}
