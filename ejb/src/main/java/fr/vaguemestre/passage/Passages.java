package fr.vaguemestre.passage;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.circuit.CircuitVersion;
import fr.vaguemestre.circuit.Circuits;
import fr.vaguemestre.circuit.State;
import fr.vaguemestre.circuit.Who;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.outbox.Kind;
import fr.vaguemestre.outbox.Outbox;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Moves letters from a version of the circuit to the one in force (CIR1): seen on paper first, then
 * carried out in batches. Sensitive letters outside the circuit move like the others and are never
 * counted (O4).
 */
@Stateless
public class Passages {
  @Inject Database database;
  @Inject Circuits circuits;
  @Inject Outbox outbox;
  @Inject Journal journal;
  @Inject Clock clock;

  /**
   * A state of the version that is left.
   *
   * @param letters how many letters stand in it
   * @param standing how many of them await what of whom
   * @param possible the states it may become
   * @param proposed the code of the one of the same name; null for none
   */
  public record Line(
      String code,
      String label,
      long letters,
      List<Standing> standing,
      List<Choice> possible,
      String proposed)
      implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How many would stay for want of a way to give what is awaited on them. */
    public long left(String target) {
      return possible.stream()
          .filter(choice -> choice.code().equals(target))
          .flatMap(choice -> standing.stream().filter(s -> s.meets(choice.lost())))
          .mapToLong(Standing::letters)
          .sum();
    }
  }

  /** So many letters on which something is awaited of the same. */
  public record Standing(String state, Set<Who> awaited, long letters) implements Serializable {
    private static final long serialVersionUID = 1L;

    boolean meets(Set<Who> lost) {
      return awaited.stream().anyMatch(lost::contains);
    }
  }

  /** A state to go to, and of whom what is awaited could not be given there. */
  public record Choice(String code, String label, Set<Who> lost) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * How far one is.
   *
   * @param hidden letters left that this reader does not see
   */
  public record Progress(
      int from, int to, long total, long moved, boolean done, List<Left> left, long hidden) {}

  /** A letter that could not be moved, and why: a message key's end. */
  public record Left(long id, String chrono, String subject, String reason) {}

  /** What could be moved from a version, state by state; nothing is changed. */
  public List<Line> lines(Reader reader, int number) {
    reader.need(Right.ADMIN_CIRCUITS, null);
    var from = circuits.numbered(number);
    var map = new PassageMap(from, target(from));
    var standing =
        database.list(
            sql("select x.state, x.approver, x.tasked, x.contributor, count(*) as letters from (select c.state,"
                    + Awaited.COLUMNS)
                .add(
                    "from correspondence c where c.circuit_version_id = ? and (c.in_circuit or not c.sensitive)) x"
                        + " group by x.state, x.approver, x.tasked, x.contributor",
                    from.id()),
            row -> new Standing(row.text("state"), Awaited.of(row), row.number("letters")));
    return from.states().stream()
        .map(s -> line(map, s, standing.stream().filter(x -> x.state().equals(s.code())).toList()))
        .toList();
  }

  /**
   * Moves the letters of a version to the one in force.
   *
   * @param wished the code of the state each state becomes; a state that is not named stays
   * @return the passage, to follow it
   * @throws Refusal when a state cannot become what is asked; CONFLICT when one is under way
   */
  public long ask(Reader reader, int number, Map<String, String> wished) {
    reader.need(Right.ADMIN_CIRCUITS, null);
    var from = circuits.numbered(number);
    var to = target(from);
    new PassageMap(from, to).check(wished);
    long id =
        database
            .first(
                sql(
                    """
                    insert into passage (id, from_version_id, to_version_id, total, asked_by, asked_at)
                    select nextval('row_id'), ?, ?, count(*), ?, ? from correspondence c
                     where c.circuit_version_id = ? and c.state = any(?) and (c.in_circuit or not c.sensitive)
                        on conflict do nothing returning id
                    """,
                    from.id(),
                    to.id(),
                    reader.agent(),
                    clock.instant(),
                    from.id(),
                    wished.keySet()),
                row -> row.number("id"))
            .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "passage.under-way"));
    wished.forEach(
        (one, other) ->
            database.update(
                sql(
                    "insert into passage_state (passage_id, from_state, to_state) values (?, ?, ?)",
                    id,
                    one,
                    other)));
    outbox.intend(Kind.PASS, id);
    journal.administration(
        reader, "PASS_CIRCUIT", Circuits.INCOMING + ":" + number + ":" + to.number());
    return id;
  }

  public Progress progress(Reader reader, long id) {
    reader.need(Right.ADMIN_CIRCUITS, null);
    var left = left(reader, id);
    return database
        .first(
            sql(
                """
                select p.*, f.number as from_number, t.number as to_number,
                       (select count(*) from passage_left l join correspondence c on c.tenant_id = l.tenant_id and c.id = l.correspondence_id
                         where l.passage_id = p.id and (c.in_circuit or not c.sensitive)) as stuck
                  from passage p
                  join circuit_version f on f.tenant_id = p.tenant_id and f.id = p.from_version_id
                  join circuit_version t on t.tenant_id = p.tenant_id and t.id = p.to_version_id where p.id = ?
                """,
                id),
            row ->
                new Progress(
                    (int) row.number("from_number"),
                    (int) row.number("to_number"),
                    row.number("total"),
                    row.number("moved"),
                    row.instant("done_at") != null,
                    left,
                    Math.max(0, row.number("stuck") - left.size())))
        .orElseThrow(Refusal::notFound);
  }

  /** Those of the letters left that this reader sees, the first thousand. */
  private List<Left> left(Reader reader, long id) {
    return database.list(
        sql(
                "select c.id, c.chrono, c.subject, l.reason from passage_left l join correspondence c on c.tenant_id = l.tenant_id and"
                    + " c.id = l.correspondence_id where l.passage_id = ? and",
                id)
            .add(Visibility.condition("c", reader))
            .add("order by c.id limit 1000"),
        row ->
            new Left(
                row.number("id"), row.text("chrono"), row.text("subject"), row.text("reason")));
  }

  private CircuitVersion target(CircuitVersion from) {
    var to = circuits.inForce(Circuits.INCOMING);
    if (to.id() == from.id()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "passage.in-force");
    }
    return to;
  }

  private static Line line(PassageMap map, State state, List<Standing> standing) {
    return new Line(
        state.code(),
        state.label(),
        standing.stream().mapToLong(Standing::letters).sum(),
        standing,
        map.possible(state).stream()
            .map(s -> new Choice(s.code(), s.label(), map.lost(state.code(), s.code())))
            .toList(),
        map.proposed(state));
  }
}
