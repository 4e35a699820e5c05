package fr.vaguemestre.mailing;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.anonymisation.Leftovers;
import fr.vaguemestre.dispatch.Bounces;
import fr.vaguemestre.dispatch.Means;
import fr.vaguemestre.dispatch.SendingMails;
import fr.vaguemestre.mail.DeliveryReport;
import fr.vaguemestre.mail.MailRejected;
import fr.vaguemestre.mail.OutgoingMail;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.reply.Drafts;
import fr.vaguemestre.reply.MergeFields;
import fr.vaguemestre.reply.MergeSource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of one recipient, each in its transaction and only from the state before it: carried
 * out twice, it is done once. Whether it may be done was decided at the start of the mailing.
 */
@Stateless
public class Recipients {
  /** Of a reason, in characters. */
  private static final int LONGEST = 400;

  @Inject Database database;
  @Inject Drafts drafts;
  @Inject SendingMails mails;
  @Inject MailingEnds ends;
  @Inject Outbox outbox;
  @Inject Leftovers leftovers;
  @Inject Clock clock;

  /** What is to be merged for one recipient. */
  public record Task(MergeSource source, Map<String, Object> values) {}

  /** None when it is made already. */
  public Optional<Task> toMerge(long id) {
    return find(id)
        .filter(r -> r.status() == Recipient.Status.WAITING)
        .map(
            r -> {
              var source = drafts.source(r.version()).orElseThrow(Refusal::notFound);
              return new Task(source, MergeFields.addressed(source.values(), r.person()));
            });
  }

  /** The document is kept; by mail, it is to leave. */
  public void made(long id, String pdf) {
    var changed =
        changed(
            sql(
                "update mailing_recipient set status = 'MADE', pdf_sha256 = ?, done_at = ? where id = ? and status = 'WAITING'",
                pdf,
                clock.instant(),
                id));
    if (changed.isEmpty()) {
      leftovers.unnamed(pdf);
    } else if (find(id).orElseThrow().means() == Means.EMAIL) {
      outbox.intend(Kind.MAIL_RECIPIENT, id);
    } else {
      ends.reached(changed.get());
    }
  }

  /**
   * The mail to hand over now, marked as leaving. None when it left or failed, or was leaving
   * already: a crash came in between and it is put in doubt instead of being sent twice.
   */
  public Optional<OutgoingMail> leave(long id) {
    var recipient = find(id);
    if (recipient.filter(r -> r.status() == Recipient.Status.LEAVING).isPresent()) {
      doubted(id);
      return Optional.empty();
    }
    try {
      var due = recipient.filter(r -> r.status() == Recipient.Status.MADE).map(this::mail);
      due.ifPresent(mail -> become(id, Recipient.Status.LEAVING, null));
      return due;
    } catch (MailRejected e) {
      failed(id, e.getMessage());
      return Optional.empty();
    }
  }

  public void sent(long id) {
    become(id, Recipient.Status.SENT, null).ifPresent(ends::reached);
  }

  /** The mail server was away: as before the try. */
  public void delayed(long id) {
    become(id, Recipient.Status.MADE, null);
  }

  /** Nobody knows whether it left. */
  public void doubted(long id) {
    become(id, Recipient.Status.DOUBT, "dispatch.interrupted").ifPresent(ends::reached);
  }

  /** This one gets nothing; the others go on. */
  public void failed(long id, String why) {
    become(id, Recipient.Status.FAILED, cut(String.valueOf(why))).ifPresent(ends::reached);
  }

  /**
   * What a mail server says of a mail that left: it never arrives, or is late.
   *
   * @return whether one of this town's is meant
   */
  public boolean reported(DeliveryReport report) {
    var about = List.copyOf(report.about());
    var meant =
        database.list(
            sql(Recipient.SELECT).add("where r.message_id = any(?)", about), Recipient::read);
    meant.forEach(recipient -> reported(recipient, report));
    return !meant.isEmpty();
  }

  private void reported(Recipient recipient, DeliveryReport report) {
    var words = cut(Bounces.words(report, recipient.person().email()));
    if (report.failed() && report.concerns(recipient.person().email())) {
      changed(
              sql(
                  "update mailing_recipient set status = 'BOUNCED', reason = ? where id = ? and status in ('SENT', 'DOUBT')",
                  words,
                  recipient.id()))
          .ifPresent(ends::bounced);
    } else {
      database.update(
          sql(
              "update mailing_recipient set reason = ? where id = ? and status = 'SENT' and email is not null",
              words,
              recipient.id()));
    }
  }

  /** The mailing, when something changed. */
  private Optional<Long> become(long id, Recipient.Status status, String reason) {
    return changed(
        sql(
            "update mailing_recipient set status = ?, reason = ?, done_at = ? where id = ? and status not in ('SENT', 'FAILED', 'DOUBT', 'BOUNCED')",
            status,
            reason,
            clock.instant(),
            id));
  }

  private Optional<Long> changed(Statement update) {
    return database.first(update.add("returning mailing_id"), row -> row.number("mailing_id"));
  }

  private Optional<Recipient> find(long id) {
    return database.first(sql(Recipient.SELECT).add("where r.id = ?", id), Recipient::read);
  }

  private OutgoingMail mail(Recipient recipient) {
    return mails.copy(
        recipient.letter(),
        recipient.messageId(),
        recipient.person().email(),
        recipient.subject(),
        recipient.words(),
        recipient.pdf());
  }

  private static String cut(String words) {
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
  }
}
