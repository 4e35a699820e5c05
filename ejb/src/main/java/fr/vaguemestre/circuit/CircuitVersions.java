package fr.vaguemestre.circuit;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Right;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.tenant.TenantGone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The published versions of circuits. One never changes, so each is read once and kept. */
@ApplicationScoped
public class CircuitVersions {
  @Inject Database database;

  private final Map<Key, CircuitVersion> kept = new ConcurrentHashMap<>();

  /** A version of the current town, by its id. */
  public CircuitVersion of(long id) {
    var key = new Key(TenantContext.required(), id);
    var known = kept.get(key);
    if (known == null) {
      known = read(id);
      kept.put(key, known);
    }
    return known;
  }

  void drop(@Observes TenantGone gone) {
    kept.keySet().removeIf(key -> key.tenant() == gone.tenant());
  }

  /** Writes a version as it is published. */
  void publish(long circuit, Instant at, List<State> states, List<Transition> transitions) {
    long id =
        database
            .first(
                sql(
                    "insert into circuit_version (id, version, circuit_id, number, published_at) select nextval('row_id'), 1, ?,"
                        + " coalesce(max(number), 0) + 1, ? from circuit_version where circuit_id = ? returning id",
                    circuit,
                    at,
                    circuit),
                row -> row.number("id"))
            .orElseThrow();
    for (int i = 0; i < states.size(); i++) {
      write(id, i, states.get(i));
    }
    for (int i = 0; i < transitions.size(); i++) {
      write(id, i, transitions.get(i));
    }
  }

  private void write(long version, int position, State state) {
    database.update(
        sql(
            "insert into circuit_state (id, version, circuit_version_id, code, label, citizen_label, tone, initial, closed, in_circuit,"
                + " position) values (nextval('row_id'), 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            version,
            state.code(),
            state.label(),
            state.citizenLabel(),
            state.tone(),
            state.initial(),
            state.closed(),
            state.inCircuit(),
            position));
  }

  private void write(long version, int position, Transition way) {
    database.update(
        sql(
            "insert into circuit_transition (id, version, circuit_version_id, action, from_state, to_state, granted, who, condition,"
                + " label, prominence, position) values (nextval('row_id'), 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            version,
            way.action(),
            way.from(),
            way.to(),
            way.right(),
            way.who(),
            way.condition(),
            way.label(),
            way.prominence(),
            position));
  }

  private CircuitVersion read(long id) {
    var states =
        database.list(
            sql("select * from circuit_state where circuit_version_id = ? order by position", id),
            CircuitVersions::state);
    var transitions =
        database.list(
            sql(
                "select * from circuit_transition where circuit_version_id = ? order by position",
                id),
            CircuitVersions::transition);
    return database
        .first(
            sql(
                "select v.number, v.published_at, c.label from circuit_version v join circuit c on c.tenant_id = v.tenant_id and c.id ="
                    + " v.circuit_id where v.id = ?",
                id),
            row ->
                new CircuitVersion(
                    id,
                    row.text("label"),
                    (int) row.number("number"),
                    row.instant("published_at"),
                    states,
                    transitions))
        .orElseThrow();
  }

  private static State state(Row row) {
    return new State(
        row.text("code"),
        row.text("label"),
        row.text("citizen_label"),
        row.text("tone"),
        row.flag("initial"),
        row.flag("closed"),
        row.flag("in_circuit"));
  }

  private static Transition transition(Row row) {
    return new Transition(
        row.constant("action", Action.class),
        row.text("from_state"),
        row.text("to_state"),
        row.constant("granted", Right.class),
        row.constant("who", Who.class),
        row.constant("condition", Condition.class),
        row.text("label"),
        row.constant("prominence", Transition.Prominence.class));
  }

  private record Key(int tenant, long version) {}
}
