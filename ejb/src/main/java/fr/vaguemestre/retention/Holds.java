package fr.vaguemestre.retention;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.anonymisation.Erasures;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Litigation holds: a letter that a court may ask for stays, whatever its age, its list and its
 * visa. Placed on a letter that is on its way out, it takes it back; once lifted, the letter is due
 * anew and needs a new list and a new visa.
 */
@Stateless
public class Holds {
  private static final int LONGEST = 1000;

  @Inject Database database;
  @Inject Erasures erasures;
  @Inject CorrespondenceActions actions;
  @Inject Withdrawals withdrawals;
  @Inject Journal journal;
  @Inject Clock clock;

  /** A hold that holds. */
  public record Held(String reason, String by, Instant since) {}

  /** The letter's hold; the reader sees the letter. */
  public Optional<Held> of(Reader reader, long letter) {
    actions.visible(reader, letter);
    return database.first(
        sql(
            """
            select h.*, a.first_name || ' ' || a.last_name as placer from litigation_hold h
              join agent a on a.tenant_id = h.tenant_id and a.id = h.placed_by
             where h.correspondence_id = ? and h.lifted_at is null
            """,
            letter),
        row -> new Held(row.text("reason"), row.text("placer"), row.instant("placed_at")));
  }

  /** When the letter was destroyed; the reader sees what is left of it. */
  public Optional<Instant> destroyed(Reader reader, long letter) {
    actions.visible(reader, letter);
    return database.first(
        sql("select destroyed_at from destruction where correspondence_id = ?", letter),
        row -> row.instant("destroyed_at"));
  }

  /**
   * Places a hold.
   *
   * @throws Refusal NOT_FOUND, FORBIDDEN, on {@code reason}, CONFLICT when there is one already or
   *     the letter is destroyed
   */
  public void place(Reader reader, long letter, String reason) {
    allowed(reader, letter);
    needReason(reason);
    // Whoever destroys it, or signs its list, waits here or is waited for.
    erasures.lock(List.of(letter));
    if (destroyed(reader, letter).isPresent()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "retention.destroyed");
    }
    int placed =
        database.update(
            sql(
                """
                insert into litigation_hold (id, correspondence_id, reason, placed_by, placed_at)
                values (nextval('row_id'), ?, ?, ?, ?) on conflict do nothing
                """,
                letter,
                reason.strip(),
                reader.actor(),
                clock.instant()));
    if (placed == 0) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "retention.held-already");
    }
    withdrawals.withdraw(letter, "retention.withdrawn.held");
    journal.record(reader, letter, "LITIGATION_HOLD", null, null, Map.of(), reason.strip());
  }

  /**
   * Lifts the hold.
   *
   * @throws Refusal NOT_FOUND, FORBIDDEN, on {@code reason}, CONFLICT when there is none
   */
  public void lift(Reader reader, long letter, String reason) {
    allowed(reader, letter);
    needReason(reason);
    int lifted =
        database.update(
            sql(
                """
                update litigation_hold set lifted_by = ?, lifted_at = ?, lift_reason = ?
                 where correspondence_id = ? and lifted_at is null
                """,
                reader.actor(),
                clock.instant(),
                reason.strip(),
                letter));
    if (lifted == 0) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "retention.not-held");
    }
    journal.record(reader, letter, "LITIGATION_HOLD_LIFTED", null, null, Map.of(), reason.strip());
  }

  /** Whether the reader may place and lift holds. */
  public static boolean may(Reader reader) {
    return reader.may(Right.ARCHIVE, null);
  }

  /** The letters under a hold that this reader sees, oldest hold first. */
  public List<Long> held(Reader reader) {
    reader.need(Right.ARCHIVE, null);
    return database.list(
        sql("select c.id from litigation_hold h join correspondence c on c.tenant_id = h.tenant_id and c.id = h.correspondence_id"
                + " where h.lifted_at is null and")
            .add(Visibility.condition("c", reader))
            .add("order by h.id limit 200"),
        row -> row.number("id"));
  }

  private void allowed(Reader reader, long letter) {
    actions.visible(reader, letter);
    reader.need(Right.ARCHIVE, null);
  }

  private static void needReason(String reason) {
    if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
      throw Refusal.field("reason", "retention.reason-missing", LONGEST);
    }
  }
}
