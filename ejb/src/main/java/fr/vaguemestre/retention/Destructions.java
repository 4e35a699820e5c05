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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
   * Destroys the letters of these lines, but for those taken back meanwhile; nothing becomes of one
   * that is destroyed already. All in one transaction: one that throws keeps the others too.
   *
   * @return the lines taken back, whose letters stay
   * @throws Refusal NOT_FOUND, CONFLICT when the archives have not given their visa for one
   */
  public List<Long> destroy(List<Long> chosen) {
    var found = lines.list(sql("where l.id = any(?) order by l.id", chosen));
    if (found.size() < Set.copyOf(chosen).size()) {
      throw Refusal.notFound();
    }
    var going = found.stream().filter(line -> line.state() != LineState.DESTROYED).toList();
    if (going.stream().anyMatch(line -> line.state() != LineState.GRANTED || line.visa() == null)) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "retention.no-visa");
    }
    var back = withdrawals.review(ids(going));
    var left = going.stream().filter(line -> !back.contains(line.id())).toList();
    if (!left.isEmpty()) {
      carryOut(left);
    }
    return back;
  }

  private void carryOut(List<RetentionLine> going) {
    var letters = going.stream().map(RetentionLine::letter).toList();
    database.update(
        sql(
            """
            insert into destruction (correspondence_id, line_id, destroyed_at)
            select g.letter, g.line, ? from unnest(cast(? as bigint[]), cast(? as bigint[])) as g (letter, line)
            """,
            clock.instant(),
            letters,
            ids(going)));
    if (!Set.copyOf(erasures.erase(Purpose.DESTROY, letters)).equals(Set.copyOf(letters))) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "retention.protected");
    }
    lines.move(ids(going), LineState.DESTROYED, null);
    var facts = new LinkedHashMap<Long, Map<String, ?>>();
    going.forEach(line -> facts.put(line.letter(), Map.of("line", line.id())));
    journal.record(automaton.reader(), "DESTROYED", facts);
    going.stream().map(RetentionLine::list).distinct().sorted().forEach(attesting::ifSettled);
  }

  private static List<Long> ids(List<RetentionLine> lines) {
    return lines.stream().map(RetentionLine::id).toList();
  }
}
