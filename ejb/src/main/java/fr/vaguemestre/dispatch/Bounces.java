package fr.vaguemestre.dispatch;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.mail.DeliveryReport;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What mail servers report of our mails comes back to the letters they left from (SEN1). */
@Stateless
public class Bounces {
  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("messages.dispatch", Locale.FRENCH);

  /** The beginnings of status codes (RFC 3463) that have words of their own, the longest first. */
  private static final List<String> CODES =
      List.of("5.1.1", "5.2.2", "4.4.7", "5.1", "5.2", "5.3.4", "5.4", "4.4", "5.7");

  @Inject Database database;
  @Inject Dispatches dispatches;
  @Inject @Any Instance<Reported> others;

  /** A mail of ours, as far as a report needs it. */
  private record Sent(long id, String recipient) {}

  /**
   * Takes the report to the mail of this town that it is about: that of a sending, whose letter a
   * failure brings back, once, while a delay is only shown; or another feature's.
   *
   * @return false when it is about none: not ours to hide
   */
  public boolean receive(DeliveryReport report) {
    var ours =
        database.list(
            sql(
                "select id, recipient from sending where means = 'EMAIL' and message_id = any(?)",
                List.copyOf(report.about())),
            row -> new Sent(row.number("id"), row.text("recipient")));
    ours.forEach(
        sent -> {
          var words = words(report, sent.recipient());
          if (report.failed() && report.concerns(sent.recipient())) {
            dispatches.bounced(sent.id(), words);
          } else {
            dispatches.late(sent.id(), words);
          }
        });
    return others.stream().filter(other -> other.receive(report)).count() > 0 || !ours.isEmpty();
  }

  /** What a report says of a mail to this address, in French. */
  public static String words(DeliveryReport report, String address) {
    var said = new StringBuilder(WORDS.getString(key(report, address)));
    if (report.recipient() != null) {
      said.append(" : ").append(report.recipient());
    }
    if (report.words() != null || report.status() != null) {
      said.append(" (").append(report.words() == null ? report.status() : report.words());
      said.append(')');
    }
    return said.toString();
  }

  private static String key(DeliveryReport report, String address) {
    if (!report.failed()) {
      return "dispatch.bounce.late";
    }
    if (!report.concerns(address)) {
      return "dispatch.bounce.elsewhere";
    }
    return CODES.stream()
        .filter(code -> report.status() != null && (report.status() + ".").startsWith(code + "."))
        .findFirst()
        .map(code -> "dispatch.bounce." + code)
        .orElse("dispatch.bounce.other");
  }
}
