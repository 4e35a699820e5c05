package fr.vaguemestre.retention;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.anonymisation.Erasures;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The lines, read and moved along their states. Whoever takes more than one lock takes the letters
 * first, by id, then lines, then their lists; but a list that is signed or handed over whole comes
 * before its lines, once all its letters are locked. So nobody waits for somebody who waits for
 * them: a hold placed while a list is signed comes before the signature or after it.
 */
@ApplicationScoped
public class Lines {
  @Inject Database database;
  @Inject Erasures erasures;
  @Inject Clock clock;

  Optional<RetentionLine> one(long id) {
    return list(sql("where l.id = ?", id)).stream().findFirst();
  }

  List<RetentionLine> of(long list) {
    return list(sql("where l.list_id = ? order by l.id", list));
  }

  List<RetentionLine> list(Statement condition) {
    return database.list(sql(RetentionLine.SELECT).add(condition), RetentionLine::read);
  }

  /** Locks the letters of these lines, before anything else is locked. */
  void lockLetters(Collection<Long> chosen) {
    erasures.lock(
        database.list(
            sql("select correspondence_id from retention_line where id = any(?)", chosen),
            row -> row.number("correspondence_id")));
  }

  /** The same of all lines of a list. */
  void lockLettersOf(long list) {
    lockLetters(of(list).stream().map(RetentionLine::id).toList());
  }

  /**
   * Moves a line on.
   *
   * @param reason why, for those that leave; null for none
   * @throws Refusal CONFLICT when it is not in a state that this one follows
   */
  void move(long id, LineState to, String reason) {
    move(List.of(id), to, reason);
  }

  /** All of these, or none. */
  void move(List<Long> ids, LineState to, String reason) {
    int moved =
        database.update(
            sql(
                """
                update retention_line set state = ?, reason = coalesce(?, reason), version = version + 1,
                       settled_at = case when ? then ? end
                 where id = any(?) and state = any(?)
                """,
                to,
                reason,
                to.last(),
                clock.instant(),
                ids,
                to.from().stream().map(LineState::name).toList()));
    if (moved < ids.size()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "retention.moved-on");
    }
  }
}
