package fr.vaguemestre.approval;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.Unit;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chains kept to be used again (SIG1): each agent's own, and those predefined for a unit, by
 * whoever manages its templates (O18), or for a type of letter, by whoever manages the types.
 */
@Stateless
public class ChainModels {
  private static final int LONGEST = 120;

  private static final String MODEL =
      """
      select m.id, m.label, m.unit_id, u.code as unit_code, u.label as unit_label, t.code as type_code, t.label as type_label,
             (select string_agg(s.kind || ':' || a.login, ' ' order by s.position) from chain_model_step s
                join agent a on a.tenant_id = s.tenant_id and a.id = s.agent_id and a.active
               where s.tenant_id = m.tenant_id and s.model_id = m.id) as steps
        from chain_model m left join unit u on u.tenant_id = m.tenant_id and u.id = m.unit_id
        left join document_type t on t.tenant_id = m.tenant_id and t.id = m.type_id
      """;

  private static final String UP =
      """
      with recursive up as (
        select u.tenant_id, u.id, u.parent_id, 0 as above from unit u where u.id = ?
        union all
        select u.tenant_id, u.id, u.parent_id, above + 1 from unit u join up on up.tenant_id = u.tenant_id and up.parent_id = u.id
      )
      """;

  private static final String ABOVE =
      "left join up on up.tenant_id = m.tenant_id and up.id = m.unit_id";

  @Inject CorrespondenceActions actions;
  @Inject Turns turns;
  @Inject Organisation organisation;
  @Inject Database database;
  @Inject Journal journal;

  /**
   * What this reader may begin from for a letter: chains of its type, of its unit and those above,
   * their own.
   */
  public List<ChainModel> offered(Reader reader, long letter) {
    var found = actions.visible(reader, letter);
    return database.list(
        sql(UP, found.unit().id())
            .add(MODEL)
            .add(ABOVE)
            .add(
                "where m.owner_id = ? or m.type_id = ? or up.id is not null"
                    + " order by m.type_id is null, m.unit_id is null, up.above, m.label",
                reader.agent(),
                found.type().id()),
        ChainModels::model);
  }

  /**
   * The chain predefined for the type, else for the unit or the nearest one above it; its own
   * before those handed on to it (whose version has moved).
   */
  public Optional<ChainModel> predefined(long type, long unit) {
    return database
        .first(
            sql(UP, unit)
                .add(MODEL)
                .add(ABOVE)
                .add(
                    "where m.type_id = ? or up.id is not null"
                        + " order by m.type_id is null, up.above, m.version, m.label",
                    type),
            ChainModels::model)
        .filter(model -> !model.steps().isEmpty());
  }

  /** Keeps a chain as the reader's own under a name; one of the same name gives way. */
  public void keepOwn(Reader reader, String label, List<StepWish> steps) {
    var name = named(label);
    var chain = turns.of(steps);
    database.update(
        sql("delete from chain_model where owner_id = ? and label = ?", reader.agent(), name));
    write(name, "owner_id", reader.agent(), chain);
  }

  public void removeOwn(Reader reader, long id) {
    if (database.update(
            sql("delete from chain_model where id = ? and owner_id = ?", id, reader.agent()))
        == 0) {
      throw Refusal.notFound();
    }
  }

  /** The predefined chains this reader may change. */
  public List<ChainModel> managed(Reader reader) {
    needManager(reader);
    return database
        .list(
            sql(MODEL).add("where m.owner_id is null order by t.label, u.label, m.label"),
            row ->
                Stream.of(model(row))
                    .filter(model -> mayChange(reader, row.numberOrNull("unit_id")))
                    .findFirst())
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * Predefines a chain for a unit or for a type (codes, one of the two), in the place of another
   * when its number is given.
   *
   * @throws Refusal on {@code unit} or {@code type}, {@code label}, {@code steps}; STALE when the
   *     other is no longer there
   */
  public void predefine(
      Reader reader, Long before, String label, String unit, String type, List<StepWish> steps) {
    needManager(reader);
    var name = named(label);
    var chain = turns.of(steps);
    boolean forUnit = unit != null && !unit.isBlank();
    if (forUnit == (type != null && !type.isBlank())) {
      throw Refusal.field("unit", "approval.unit-or-type");
    }
    long row = forUnit ? unitRow(unit) : typeRow(type);
    if (!mayChange(reader, forUnit ? row : null)) {
      throw forUnit
          ? Refusal.field("unit", "approval.unit-not-yours")
          : Refusal.field("type", "approval.type-not-yours");
    }
    if (before != null) {
      remove(reader, before);
    }
    write(name, forUnit ? "unit_id" : "type_id", row, chain);
    journal.administration(reader, "SAVE_CHAIN", name);
  }

  /** Removes a predefined chain; replies under way keep theirs. */
  public void remove(Reader reader, long id) {
    var known =
        managed(reader).stream()
            .filter(model -> model.id() == id)
            .findFirst()
            .orElseThrow(Refusal::stale);
    database.update(sql("delete from chain_model where id = ?", id));
    journal.administration(reader, "REMOVE_CHAIN", known.label());
  }

  private static String named(String label) {
    if (label == null || label.isBlank()) {
      throw Refusal.field("label", "approval.label-missing");
    }
    if (label.strip().length() > LONGEST) {
      throw Refusal.field("label", "approval.label-too-long", LONGEST);
    }
    return label.strip();
  }

  private void write(String label, String column, long row, List<Turn> chain) {
    long id =
        database
            .first(
                sql(
                    "insert into chain_model (id, version, label, "
                        + column
                        + ") values (nextval('row_id'), 1, ?, ?) on conflict do nothing returning id",
                    label,
                    row),
                inserted -> inserted.number("id"))
            .orElseThrow(() -> Refusal.field("label", "approval.label-taken", label));
    for (int i = 0; i < chain.size(); i++) {
      database.update(
          sql(
              "insert into chain_model_step (model_id, position, kind, agent_id) values (?, ?, ?, ?)",
              id,
              i,
              chain.get(i).kind(),
              chain.get(i).agent()));
    }
  }

  private static boolean mayChange(Reader reader, Long unit) {
    return unit == null
        ? reader.may(Right.ADMIN_TYPES, null)
        : reader.may(Right.MANAGE_TEMPLATES, unit);
  }

  private static void needManager(Reader reader) {
    if (!reader.may(Right.ADMIN_TYPES)) {
      reader.need(Right.MANAGE_TEMPLATES);
    }
  }

  private long unitRow(String code) {
    return organisation
        .unit(code)
        .map(Unit::id)
        .orElseThrow(() -> Refusal.field("unit", "organisation.unknown-unit", code));
  }

  private long typeRow(String code) {
    return database
        .first(sql("select id from document_type where code = ?", code), row -> row.number("id"))
        .orElseThrow(() -> Refusal.field("type", "qualification.unknown-type", code));
  }

  private static ChainModel model(Row row) {
    var steps = row.text("steps");
    return new ChainModel(
        row.number("id"),
        row.text("label"),
        row.text("unit_code"),
        row.text("unit_label"),
        row.text("type_code"),
        row.text("type_label"),
        steps == null ? List.of() : Stream.of(steps.split(" ")).map(ChainModels::step).toList());
  }

  private static StepWish step(String written) {
    int at = written.indexOf(':');
    return new StepWish(written.substring(at + 1), StepKind.valueOf(written.substring(0, at)));
  }
}
