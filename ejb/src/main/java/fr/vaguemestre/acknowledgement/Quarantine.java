package fr.vaguemestre.acknowledgement;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Invisible;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Where abusive letters wait (SVE-9; CRPA L112-3 and L112-11): nothing is owed for them, no working
 * basket shows them, and nobody acts on them but to give them back, note or close. They are kept,
 * with the reason, until an agent decides; the law's clock goes on.
 */
@Stateless
public class Quarantine {
  private static final int LONGEST = 400;

  @Inject CorrespondenceActions actions;
  @Inject Database database;
  @Inject Journal journal;
  @Inject Automaton automaton;
  @Inject Stages stages;
  @Inject Event<LetterReleased> released;
  @Inject Clock clock;

  /**
   * How a letter stands.
   *
   * @param held in quarantine; else only suggested, and in its baskets as before
   * @param reason why, in French as it was written
   */
  public record Standing(boolean held, String reason, Instant since) {}

  /** Empty of a letter that nobody suspects; the caller has made sure that it may be read. */
  public Optional<Standing> of(long letter) {
    return database.first(
        sql("select * from quarantine where correspondence_id = ?", letter),
        row -> new Standing(row.flag("held"), row.text("reason"), row.instant("since")));
  }

  public boolean holds(long letter) {
    return of(letter).filter(Standing::held).isPresent();
  }

  /**
   * @throws Refusal CONFLICT of a letter that is held: only giving it back is left
   */
  public void refuseHeld(long letter) {
    if (holds(letter)) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "acknowledgement.quarantined");
    }
  }

  /**
   * Whether this reader, or an absent colleague in whose place they act, decides what is abusive:
   * whoever may qualify it, and has the basket of those held.
   */
  public boolean mayDecide(Reader reader, Correspondence letter) {
    return actions
        .acting(reader, letter.id(), Action.ACKNOWLEDGE)
        .may(Right.QUALIFY, letter.unit().id());
  }

  /**
   * Puts a letter in quarantine; it passes the door as ACKNOWLEDGE, and takes the right to qualify.
   *
   * @throws Refusal on {@code words} without a reason or when it is too long, FORBIDDEN without the
   *     right, CONFLICT when it is there already or closed
   */
  public void put(Reader reader, FollowUps.Seen seen, String words) {
    if (words == null || words.isBlank() || words.length() > LONGEST) {
      throw Refusal.field("words", "acknowledgement.quarantine-why", LONGEST);
    }
    Invisible.refuse("words", words);
    if (holds(seen.letter())) {
      actions.visible(reader, seen.letter());
      throw Refusal.of(Refusal.Kind.CONFLICT, "acknowledgement.quarantined-already");
    }
    var letter = begin(reader, seen, Map.of("what", "QUARANTINE"), words.strip());
    if (stages.of(letter) == Stages.Stage.CLOSED) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "acknowledgement.closed");
    }
    keep(letter.id(), true, words.strip());
  }

  /**
   * Gives it back to where it was, whatever its circuit says ({@link QuarantineDoor}), or says of
   * one that is suggested that it is not abusive.
   *
   * @param words why, or null
   * @throws Refusal FORBIDDEN without the right to qualify it, CONFLICT when it is neither
   */
  public void release(Reader reader, FollowUps.Seen seen, String words) {
    if (words != null && words.length() > LONGEST) {
      throw Refusal.field("words", "acknowledgement.too-long", LONGEST);
    }
    boolean held = holds(seen.letter());
    var letter = begin(reader, seen, Map.of("what", "RELEASE", "held", held), words);
    if (database.update(sql("delete from quarantine where correspondence_id = ?", letter.id()))
        == 0) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "acknowledgement.not-quarantined");
    }
    if (held) {
      released.fire(new LetterReleased(letter.id()));
    }
  }

  /**
   * What the town's limit finds of a letter as it is registered: in the application's own name, in
   * the transaction that registers it.
   *
   * @param held put in quarantine; else only suggested
   * @param limit how many of one sender may come within an hour
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void found(long letter, boolean held, String reason, int limit) {
    var state =
        database
            .first(
                sql("select state from correspondence where id = ?", letter),
                row -> row.text("state"))
            .orElseThrow();
    journal.record(
        automaton.reader(),
        letter,
        held ? "QUARANTINE_BY_ITSELF" : "QUARANTINE_SUGGESTED",
        state,
        state,
        Map.of("limit", limit),
        reason);
    keep(letter, held, reason);
  }

  private Correspondence begin(
      Reader reader, FollowUps.Seen seen, Map<String, ?> facts, String words) {
    if (!mayDecide(reader, actions.visible(reader, seen.letter()))) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "acknowledgement.quarantine-right");
    }
    return actions.begin(
        actions.acting(reader, seen.letter(), Action.ACKNOWLEDGE),
        seen.letter(),
        seen.version(),
        Action.ACKNOWLEDGE,
        facts,
        words);
  }

  private void keep(long letter, boolean held, String reason) {
    database.update(
        sql(
            """
            insert into quarantine (correspondence_id, held, reason, since) values (?, ?, ?, ?)
            on conflict (tenant_id, correspondence_id) do update set held = excluded.held, reason = excluded.reason, since = excluded.since
            """,
            letter,
            held,
            reason,
            clock.instant()));
  }
}
