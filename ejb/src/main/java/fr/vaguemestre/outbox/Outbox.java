package fr.vaguemestre.outbox;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.RequestId;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Writes intentions in the caller's transaction; shows and replays the dead ones. */
@Stateless
public class Outbox {
  /** How often an intention is tried before it is dead. */
  public static final int ATTEMPTS = 6;

  @Inject Database database;
  @Inject Clock clock;
  @Inject Journal journal;
  @Inject OutboxWorkers workers;
  @Resource TransactionSynchronizationRegistry registry;

  /** A dead intention as the operators' screen shows it. */
  public record DeadLetter(
      long id, Kind kind, long subject, int attempts, Instant createdAt, String lastError) {}

  /** How much waits: counts by status, and the age of the oldest ready one. */
  public record Depth(long ready, long running, long dead, Instant oldest) {}

  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void intend(Kind kind, long subject) {
    var now = clock.instant();
    database.update(
        sql(
            "insert into intention (id, version, kind, lane, subject_id, status, due_at, created_at, request_id) values"
                + " (nextval('row_id'), 1, ?, ?, ?, 'READY', ?, ?, ?)",
            kind,
            kind.lane(),
            subject,
            now,
            now,
            RequestId.current().orElse(null)));
    wakeAfterCommit(kind.lane());
  }

  public List<DeadLetter> dead(Reader reader) {
    reader.need(Right.OPERATE);
    return database.list(
        sql("select * from intention where status = 'DEAD' order by id desc limit 200"),
        Outbox::deadLetter);
  }

  public Depth depth(Reader reader) {
    reader.need(Right.OPERATE);
    return database
        .first(
            sql(
                """
                select count(*) filter (where status = 'READY') as ready, count(*) filter (where status = 'RUNNING') as running,
                       count(*) filter (where status = 'DEAD') as dead, min(created_at) filter (where status = 'READY') as oldest
                  from intention
                """),
            row ->
                new Depth(
                    row.number("ready"),
                    row.number("running"),
                    row.number("dead"),
                    row.instant("oldest")))
        .orElseThrow();
  }

  /** Gives a dead intention all its attempts again. */
  public void replay(Reader reader, long id) {
    reader.need(Right.OPERATE);
    var lane =
        database
            .first(
                sql(
                    "update intention set status = 'READY', attempts = 0, due_at = ?, last_error = null where id = ? and status ="
                        + " 'DEAD' returning lane",
                    clock.instant(),
                    id),
                row -> row.constant("lane", Lane.class))
            .orElseThrow(Refusal::notFound);
    journal.administration(reader, "REPLAY_INTENTION", Long.toString(id));
    wakeAfterCommit(lane);
  }

  private void wakeAfterCommit(Lane lane) {
    registry.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              workers.wake(lane);
            }
          }
        });
  }

  private static DeadLetter deadLetter(Row row) {
    return new DeadLetter(
        row.number("id"),
        row.constant("kind", Kind.class),
        row.number("subject_id"),
        (int) row.number("attempts"),
        row.instant("created_at"),
        row.text("last_error"));
  }
}
