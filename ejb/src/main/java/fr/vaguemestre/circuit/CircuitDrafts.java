package fr.vaguemestre.circuit;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The version of the circuit that is being prepared (CIR1): begun as a copy, checked, published or
 * given up. There is one at most, shared by the town's administrators; {@link DraftEdits} changes
 * it. Letters under way stay on the version they began with.
 */
@Stateless
public class CircuitDrafts {
  @Inject Database database;
  @Inject Circuits circuits;
  @Inject CircuitRows rows;
  @Inject Journal journal;
  @Inject Clock clock;

  public Optional<CircuitDraft> find(Reader reader) {
    reader.need(Right.ADMIN_CIRCUITS, null);
    return read();
  }

  /**
   * @throws Refusal NOT_FOUND when none is being prepared
   */
  public CircuitDraft get(Reader reader) {
    return find(reader).orElseThrow(Refusal::notFound);
  }

  public CircuitView view(Reader reader) {
    return CircuitView.of(get(reader));
  }

  /**
   * Begins a new version as a copy; goes on with the one that is being prepared if there is one.
   *
   * @param number of the published version that is copied
   */
  public void begin(Reader reader, int number) {
    reader.need(Right.ADMIN_CIRCUITS, null);
    long circuit = lock();
    if (read().isPresent()) {
      return;
    }
    var from = circuits.numbered(number);
    rows.add(circuit, null, from.states(), from.transitions());
    journal.administration(reader, "BEGIN_CIRCUIT", Circuits.INCOMING);
  }

  /** Throws what was prepared away; the published versions stay as they are. */
  public void discard(Reader reader, long seen) {
    var draft = seen(reader, seen);
    rows.empty(draft.id());
    once(sql("delete from circuit_version where id = ? and version = ?", draft.id(), draft.seen()));
    journal.administration(reader, "DISCARD_CIRCUIT", Circuits.INCOMING);
  }

  /** What is to be repaired before it is published, and what is to be known. */
  public List<Finding> findings(Reader reader) {
    var draft = get(reader);
    return CircuitChecks.of(draft.states(), draft.transitions(), town());
  }

  /**
   * Publishes what was prepared: new letters begin with it.
   *
   * @param seen of the draft, as it was read
   * @return the number of the version
   * @throws Refusal CONFLICT while an error stands, STALE when somebody changed it meanwhile
   */
  public int publish(Reader reader, long seen) {
    var draft = seen(reader, seen);
    long errors =
        CircuitChecks.of(draft.states(), draft.transitions(), town()).stream()
            .filter(Finding::error)
            .count();
    if (errors > 0) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "circuit.errors-stand", errors);
    }
    once(
        sql(
            "update circuit_version set published_at = ?, version = version + 1 where id = ? and version = ?",
            clock.instant(),
            draft.id(),
            draft.seen()));
    journal.administration(reader, "PUBLISH_CIRCUIT", Circuits.INCOMING + ":" + draft.number());
    return draft.number();
  }

  private CircuitDraft seen(Reader reader, long seen) {
    reader.need(Right.ADMIN_CIRCUITS, null);
    return read().filter(d -> d.seen() == seen).orElseThrow(Refusal::stale);
  }

  /** Refuses when somebody changed the draft since it was read. */
  private void once(Statement change) {
    if (database.update(change) != 1) {
      throw Refusal.stale();
    }
  }

  /** Whoever begins a version waits for who began before. */
  private long lock() {
    return database
        .first(
            sql("select id from circuit where code = ? for update", Circuits.INCOMING),
            row -> row.number("id"))
        .orElseThrow();
  }

  private Optional<CircuitDraft> read() {
    return database.first(
        sql(
            "select v.*, c.label from circuit_version v join circuit c on c.tenant_id = v.tenant_id and c.id = v.circuit_id where"
                + " c.code = ? and v.published_at is null",
            Circuits.INCOMING),
        row ->
            new CircuitDraft(
                row.number("id"),
                row.number("version"),
                row.text("label"),
                (int) row.number("number"),
                rows.states(
                    row.number("id"),
                    s ->
                        new CircuitDraft.Part(
                            CircuitRows.state(s), (int) s.number("position"), s.number("version"))),
                rows.transitions(
                    row.number("id"),
                    t ->
                        new CircuitDraft.Way(
                            t.number("id"),
                            CircuitRows.transition(t),
                            (int) t.number("position"),
                            t.number("version")))));
  }

  private CircuitChecks.Town town() {
    var held =
        database.list(
            sql(
                """
                select distinct r.granted from privilege_group_right r
                  join agent_group g on g.tenant_id = r.tenant_id and g.group_id = r.group_id
                  join agent a on a.tenant_id = g.tenant_id and a.id = g.agent_id where a.active
                """),
            row -> row.constant("granted", Right.class));
    var templates =
        database.count(sql("select count(*) as count from reply_template where active")) > 0;
    return new CircuitChecks.Town(
        held.stream().collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class))),
        templates);
  }
}
