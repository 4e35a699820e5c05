package fr.vaguemestre.passage;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Readers;
import fr.vaguemestre.circuit.CircuitVersions;
import fr.vaguemestre.circuit.Who;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.routing.Hold;
import fr.vaguemestre.routing.Reservations;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Carries a passage out, a bounded batch in each transaction, every letter through the one door.
 * What is done is found by what is left, so it may stop and start again anywhere. A letter that
 * somebody works on, or on which something is awaited that could no longer be given, stays where it
 * is and is written down.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PassageSteps {
  private static final int BATCH = 100;

  @Inject Database database;
  @Inject CircuitVersions versions;
  @Inject CorrespondenceActions actions;
  @Inject Reservations reservations;
  @Inject Readers readers;
  @Inject Clock clock;

  private record Passage(long id, long from, long to, long askedBy, boolean done) {}

  private record Letter(long id, String state, String to, Set<Who> awaited, boolean hidden) {}

  /** Moves one batch; false when nothing was left, and the passage is done. */
  public boolean step(long id) {
    var passage = database.first(sql("select * from passage where id = ?", id), PassageSteps::read);
    if (passage.isEmpty() || passage.get().done()) {
      return false;
    }
    var asked = passage.get();
    var letters = next(asked);
    if (letters.isEmpty()) {
      database.update(sql("update passage set done_at = ? where id = ?", clock.instant(), id));
      return false;
    }
    var by = readers.asIfOpen(asked.askedBy()).orElseThrow();
    var to = versions.of(asked.to());
    var map = new PassageMap(versions.of(asked.from()), to);
    var reserved =
        reservations.among(by, letters.stream().map(Letter::id).toList()).stream()
            .map(Hold::letter)
            .collect(Collectors.toSet());
    for (var letter : letters) {
      var lost = map.lost(letter.state(), letter.to());
      lost.retainAll(letter.awaited());
      if (reserved.contains(letter.id())) {
        leave(asked, letter, "reserved");
      } else if (!lost.isEmpty()) {
        leave(asked, letter, Awaited.reason(lost.iterator().next()));
      } else {
        actions.changeCircuit(by, letter.id(), letter.state(), to, letter.to());
        if (!letter.hidden()) {
          database.update(sql("update passage set moved = moved + 1 where id = ?", id));
        }
      }
    }
    return true;
  }

  private void leave(Passage passage, Letter letter, String reason) {
    database.update(
        sql(
            "insert into passage_left (passage_id, correspondence_id, reason) values (?, ?, ?)",
            passage.id(),
            letter.id(),
            reason));
  }

  private List<Letter> next(Passage passage) {
    return database.list(
        sql("select c.id, c.state, m.to_state, c.sensitive and not c.in_circuit as hidden,"
                + Awaited.COLUMNS)
            .add(
                """
              from correspondence c
              join passage_state m on m.tenant_id = c.tenant_id and m.passage_id = ? and m.from_state = c.state
             where c.circuit_version_id = ? and not exists (select 1 from passage_left l
                where l.tenant_id = c.tenant_id and l.passage_id = m.passage_id and l.correspondence_id = c.id)
             order by c.id limit ?
            """,
                passage.id(),
                passage.from(),
                BATCH),
        row ->
            new Letter(
                row.number("id"),
                row.text("state"),
                row.text("to_state"),
                Awaited.of(row),
                row.flag("hidden")));
  }

  private static Passage read(Row row) {
    return new Passage(
        row.number("id"),
        row.number("from_version_id"),
        row.number("to_version_id"),
        row.number("asked_by"),
        row.instant("done_at") != null);
  }
}
