package fr.vaguemestre.retention;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.acknowledgement.Automaton;
import fr.vaguemestre.anonymisation.Erasures;
import fr.vaguemestre.anonymisation.Purpose;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Destroys letters that have their visa, and no other: the row that says it first, whose key is the
 * visa's, then everything the letter holds, in one transaction. What is left is its number, type,
 * unit and dates, its history without words, its line and its list.
 */
@Stateless
public class Destructions {
  @Inject Lines lines;
  @Inject Attesting attesting;
  @Inject Withdrawals withdrawals;
  @Inject Erasures erasures;
  @Inject Database database;
  @Inject Journal journal;
  @Inject Automaton automaton;
  @Inject Clock clock;

  /** The next lines that have their visa. */
  public List<String> after(long last, int most) {
    return database.list(
        sql(
            "select id from retention_line where state = 'GRANTED' and id > ? order by id limit ?",
            last,
            most),
        row -> row.text("id"));
  }

  public long size() {
    return database.count(
        sql("select count(*) as count from retention_line where state = 'GRANTED'"));
  }

  /**
   * Destroys the letter of a line, unless it was taken back meanwhile; nothing when it is destroyed
   * already.
   *
   * @return whether it is destroyed
   * @throws Refusal CONFLICT when the archives have not given their visa for it
   */
  public boolean destroy(long line) {
    var found = lines.one(line).orElseThrow(Refusal::notFound);
    if (found.state() == LineState.DESTROYED) {
      return true;
    }
    if (found.state() != LineState.GRANTED || found.visa() == null) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "retention.no-visa");
    }
    if (!withdrawals.review(List.of(line)).isEmpty()) {
      return false;
    }
    database.update(
        sql(
            "insert into destruction (correspondence_id, line_id, destroyed_at) values (?, ?, ?)",
            found.letter(),
            line,
            clock.instant()));
    if (!erasures.erase(Purpose.DESTROY, List.of(found.letter())).contains(found.letter())) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "retention.protected");
    }
    lines.move(line, LineState.DESTROYED, null);
    journal.record(
        automaton.reader(), found.letter(), "DESTROYED", null, null, Map.of("line", line), null);
    attesting.ifSettled(found.list());
    return true;
  }
}
