package fr.vaguemestre.webhook;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.ApiClients;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.DatabaseFailure;
import fr.vaguemestre.platform.db.Row;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What administrators of machine accounts do to their webhooks (API1): one for each account, told
 * by its login. Secrets are shown once.
 */
@Stateless
public class Webhooks {
  @Inject Database database;
  @Inject ApiClients clients;
  @Inject HookKeys keys;
  @Inject Journal journal;
  @Inject Clock clock;

  /** The webhook of a machine account; none when it has none. */
  public Optional<HookCard> find(Reader reader, String login) {
    return find(client(reader, login));
  }

  /**
   * Opens one; its secret, to be shown once. What happened before is not told.
   *
   * @throws Refusal on {@code address}, CONFLICT when there is one already
   */
  public String open(Reader reader, String login, @Valid HookWish wish) {
    long client = client(reader, login);
    var address = HookRules.asSet().read(wish.address()).toString();
    beginTelling();
    long id;
    try {
      id =
          database
              .first(
                  sql(
                      """
                      insert into webhook (id, version, client_id, address, active, since, secret_number)
                      values (nextval('row_id'), 1, ?, ?, ?, ?, 1) returning id
                      """,
                      client,
                      address,
                      wish.active(),
                      clock.instant()),
                  row -> row.number("id"))
              .orElseThrow();
    } catch (DatabaseFailure e) {
      if (DatabaseFailure.isDuplicate(e)) {
        throw Refusal.stale();
      }
      throw e;
    }
    choose(id, wish);
    journal.administration(reader, "OPEN_WEBHOOK", login);
    return HookSignature.written(keys.secret(id, 1));
  }

  /**
   * Changes it; active again, it is told what happens from now on.
   *
   * @throws Refusal on {@code address}, STALE when somebody else changed it meanwhile
   */
  public void change(Reader reader, String login, @Valid HookWish wish, long seenVersion) {
    var known = known(reader, login);
    var address = HookRules.asSet().read(wish.address()).toString();
    if (!known.wish().active()) {
      beginTelling();
    }
    int changed =
        database.update(
            sql(
                """
                update webhook set address = ?, since = case when active then since else ? end, active = ?, failures = 0,
                       failing_since = null, resting_until = null, version = version + 1
                 where id = ? and version = ?
                """,
                address,
                clock.instant(),
                wish.active(),
                known.id(),
                seenVersion));
    if (changed == 0) {
      throw Refusal.stale();
    }
    database.update(sql("delete from webhook_event where webhook_id = ?", known.id()));
    choose(known.id(), wish);
    journal.administration(reader, "CHANGE_WEBHOOK", login);
  }

  /** Gives it another secret, to be shown once; the one before signs too for a day. */
  public String rotate(Reader reader, String login) {
    var known = known(reader, login);
    int number =
        database
            .first(
                sql(
                    """
                    update webhook set secret_number = secret_number + 1, rotated_at = ?, version = version + 1
                     where id = ? returning secret_number
                    """,
                    clock.instant(),
                    known.id()),
                row -> (int) row.number("secret_number"))
            .orElseThrow();
    journal.administration(reader, "ROTATE_WEBHOOK", login);
    return HookSignature.written(keys.secret(known.id(), number));
  }

  /** Removes it, with the journal of its deliveries. */
  public void remove(Reader reader, String login) {
    var known = known(reader, login);
    database.update(sql("delete from webhook where id = ?", known.id()));
    journal.administration(reader, "REMOVE_WEBHOOK", login);
  }

  /** Has it called with a test, of no submission. */
  public void test(Reader reader, String login) {
    var known = known(reader, login);
    var now = clock.instant();
    var body =
        Json.createObjectBuilder()
            .add("type", HookEvent.TEST.wire())
            .add("timestamp", now.toString())
            .add("data", Json.createObjectBuilder())
            .build();
    database.update(sql("update webhook set resting_until = null where id = ?", known.id()));
    database.update(
        sql(
            """
            insert into webhook_delivery (id, webhook_id, event, body, status, made_at, asked_at, due_at)
            values (nextval('row_id'), ?, ?, ?, 'WAITING', ?, ?, ?)
            """,
            known.id(),
            HookEvent.TEST,
            body.toString(),
            now,
            now,
            now));
    journal.administration(reader, "TEST_WEBHOOK", login);
  }

  private HookCard known(Reader reader, String login) {
    return find(reader, login).orElseThrow(Refusal::notFound);
  }

  private long client(Reader reader, String login) {
    return clients.card(reader, login).id();
  }

  /** From here, unless others are told already: nobody reads the journal of years again. */
  private void beginTelling() {
    database.update(
        sql(
            """
            insert into webhook_place (number) select coalesce(max(number), 0) from journal_seal
            on conflict (tenant_id) do update set number = excluded.number
             where not exists (select 1 from webhook w where w.active)
            """));
  }

  private void choose(long webhook, HookWish wish) {
    for (var event : wish.events()) {
      database.update(
          sql("insert into webhook_event (webhook_id, event) values (?, ?)", webhook, event));
    }
  }

  private Optional<HookCard> find(long client) {
    return database.first(sql("select * from webhook where client_id = ?", client), this::card);
  }

  private HookCard card(Row row) {
    long id = row.number("id");
    var events =
        database
            .list(
                sql("select event from webhook_event where webhook_id = ?", id),
                r -> r.constant("event", HookEvent.class))
            .stream()
            .collect(Collectors.toSet());
    return new HookCard(
        id,
        row.number("version"),
        new HookWish(row.text("address"), events, row.flag("active")),
        (int) row.number("failures"),
        row.instant("failing_since"),
        row.instant("rotated_at"));
  }
}
