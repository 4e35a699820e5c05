package fr.vaguemestre.circuit;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Right;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rows of circuits: states and transitions of a version, in their order. */
@ApplicationScoped
class CircuitRows {
  @Inject Database database;

  /**
   * A new version of a circuit with these states and transitions.
   *
   * @param at null for one that is being prepared
   * @return its id
   */
  long add(long circuit, Instant at, List<State> states, List<Transition> transitions) {
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
    fill(id, states, transitions);
    return id;
  }

  /** Writes them in this order, ten apart. */
  void fill(long version, List<State> states, List<Transition> transitions) {
    for (int i = 0; i < states.size(); i++) {
      add(version, 10 * (i + 1), states.get(i));
    }
    for (int i = 0; i < transitions.size(); i++) {
      add(version, 10 * (i + 1), transitions.get(i));
    }
  }

  void empty(long version) {
    database.update(sql("delete from circuit_transition where circuit_version_id = ?", version));
    database.update(sql("delete from circuit_state where circuit_version_id = ?", version));
  }

  void add(long version, int position, State state) {
    database.update(
        sql(
            "insert into circuit_state (id, version, circuit_version_id, code, label, citizen_label, tone, icon, initial, closed,"
                + " in_circuit, position) values (nextval('row_id'), 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            version,
            state.code(),
            state.label(),
            state.citizenLabel(),
            state.tone(),
            state.icon(),
            state.initial(),
            state.closed(),
            state.inCircuit(),
            position));
  }

  void add(long version, int position, Transition way) {
    database.update(
        sql(
            "insert into circuit_transition (id, version, circuit_version_id, action, from_state, to_state, granted, who, conditions,"
                + " effects, required, label, prominence, position) values (nextval('row_id'), 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            version,
            way.action(),
            way.from(),
            way.to(),
            way.right(),
            way.who(),
            joined(way.conditions()),
            joined(way.effects()),
            joined(way.required()),
            way.label(),
            way.prominence(),
            position));
  }

  <T> List<T> states(long version, Function<Row, T> mapper) {
    return database.list(
        sql(
            "select * from circuit_state where circuit_version_id = ? order by position, id",
            version),
        mapper);
  }

  <T> List<T> transitions(long version, Function<Row, T> mapper) {
    return database.list(
        sql(
            "select * from circuit_transition where circuit_version_id = ? order by position, id",
            version),
        mapper);
  }

  static State state(Row row) {
    return new State(
        row.text("code"),
        row.text("label"),
        row.text("citizen_label"),
        row.text("tone"),
        row.text("icon"),
        row.flag("initial"),
        row.flag("closed"),
        row.flag("in_circuit"));
  }

  static Transition transition(Row row) {
    return new Transition(
        row.constant("action", Action.class),
        row.text("from_state"),
        row.text("to_state"),
        row.constant("granted", Right.class),
        row.constant("who", Who.class),
        constants(row.text("conditions"), Condition.class),
        constants(row.text("effects"), Effect.class),
        constants(row.text("required"), Requirement.class),
        row.text("label"),
        row.constant("prominence", Transition.Prominence.class));
  }

  static String joined(Collection<? extends Enum<?>> constants) {
    return constants.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
  }

  private static <E extends Enum<E>> Set<E> constants(String joined, Class<E> type) {
    return Arrays.stream(joined.split(","))
        .filter(name -> !name.isEmpty())
        .map(name -> Enum.valueOf(type, name))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
  }
}
