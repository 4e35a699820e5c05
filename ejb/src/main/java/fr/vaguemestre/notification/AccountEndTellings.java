package fr.vaguemestre.notification;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.mail.OutgoingMail;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes to whoever administers machine accounts that one ends in {@value #FIRST}, {@value #SECOND}
 * days or {@value #LAST}, once each, whatever they wish to be told of letters: a portal that stops
 * is not theirs alone. An end that is moved is another end.
 */
@Stateless
public class AccountEndTellings {
  static final int FIRST = 30;
  static final int SECOND = 7;
  static final int LAST = 1;

  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("messages.notification", Locale.FRENCH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);

  @Inject Database database;
  @Inject Readers readers;
  @Inject NotificationMails mails;
  @Inject Outbox outbox;
  @Inject Tenants tenants;
  @Inject Clock clock;

  private record Ending(long client, String label, String login, Instant at) {}

  /**
   * Tells of these accounts what there is to tell today; the logins of which nobody can be told,
   * which stay to be told.
   */
  public List<String> tell(Collection<Long> clients) {
    var whom = administrators();
    var due =
        database
            .list(
                sql(
                    """
                    select k.id, k.label, k.expires_at, a.login from api_client k
                      join agent a on a.tenant_id = k.tenant_id and a.id = k.agent_id
                     where k.id = any(?) and k.active and k.expires_at > ? order by k.expires_at, k.id
                    """,
                    clients,
                    clock.instant()),
                row ->
                    new Ending(
                        row.number("id"),
                        row.text("label"),
                        row.text("login"),
                        row.instant("expires_at")))
            .stream()
            .filter(ending -> whom.isEmpty() ? untold(ending) : first(ending))
            .toList();
    if (due.isEmpty()) {
      return List.of();
    }
    whom.forEach(agent -> intend(agent, due));
    return whom.isEmpty() ? due.stream().map(Ending::login).toList() : List.of();
  }

  /**
   * How many days ahead it is told when so many are left, the last day not counted: the nearest
   * that is not past; none when it is too early.
   */
  static OptionalInt ahead(long left) {
    return IntStream.of(LAST, SECOND, FIRST).filter(days -> left <= days).findFirst();
  }

  private OptionalInt ahead(Ending ending) {
    return ahead(ChronoUnit.DAYS.between(tenants.current().today(clock), lastDay(ending.at())));
  }

  /** Whether there is something to tell of it that has not been told. */
  private boolean untold(Ending ending) {
    var ahead = ahead(ending);
    return ahead.isPresent()
        && database.count(
                sql(
                    "select count(*) as count from account_end_told where client_id = ? and ends_at = ? and days = ?",
                    ending.client(),
                    ending.at(),
                    ahead.getAsInt()))
            == 0;
  }

  /** The same, and it is told from now on. */
  private boolean first(Ending ending) {
    var ahead = ahead(ending);
    return ahead.isPresent()
        && database.update(
                sql(
                    "insert into account_end_told (client_id, ends_at, days, told_at) values (?, ?, ?, ?) on conflict do nothing",
                    ending.client(),
                    ending.at(),
                    ahead.getAsInt(),
                    clock.instant()))
            > 0;
  }

  private LocalDate lastDay(Instant end) {
    return LocalDate.ofInstant(end.minusMillis(1), tenants.current().zone());
  }

  /** Who may be written to; none when the town has no address to write from. */
  private List<Long> administrators() {
    if (tenants.current().email() == null) {
      return List.of();
    }
    return database
        .list(
            sql(
                """
                select a.id from agent a where a.active and not a.machine and a.email is not null and exists (
                  select 1 from agent_group g join privilege_group_right r on r.tenant_id = g.tenant_id and r.group_id = g.group_id
                   where g.tenant_id = a.tenant_id and g.agent_id = a.id and r.granted = ?) order by a.id
                """,
                Right.ADMIN_AGENTS),
            row -> row.number("id"))
        .stream()
        .filter(this::administers)
        .toList();
  }

  private boolean administers(long agent) {
    return readers.of(agent).filter(AccountEndTellings::administers).isPresent();
  }

  private static boolean administers(Reader reader) {
    return reader.may(Right.ADMIN_AGENTS, null);
  }

  private void intend(long agent, List<Ending> due) {
    long mail = mails.open(agent);
    due.forEach(
        ending ->
            database.update(
                sql(
                    "insert into account_end_mail (mail_id, client_id, ends_at) values (?, ?, ?)",
                    mail,
                    ending.client(),
                    ending.at())));
    outbox.intend(Kind.NOTIFY, mail);
  }

  /**
   * The mail to send now: of the accounts that still end then, to whoever still administers them.
   */
  public Optional<OutgoingMail> compose(long mail) {
    return mails
        .envelope(mail)
        .filter(envelope -> administers(envelope.agent()))
        .flatMap(envelope -> compose(mail, envelope));
  }

  private Optional<OutgoingMail> compose(long mail, NotificationMails.Envelope envelope) {
    var town = tenants.current();
    var lines =
        database.list(
            sql(
                """
                select k.label, k.expires_at, a.login from account_end_mail m
                  join api_client k on k.tenant_id = m.tenant_id and k.id = m.client_id and k.active and k.expires_at = m.ends_at
                  join agent a on a.tenant_id = k.tenant_id and a.id = k.agent_id
                 where m.mail_id = ? order by k.expires_at, k.id
                """,
                mail),
            row ->
                WORDS
                    .getString("notification.account-end.line")
                    .formatted(
                        row.text("label"),
                        row.text("login"),
                        DAY.format(lastDay(row.instant("expires_at")))));
    if (lines.isEmpty() || town.email() == null) {
      return Optional.empty();
    }
    var where =
        town.hostName() == null ? "" : "\nhttps://" + town.hostName() + "/admin/clients.xhtml\n";
    return Optional.of(
        new OutgoingMail(
            envelope.messageId(),
            OutgoingMail.named(town.name(), town.email()),
            null,
            List.of(envelope.address()),
            WORDS.getString("notification.account-end.subject").formatted(lines.size()),
            WORDS
                .getString("notification.account-end.text")
                .formatted(
                    lines.stream().collect(Collectors.joining("\n")) + "\n" + where, town.name()),
            null,
            List.of(),
            Map.of("Auto-Submitted", "auto-generated")));
  }
}
