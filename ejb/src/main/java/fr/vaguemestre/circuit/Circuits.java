package fr.vaguemestre.circuit;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The town's circuits: the version a new letter begins with, and those before it. */
@Stateless
public class Circuits {
  /** The circuit every town starts with: O9 to O12, visa and griffe. */
  public static final String INCOMING = "ARRIVEE";

  @Inject Database database;
  @Inject CircuitVersions versions;
  @Inject CircuitRows rows;
  @Inject Clock clock;

  /**
   * A published version in the list of them.
   *
   * @param open letters that stand in it and are not closed, {@code closed} those that are; those
   *     that are sensitive and outside any circuit are not counted (O4)
   */
  public record Line(int number, Instant publishedAt, long open, long closed, boolean inForce) {}

  /** The version in force: the last one published. */
  public CircuitVersion inForce(String code) {
    return published(code)
        .map(versions::of)
        .orElseThrow(() -> new Refusal("circuit.none-published", code));
  }

  /** A published version of the circuit of incoming letters, by its number. */
  public CircuitVersion numbered(int number) {
    return database
        .first(
            sql(
                "select v.id from circuit_version v join circuit c on c.tenant_id = v.tenant_id and c.id = v.circuit_id where c.code = ?"
                    + " and v.published_at is not null and v.number = ?",
                INCOMING,
                number),
            row -> row.number("id"))
        .map(versions::of)
        .orElseThrow(Refusal::notFound);
  }

  /**
   * The states letters may be in, by code: those in force in the order of the circuit, then those
   * of versions before it, under their last label. For lists and counts.
   */
  public Map<String, String> stateLabels() {
    var labels = new LinkedHashMap<String, String>();
    database
        .list(
            sql(
                """
                select s.code, s.label from circuit_state s
                  join circuit_version v on v.tenant_id = s.tenant_id and v.id = s.circuit_version_id
                  join circuit c on c.tenant_id = v.tenant_id and c.id = v.circuit_id
                 where c.code = ? and v.published_at is not null order by v.number desc, s.position
                """,
                INCOMING),
            row -> Map.entry(row.text("code"), row.text("label")))
        .forEach(state -> labels.putIfAbsent(state.getKey(), state.getValue()));
    return labels;
  }

  /**
   * A published version, to be read on a screen.
   *
   * @param number null for the one in force
   */
  public CircuitView view(Reader reader, Integer number) {
    reader.need(Right.ADMIN_CIRCUITS);
    return CircuitView.of(number == null ? inForce(INCOMING) : numbered(number));
  }

  /** The published versions, the one in force first. */
  public List<Line> versions(Reader reader) {
    reader.need(Right.ADMIN_CIRCUITS);
    int last = inForce(INCOMING).number();
    return database.list(
        sql(
            """
            select v.number, v.published_at, count(l.id) filter (where not l.closed) as open, count(l.id) filter (where l.closed) as closed
              from circuit_version v
              join circuit c on c.tenant_id = v.tenant_id and c.id = v.circuit_id
              left join correspondence l on l.tenant_id = v.tenant_id and l.circuit_version_id = v.id and (l.in_circuit or not l.sensitive)
             where c.code = ? and v.published_at is not null group by v.id, v.number, v.published_at order by v.number desc
            """,
            INCOMING),
        row ->
            new Line(
                (int) row.number("number"),
                row.instant("published_at"),
                row.number("open"),
                row.number("closed"),
                row.number("number") == last));
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
    rows.add(circuit, clock.instant(), IncomingCircuit.STATES, IncomingCircuit.TRANSITIONS);
  }

  private Optional<Long> published(String code) {
    return database.first(
        sql(
            "select v.id from circuit_version v join circuit c on c.tenant_id = v.tenant_id and c.id = v.circuit_id where c.code = ?"
                + " and v.published_at is not null order by v.number desc limit 1",
            code),
        row -> row.number("id"));
  }
}
