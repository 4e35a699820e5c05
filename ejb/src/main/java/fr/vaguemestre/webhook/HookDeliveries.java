package fr.vaguemestre.webhook;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Deliveries on their way. Each try is an intention of its own, so that the back-off is ours: tries
 * for three days, and a program that does not answer is left in peace for up to ten minutes, its
 * deliveries waiting, so that it does not stand in the way of mails.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class HookDeliveries {
  /** Before the second try, the third, and so on; after the last, it is lost. */
  static final List<Duration> BACK_OFF =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofHours(24),
          Duration.ofHours(24));

  private static final Duration LIFE = Duration.ofDays(3);
  private static final Duration BOTH_SECRETS = Duration.ofHours(24);
  private static final Duration REST = Duration.ofSeconds(5);
  private static final Duration LONGEST_REST = Duration.ofMinutes(10);
  private static final int AT_ONCE = 10;

  @Inject Database database;
  @Inject Outbox outbox;
  @Inject Clock clock;

  /** A call to make now; {@code olderSecret} signs too when it is not 0. */
  record Call(long id, long webhook, String address, String body, int secret, int olderSecret) {}

  /**
   * Sends off what is due: of a webhook that answers a few at a time, of one that failed a single
   * one once its rest is over.
   */
  public void sendOff() {
    var now = clock.instant();
    database
        .list(
            sql(
                """
                select d.id from webhook_delivery d
                  join (select q.id, row_number() over (partition by q.webhook_id order by q.due_at, q.id) as place
                          from webhook_delivery q where q.status = 'WAITING' and q.due_at <= ?) r on r.id = d.id
                  join webhook w on w.tenant_id = d.tenant_id and w.id = d.webhook_id
                 where w.active and (w.resting_until is null or w.resting_until <= ?)
                   and r.place <= case when w.failures = 0 then ?::int else 1 end
                   and not exists (select 1 from webhook_delivery o where o.tenant_id = d.tenant_id and o.webhook_id = d.webhook_id
                                      and o.status = 'QUEUED')
                 order by d.due_at, d.id limit ? for update of d skip locked
                """,
                now,
                now,
                AT_ONCE,
                AT_ONCE),
            row -> row.number("id"))
        .forEach(
            id -> {
              database.update(
                  sql("update webhook_delivery set status = 'QUEUED' where id = ?", id));
              outbox.intend(Kind.CALL_WEBHOOK, id);
            });
  }

  /** The call of a delivery; none when it is not on its way, or its webhook was closed. */
  public Optional<Call> call(long delivery) {
    database.update(
        sql(
            """
            update webhook_delivery d set status = 'WAITING' from webhook w
             where w.tenant_id = d.tenant_id and w.id = d.webhook_id and not w.active and d.id = ? and d.status = 'QUEUED'
            """,
            delivery));
    return database.first(
        sql(
            """
            select d.id, d.webhook_id, d.body, w.address, w.secret_number, w.rotated_at from webhook_delivery d
              join webhook w on w.tenant_id = d.tenant_id and w.id = d.webhook_id
             where d.id = ? and d.status = 'QUEUED'
            """,
            delivery),
        this::read);
  }

  private Call read(Row row) {
    int number = (int) row.number("secret_number");
    var rotated = row.instant("rotated_at");
    boolean both = rotated != null && rotated.plus(BOTH_SECRETS).isAfter(clock.instant());
    return new Call(
        row.number("id"),
        row.number("webhook_id"),
        row.text("address"),
        row.text("body"),
        number,
        both ? number - 1 : 0);
  }

  /** Notes what a try gave. */
  public void tried(Call call, HookCaller.Answer answer) {
    var now = clock.instant();
    var left =
        database.first(
            sql(
                """
                update webhook_delivery set attempts = attempts + 1, last_at = ?, last_status = ?::int, last_fault = ?::text, last_millis = ?
                 where id = ? and status = 'QUEUED' returning attempts, asked_at
                """,
                now,
                answer.status(),
                answer.fault() == null ? null : answer.fault().name(),
                answer.millis(),
                call.id()),
            row -> next((int) row.number("attempts"), row.instant("asked_at"), now));
    if (left.isEmpty()) {
      return;
    }
    if (answer.arrived()) {
      become(call, DeliveryStatus.DELIVERED, now);
    } else if (answer.gone() || left.get().isEmpty()) {
      become(call, DeliveryStatus.LOST, now);
    } else {
      become(call, DeliveryStatus.WAITING, left.get().get());
    }
    judge(call, answer, now);
  }

  /** When it is tried again; none when it was tried often or long enough. */
  static Optional<Instant> next(int attempts, Instant askedAt, Instant now) {
    return attempts <= BACK_OFF.size() && askedAt.plus(LIFE).isAfter(now)
        ? Optional.of(now.plus(BACK_OFF.get(attempts - 1)))
        : Optional.empty();
  }

  private void become(Call call, DeliveryStatus status, Instant due) {
    database.update(
        sql(
            "update webhook_delivery set status = ?, due_at = ? where id = ? and status = 'QUEUED'",
            status,
            due,
            call.id()));
  }

  private void judge(Call call, HookCaller.Answer answer, Instant now) {
    if (answer.arrived()) {
      database.update(
          sql(
              "update webhook set failures = 0, failing_since = null, resting_until = null where id"
                  + " = ? and failures > 0",
              call.webhook()));
      return;
    }
    database.update(
        sql(
            """
            update webhook set failures = failures + 1, failing_since = coalesce(failing_since, ?), active = active and not ?,
                   resting_until = ?::timestamptz + least(?::double precision, ? * power(2, least(failures, 10))) * interval '1 second'
             where id = ?
            """,
            now,
            answer.gone(),
            now,
            LONGEST_REST.toSeconds(),
            REST.toSeconds(),
            call.webhook()));
  }

  /** Takes up again what was on its way when the work for it was given up. */
  public void recover() {
    database.update(
        sql(
            """
            update webhook_delivery d set status = 'WAITING' where d.status = 'QUEUED'
               and not exists (select 1 from intention i where i.tenant_id = d.tenant_id and i.kind = ? and i.subject_id = d.id
                                  and i.status in ('READY', 'RUNNING'))
            """,
            Kind.CALL_WEBHOOK));
  }
}
