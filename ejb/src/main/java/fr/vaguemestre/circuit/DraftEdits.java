package fr.vaguemestre.circuit;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;

/**
 * Changes the version that is being prepared, a state or a transition at a time. Whoever comes
 * second on the same one is told. A state's code never changes: letters and baskets are known by
 * it.
 */
@Stateless
public class DraftEdits {
  @Inject Database database;
  @Inject CircuitRows rows;

  /**
   * Adds a state, or changes it.
   *
   * @param seen the version that was changed, null for a new state
   * @throws Refusal STALE when somebody else changed or removed it, on the field {@code code} when
   *     a new one's is taken
   */
  public void saveState(Reader reader, @Valid StateWish wish, Long seen) {
    long draft = change(reader);
    var state = wish.state();
    if (!state.icon().isEmpty() && !State.ICONS.contains(state.icon())) {
      throw Refusal.field("icon", "circuit.unknown-icon");
    }
    if (state.initial()) {
      database.update(
          sql(
              "update circuit_state set initial = false, version = version + 1 where circuit_version_id = ? and initial and code <> ?",
              draft,
              state.code()));
    }
    if (seen == null) {
      if (exists(draft, state.code())) {
        throw Refusal.field("code", "circuit.code-taken", state.code());
      }
      rows.add(draft, wish.position(), state);
      return;
    }
    once(
        sql(
            "update circuit_state set label = ?, citizen_label = ?, tone = ?, icon = ?, initial = ?, closed = ?, in_circuit = ?,"
                + " position = ?, version = version + 1 where circuit_version_id = ? and code = ? and version = ?",
            state.label(),
            state.citizenLabel(),
            state.tone(),
            state.icon(),
            state.initial(),
            state.closed(),
            state.inCircuit(),
            wish.position(),
            draft,
            state.code(),
            seen));
  }

  /** Takes a state away, with the transitions that leave it or lead to it. */
  public void removeState(Reader reader, String code, long seen) {
    long draft = change(reader);
    once(
        sql(
            "delete from circuit_state where circuit_version_id = ? and code = ? and version = ?",
            draft,
            code,
            seen));
    database.update(
        sql(
            "delete from circuit_transition where circuit_version_id = ? and (from_state = ? or to_state = ?)",
            draft,
            code,
            code));
  }

  /**
   * Adds a transition, or changes it.
   *
   * @param id its row, null for a new one
   * @param seen the version that was changed, null for a new one
   * @throws Refusal STALE when somebody else changed or removed it, on the field {@code who} or
   *     {@code conditions} when its action needs another
   */
  public void saveWay(Reader reader, @Valid WayWish wish, Long id, Long seen) {
    long draft = change(reader);
    refuseUnknown(draft, "from", wish.from());
    refuseUnknown(draft, "to", wish.to());
    var way = wish.way();
    way.lacks().stream()
        .findFirst()
        .ifPresent(
            lack -> {
              throw Refusal.field(lack.field(), lack.key(), way.label());
            });
    if (id == null) {
      rows.add(draft, wish.position(), way);
      return;
    }
    once(
        sql(
            "update circuit_transition set action = ?, from_state = ?, to_state = ?, granted = ?, who = ?, conditions = ?, effects = ?,"
                + " required = ?, label = ?, prominence = ?, position = ?, version = version + 1"
                + " where circuit_version_id = ? and id = ? and version = ?",
            way.action(),
            way.from(),
            way.to(),
            way.right(),
            way.who(),
            CircuitRows.joined(way.conditions()),
            CircuitRows.joined(way.effects()),
            CircuitRows.joined(way.required()),
            way.label(),
            way.prominence(),
            wish.position(),
            draft,
            id,
            seen));
  }

  public void removeWay(Reader reader, long id, long seen) {
    long draft = change(reader);
    once(
        sql(
            "delete from circuit_transition where circuit_version_id = ? and id = ? and version = ?",
            draft,
            id,
            seen));
  }

  /** The draft's id; its own version moves, and it stays locked until the transaction ends. */
  private long change(Reader reader) {
    reader.need(Right.ADMIN_CIRCUITS, null);
    return database
        .first(
            sql(
                """
                update circuit_version v set version = v.version + 1 from circuit c
                 where c.tenant_id = v.tenant_id and c.id = v.circuit_id and c.code = ? and v.published_at is null returning v.id
                """,
                Circuits.INCOMING),
            row -> row.number("id"))
        .orElseThrow(Refusal::stale);
  }

  private void once(Statement change) {
    if (database.update(change) != 1) {
      throw Refusal.stale();
    }
  }

  private void refuseUnknown(long draft, String field, String code) {
    if (!exists(draft, code)) {
      throw Refusal.field(field, "circuit.unknown-state", code);
    }
  }

  private boolean exists(long draft, String code) {
    return database.count(
            sql(
                "select count(*) as count from circuit_state where circuit_version_id = ? and code = ?",
                draft,
                code))
        > 0;
  }
}
