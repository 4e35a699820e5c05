package fr.vaguemestre.circuit;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The town's circuits and the version a new letter begins with. */
@Stateless
public class Circuits {
  /** The circuit every town starts with: O9 to O12, visa and griffe. */
  public static final String INCOMING = "ARRIVEE";

  @Inject Database database;
  @Inject CircuitVersions versions;
  @Inject Clock clock;

  /** The version in force: the last one published. */
  public CircuitVersion inForce(String code) {
    return database
        .first(
            sql(
                "select v.id from circuit_version v join circuit c on c.tenant_id = v.tenant_id and c.id = v.circuit_id where c.code = ?"
                    + " and v.published_at is not null order by v.number desc limit 1",
                code),
            row -> row.number("id"))
        .map(versions::of)
        .orElseThrow(() -> new Refusal("circuit.none-published", code));
  }

  /** The states letters may be in, by code, in the order of the circuit: for lists and counts. */
  public Map<String, String> stateLabels() {
    return inForce(INCOMING).states().stream()
        .collect(
            Collectors.toMap(State::code, State::label, (one, same) -> one, LinkedHashMap::new));
  }

  /** The circuit in force, to be read on a screen. */
  public CircuitView view(Reader reader) {
    reader.need(Right.ADMIN_CIRCUITS);
    var version = inForce(INCOMING);
    return new CircuitView(
        version.label(),
        version.number(),
        version.publishedAt(),
        version.states().stream().map(state -> step(version, state)).toList());
  }

  private static CircuitView.Step step(CircuitVersion version, State state) {
    return new CircuitView.Step(
        state.code(),
        state.label(),
        state.citizenLabel(),
        state.tone(),
        state.initial(),
        state.closed(),
        version.from(state.code()).stream()
            .map(
                t ->
                    new CircuitView.Way(
                        t.label(),
                        version.state(t.to()).label(),
                        !t.to().equals(state.code()),
                        t.right(),
                        t.who(),
                        t.condition(),
                        t.prominence()))
            .toList());
  }

  /** Publishes the circuit a new town starts with. */
  public void installIncoming() {
    long circuit =
        database
            .first(
                sql(
                    "insert into circuit (id, version, code, label) values (nextval('row_id'), 1, ?, ?) returning id",
                    INCOMING,
                    "Courrier arrivée"),
                row -> row.number("id"))
            .orElseThrow();
    versions.publish(circuit, clock.instant(), IncomingCircuit.STATES, IncomingCircuit.TRANSITIONS);
  }
}
