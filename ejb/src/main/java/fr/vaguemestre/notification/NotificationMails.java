package fr.vaguemestre.notification;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Readers;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.mail.OutgoingMail;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;

/**
 * Gathers what is to be told by mail, one mail an agent: in a moment, once nothing more has come
 * for half a minute or five have passed; or each morning at eight.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NotificationMails {
  private static final Duration QUIET = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final int MOST = 100;
  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("messages.notification", Locale.FRENCH);

  @Inject Database database;
  @Inject Readers readers;
  @Inject Outbox outbox;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** Intends the mails that are due. */
  public void gather() {
    var now = clock.instant();
    gather(
        ByMail.NOW, sql("max(n.at) < ? or min(n.at) < ?", now.minus(QUIET), now.minus(PATIENCE)));
    var town = tenants.current();
    var morning = town.today(clock).atTime(MORNING).atZone(town.zone()).toInstant();
    if (!now.isBefore(morning)) {
      gather(ByMail.DIGEST, sql("min(n.at) < ?", morning));
    }
  }

  private void gather(ByMail how, Statement due) {
    database
        .list(
            sql(
                    "select n.agent_id as id from notification n where n.by_mail = ? group by n.agent_id having",
                    how)
                .add(due),
            row -> row.number("id"))
        .forEach(agent -> intend(agent, how));
  }

  /** A mail to this agent that tells nothing yet; its id. */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public long open(long agent) {
    return database
        .first(
            sql(
                "insert into notification_mail (id, version, agent_id, message_id, made_at)"
                    + " values (nextval('row_id'), 1, ?, ?, ?) returning id",
                agent,
                "<" + UUID.randomUUID() + "@vaguemestre.invalid>",
                clock.instant()),
            row -> row.number("id"))
        .orElseThrow();
  }

  private void intend(long agent, ByMail how) {
    long mail = open(agent);
    int gathered =
        database.update(
            sql(
                "update notification set mail_id = ?, by_mail = 'NO' where agent_id = ? and by_mail = ?",
                mail,
                agent,
                how));
    if (gathered == 0) {
      database.update(sql("delete from notification_mail where id = ?", mail));
    } else {
      outbox.intend(Kind.NOTIFY, mail);
    }
  }

  /**
   * The mail to send now: what its agent has not read and still sees; none when nothing is left, or
   * when agent or town have no address.
   */
  public Optional<OutgoingMail> compose(long mail) {
    return envelope(mail).flatMap(envelope -> compose(mail, envelope));
  }

  /** To whom it goes; none when they have left or have no address. */
  public Optional<Envelope> envelope(long mail) {
    return database.first(
        sql(
            "select m.*, a.email from notification_mail m join agent a on a.tenant_id = m.tenant_id and a.id = m.agent_id"
                + " where m.id = ? and a.active and a.email is not null",
            mail),
        row -> new Envelope(row.number("agent_id"), row.text("email"), row.text("message_id")));
  }

  private Optional<OutgoingMail> compose(long mail, Envelope envelope) {
    var town = tenants.current();
    var lines =
        readers
            .of(envelope.agent())
            .map(
                reader ->
                    database.list(
                        sql(
                                """
                                select count(*) over () as total, n.reason, c.chrono, case when not c.confidential and not c.sensitive then c.subject end as subject
                                  from notification n
                                  join correspondence c on c.tenant_id = n.tenant_id and c.id = n.correspondence_id
                                 where n.mail_id = ? and n.read_at is null and
                                """,
                                mail)
                            .add(Visibility.conditionByLetter("c", reader))
                            .add("order by n.id limit ?", MOST),
                        NotificationMails::line))
            .orElse(List.of());
    if (lines.isEmpty() || town.email() == null) {
      return Optional.empty();
    }
    long total = lines.getFirst().total();
    var said = new ArrayList<>(lines.stream().map(Line::text).toList());
    if (total > lines.size()) {
      said.add(WORDS.getString("notification.mail.more").formatted(total - lines.size()));
    }
    if (town.hostName() != null) {
      said.add("\nhttps://" + town.hostName() + "/notification/list.xhtml");
    }
    var subject = WORDS.getString("notification.mail.subject").formatted(total);
    var text =
        WORDS.getString("notification.mail.text").formatted(String.join("\n", said), town.name());
    return Optional.of(
        new OutgoingMail(
            envelope.messageId(),
            OutgoingMail.named(town.name(), town.email()),
            null,
            List.of(envelope.address()),
            subject,
            text,
            null,
            List.of(),
            Map.of("Auto-Submitted", "auto-generated")));
  }

  private static Line line(Row row) {
    var subject = row.text("subject");
    var text =
        "- %s : %s%s"
            .formatted(
                row.text("chrono"),
                WORDS.getString("notification.reason." + row.text("reason")),
                subject == null ? "" : " (" + subject + ")");
    return new Line(text, row.number("total"));
  }

  /** One of so many. */
  private record Line(String text, long total) {}

  /** Of an agent, their address, and the Message-ID. */
  public record Envelope(long agent, String address, String messageId) {}
}
