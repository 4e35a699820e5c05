package fr.vaguemestre.webhook;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.ApiClients;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** What was told to the program of a machine account, and telling it again (API1). */
@Stateless
public class DeliveryJournal {
  /** Lines of a page. */
  public static final int PAGE = 50;

  @Inject Database database;
  @Inject ApiClients clients;
  @Inject Journal journal;
  @Inject Clock clock;

  /**
   * A page, the last first; of letters that this reader does not see neither number nor id (O8).
   *
   * @param before id of the last line of the page before; null for the first page
   * @param undelivered those that did not arrive alone
   */
  public List<DeliveryLine> page(Reader reader, String login, Long before, boolean undelivered) {
    return database.list(
        sql("""
            select d.*, c.id as letter, c.chrono from webhook_delivery d
              join webhook w on w.tenant_id = d.tenant_id and w.id = d.webhook_id
              left join submission s on s.tenant_id = d.tenant_id and s.id = d.submission_id
              left join correspondence c on c.tenant_id = s.tenant_id and c.id = s.correspondence_id and
            """)
            .add(Visibility.conditionByLetter("c", reader))
            .add(
                """
             where w.client_id = ? and d.id < ? and (d.status <> 'DELIVERED' or not ?)
             order by d.id desc limit ?
            """,
                clients.card(reader, login).id(),
                before == null ? Long.MAX_VALUE : before,
                undelivered,
                PAGE),
        DeliveryJournal::line);
  }

  /**
   * Tells one thing again, whatever became of it: the same body under the same id.
   *
   * @throws Refusal NOT_FOUND when it is not this account's, CONFLICT while it is on its way
   */
  public void replay(Reader reader, String login, long delivery) {
    long client = clients.card(reader, login).id();
    int replayed = again(client, "d.id = ? and d.status <> 'QUEUED'", delivery);
    if (replayed == 0) {
      throw database.count(
                  sql(
                      """
                      select count(*) as count from webhook_delivery d
                        join webhook w on w.tenant_id = d.tenant_id and w.id = d.webhook_id where d.id = ? and w.client_id = ?
                      """,
                      delivery,
                      client))
              == 0
          ? Refusal.notFound()
          : Refusal.of(Refusal.Kind.CONFLICT, "webhook.on-its-way");
    }
    journal.administration(reader, "REPLAY_WEBHOOK", login);
  }

  /** Tells all that was lost again; how many. */
  public int replayLost(Reader reader, String login) {
    int replayed = again(clients.card(reader, login).id(), "d.status = ?", DeliveryStatus.LOST);
    if (replayed > 0) {
      journal.administration(reader, "REPLAY_WEBHOOK", login);
    }
    return replayed;
  }

  /** With all its tries before it, from now. */
  private int again(long client, String which, Object value) {
    var now = clock.instant();
    database.update(sql("update webhook set resting_until = null where client_id = ?", client));
    return database.update(
        sql(
                """
                update webhook_delivery d set status = 'WAITING', attempts = 0, asked_at = ?, due_at = ? from webhook w
                 where w.tenant_id = d.tenant_id and w.id = d.webhook_id and w.client_id = ? and
                """,
                now,
                now,
                client)
            .add(which, value));
  }

  private static DeliveryLine line(Row row) {
    var fault = row.text("last_fault");
    return new DeliveryLine(
        row.number("id"),
        row.constant("event", HookEvent.class),
        row.numberOrNull("letter"),
        row.text("chrono"),
        row.constant("status", DeliveryStatus.class),
        row.instant("made_at"),
        row.instant("due_at"),
        (int) row.number("attempts"),
        row.instant("last_at"),
        row.numberOrNull("last_status"),
        fault == null ? null : Fault.valueOf(fault),
        row.numberOrNull("last_millis"));
  }
}
