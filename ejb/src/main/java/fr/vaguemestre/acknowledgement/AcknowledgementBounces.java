package fr.vaguemestre.acknowledgement;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.dispatch.Bounces;
import fr.vaguemestre.dispatch.Reported;
import fr.vaguemestre.mail.DeliveryReport;
import fr.vaguemestre.platform.db.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Reports about mails of acknowledgements (SEN1): one that never arrived has failed, once, and who
 * holds the letter is told; a delay is only shown.
 */
@ApplicationScoped
public class AcknowledgementBounces implements Reported {
  private static final int LONGEST = 400;

  @Inject Database database;
  @Inject CorrespondenceActions actions;
  @Inject Automaton automaton;
  @Inject Clock clock;

  private record Left(long id, long letter, String number, String recipient) {}

  @Override
  public boolean receive(DeliveryReport report) {
    var ours =
        database.list(
            sql(
                "select id, correspondence_id, number, recipient from acknowledgement where means = 'EMAIL' and message_id = any(?)",
                List.copyOf(report.about())),
            row ->
                new Left(
                    row.number("id"),
                    row.number("correspondence_id"),
                    row.text("number"),
                    row.text("recipient")));
    ours.forEach(left -> reported(left, report));
    return !ours.isEmpty();
  }

  private void reported(Left left, DeliveryReport report) {
    var words = cut(Bounces.words(report, left.recipient()));
    if (!report.failed() || !report.concerns(left.recipient())) {
      database.update(
          sql(
              "update acknowledgement set reason = ? where id = ? and status = ? and recipient is not null",
              words,
              left.id(),
              Delivery.SENT));
    } else if (failed(left.id(), words)) {
      actions.fromOutside(
          automaton.reader(),
          left.letter(),
          "ACKNOWLEDGEMENT_RETURNED",
          Map.of("number", left.number()),
          words);
    }
  }

  /** Whether it had not failed before. */
  private boolean failed(long id, String words) {
    return database.update(
            sql(
                "update acknowledgement set status = ?, reason = ?, done_at = ? where id = ? and status <> ?",
                Delivery.FAILED,
                words,
                clock.instant(),
                id,
                Delivery.FAILED))
        > 0;
  }

  private static String cut(String words) {
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
  }
}
