package fr.vaguemestre.routing;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.settings.Setting;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reserving a letter while one works on it (ORG6): one row a letter, which counts until {@link
 * Setting#VAGUEMESTRE_RESERVATION_MINUTES} after it was last renewed. The door refuses everybody
 * else's actions meanwhile ({@link ReservedDoor}).
 */
@Stateless
public class Reservations {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  @Inject Database database;
  @Inject CorrespondenceActions actions;
  @Inject Journal journal;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** Who has the letter reserved now, for whoever sees it. */
  public Optional<Hold> of(Reader reader, long letter) {
    actions.visible(reader, letter);
    return among(reader, List.of(letter)).stream().findFirst();
  }

  /** Those of these letters, already shown to this reader, that somebody has reserved. */
  public List<Hold> among(Reader reader, Collection<Long> letters) {
    return holds(reader, sql("r.correspondence_id = any(?)", letters));
  }

  /**
   * Reserves the letter for this reader, or renews it.
   *
   * @param takeOver takes it from whoever has it, which the history tells
   * @throws Refusal FORBIDDEN for who has nothing to do with the letter, CONFLICT when somebody
   *     else has it
   */
  public Hold reserve(Reader reader, long letter, boolean takeOver) {
    if (actions.offered(reader, letter).isEmpty()) {
      throw Refusal.forbidden();
    }
    var other = locked(reader, letter).filter(hold -> !hold.mine());
    if (other.isPresent() && !takeOver) {
      throw reserved(other.get());
    }
    var now = clock.instant();
    int kept =
        database.update(
            sql(
                """
                insert into reservation (correspondence_id, agent_id, since, renewed_at) values (?, ?, ?, ?)
                on conflict (tenant_id, correspondence_id) do update
                  set agent_id = excluded.agent_id, renewed_at = excluded.renewed_at,
                      since = case when reservation.agent_id = excluded.agent_id and reservation.renewed_at > ?
                                   then reservation.since else excluded.since end
                where reservation.agent_id = excluded.agent_id or reservation.renewed_at <= ? or ?
                """,
                letter,
                reader.actor(),
                now,
                now,
                limit(),
                limit(),
                takeOver));
    if (kept == 0) {
      throw reserved(of(reader, letter).orElseThrow());
    }
    other.ifPresent(
        hold ->
            journal.record(
                reader, letter, "TAKE_OVER", null, null, Map.of("agent", hold.login()), null));
    return of(reader, letter).orElseThrow();
  }

  /**
   * Carries a reservation on while the form lives. One that was freed comes back only for a letter
   * that is still as the form shows it: what was sent meanwhile has freed it for good.
   *
   * @param seen the letter's version in the form
   * @throws Refusal CONFLICT when somebody else has it
   */
  public void renew(Reader reader, long letter, long seen) {
    int kept =
        database.update(
            sql(
                "update reservation set renewed_at = ? where correspondence_id = ? and agent_id = ?",
                clock.instant(),
                letter,
                reader.actor()));
    if (kept == 0 && actions.visible(reader, letter).version() == seen) {
      reserve(reader, letter, false);
    }
  }

  /** Frees the letter when this reader has it reserved. */
  public void free(Reader reader, long letter) {
    database.update(
        sql(
            "delete from reservation where correspondence_id = ? and agent_id = ?",
            letter,
            reader.actor()));
  }

  /** At the door: refuses a letter that somebody else works on; what is being done frees it. */
  public void pass(Reader reader, long letter) {
    locked(reader, letter)
        .filter(hold -> !hold.mine())
        .ifPresent(
            hold -> {
              throw reserved(hold);
            });
    free(reader, letter);
  }

  private Refusal reserved(Hold hold) {
    var since = TIME.format(hold.since().atZone(tenants.current().zone()));
    return Refusal.of(Refusal.Kind.CONFLICT, "routing.reserved", hold.name(), since);
  }

  private Optional<Hold> locked(Reader reader, long letter) {
    database.list(
        sql("select 1 as one from reservation where correspondence_id = ? for update", letter),
        row -> row.number("one"));
    return holds(reader, sql("r.correspondence_id = ?", letter)).stream().findFirst();
  }

  private List<Hold> holds(Reader reader, Statement which) {
    return database.list(
        sql(
                """
                select r.*, a.login, a.first_name || ' ' || a.last_name as name from reservation r
                  join agent a on a.tenant_id = r.tenant_id and a.id = r.agent_id
                 where r.renewed_at > ? and
                """,
                limit())
            .add(which),
        row -> hold(row, reader));
  }

  private static Hold hold(Row row, Reader reader) {
    return new Hold(
        row.number("correspondence_id"),
        row.text("login"),
        row.text("name"),
        row.instant("since"),
        row.instant("renewed_at").plus(life()),
        row.number("agent_id") == reader.actor());
  }

  /** What was renewed at this instant or before has ended. */
  private Instant limit() {
    return clock.instant().minus(life());
  }

  private static Duration life() {
    return Duration.ofMinutes(Setting.VAGUEMESTRE_RESERVATION_MINUTES.number());
  }
}
