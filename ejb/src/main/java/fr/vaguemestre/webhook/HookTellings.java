package fr.vaguemestre.webhook;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.circuit.CitizenLabel;
import fr.vaguemestre.journal.Facts;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Makes deliveries of what the journal tells: each sealed entry once, in the order of the seals.
 * The place reached moves in the transaction that writes them, so a crash loses none and repeats
 * none.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class HookTellings {
  @Inject Database database;
  @Inject Clock clock;

  /** An entry about a submission whose machine account wants to be told. */
  private record Entry(
      long id,
      String action,
      String before,
      String after,
      Map<String, String> facts,
      Instant at,
      long letter,
      long submission,
      long webhook) {
    boolean moved() {
      return before != null && !before.equals(after);
    }
  }

  /** Tells the next entries, so many at most; whether there may be more. */
  public boolean step(int most) {
    long from = place();
    var last = new long[] {from};
    var entries =
        database.list(
            sql(
                """
                select n.number, e.*, s.id as submission_id, w.id as webhook_id from journal_seal n
                  join journal_entry e on e.tenant_id = n.tenant_id and e.id = n.entry_id
                  left join submission s on s.tenant_id = e.tenant_id and s.correspondence_id = e.correspondence_id
                  left join webhook w on w.tenant_id = s.tenant_id and w.client_id = s.client_id and w.active and w.since <= e.at
                 where n.number > ? order by n.number limit ?
                """,
                from,
                most),
            row -> {
              last[0] = row.number("number");
              return row.numberOrNull("webhook_id") == null ? null : entry(row);
            });
    entries.stream().filter(Objects::nonNull).forEach(this::tell);
    if (last[0] > from) {
      reached(last[0]);
    }
    return entries.size() == most;
  }

  /** Leaves the next entry untold; its seal's number. */
  public long skip() {
    long next =
        database
            .first(
                sql("select min(number) as number from journal_seal where number > ?", place()),
                row -> row.number("number"))
            .orElseThrow();
    reached(next);
    return next;
  }

  /** Without one, nothing is told yet. */
  private long place() {
    return database
        .first(sql("select number from webhook_place for update"), row -> row.number("number"))
        .orElse(Long.MAX_VALUE);
  }

  private void reached(long number) {
    database.update(sql("update webhook_place set number = ?", number));
  }

  private void tell(Entry entry) {
    boolean moved = entry.moved() && shown(entry);
    for (var event : HookEvent.of(entry.action(), entry.facts(), moved)) {
      var now = clock.instant();
      database.update(
          sql(
              """
              insert into webhook_delivery (id, webhook_id, event, entry_id, submission_id, body, status, made_at, asked_at, due_at)
              select nextval('row_id'), v.webhook_id, v.event, ?, ?, ?, 'WAITING', ?, ?, ?
                from webhook_event v where v.webhook_id = ? and v.event = ?
              on conflict do nothing
              """,
              entry.id(),
              entry.submission(),
              body(event, entry),
              now,
              now,
              now,
              entry.webhook(),
              event));
    }
  }

  /** Whether the citizen reads another state than before: several of ours may be one to them. */
  private boolean shown(Entry entry) {
    return database.count(
            sql(
                """
                select count(*) as count from correspondence c
                  join circuit_state a on a.tenant_id = c.tenant_id and a.circuit_version_id = c.circuit_version_id and a.code = ?
                  join circuit_state b on b.tenant_id = c.tenant_id and b.circuit_version_id = c.circuit_version_id and b.code = ?
                 where c.id = ? and coalesce(a.citizen_label, a.label) = coalesce(b.citizen_label, b.label)
                """,
                entry.before(),
                entry.after(),
                entry.letter()))
        == 0;
  }

  /** Nothing that names anybody: who wants to know more asks, with the account's own secret. */
  private String body(HookEvent event, Entry entry) {
    return database
        .first(
            sql(
                """
                select s.id, s.tracking_code, c.chrono, c.state_since, c.closed, %s as label
                  from submission s
                  join correspondence c on c.tenant_id = s.tenant_id and c.id = s.correspondence_id
                  join circuit_state n on n.tenant_id = c.tenant_id and n.circuit_version_id = c.circuit_version_id and n.code = c.state
                 where s.id = ?
                """
                    .formatted(CitizenLabel.SQL),
                entry.submission()),
            row -> body(event, entry.at(), row))
        .orElseThrow();
  }

  private static String body(HookEvent event, Instant at, Row row) {
    var status =
        Json.createObjectBuilder()
            .add("label", row.text("label"))
            .add("since", row.instant("state_since").toString())
            .add("closed", row.flag("closed"));
    var data =
        Json.createObjectBuilder()
            .add("submission", row.number("id"))
            .add("chrono", row.text("chrono"))
            .add("trackingCode", row.text("tracking_code"))
            .add("status", status);
    return Json.createObjectBuilder()
        .add("type", event.wire())
        .add("timestamp", at.toString())
        .add("data", data)
        .build()
        .toString();
  }

  private static Entry entry(Row row) {
    return new Entry(
        row.number("id"),
        row.text("action"),
        row.text("state_before"),
        row.text("state_after"),
        Facts.read(row.text("facts")),
        row.instant("at"),
        row.number("correspondence_id"),
        row.number("submission_id"),
        row.number("webhook_id"));
  }
}
