package fr.vaguemestre.acknowledgement;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.Invisible;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.template.TemplateRights;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/**
 * The town's own texts of acknowledgements, kept by those who keep the templates, each where they
 * may (O18). They are dated: what was received before keeps the text of its day.
 */
@Stateless
public class AcknowledgementTexts {
  @Inject Database database;
  @Inject Organisation organisation;
  @Inject Journal journal;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** Those of the whole town, and those this reader may change; the last first. */
  public List<TextLine> managed(Reader reader) {
    TemplateRights.needManager(reader);
    return database
        .list(
            sql(
                """
                select t.*, u.code as unit_code, u.label as unit_label from acknowledgement_text t
                  left join unit u on u.tenant_id = t.tenant_id and u.id = t.unit_id
                 order by t.kind, t.paper, u.label nulls first, t.since desc
                """),
            row -> line(row, reader))
        .stream()
        .filter(text -> text.unit() == null || text.changeable())
        .toList();
  }

  /** What a new text begins as. */
  public String shipped(AcknowledgementKind kind) {
    return Wordings.shipped(kind);
  }

  /** What a text of that kind must have, as one writes it. */
  public List<String> markers(AcknowledgementKind kind) {
    return Mention.owedAtMost(kind).stream().map(m -> Wording.written(m.marker())).toList();
  }

  /**
   * Keeps a text for what is received from a day on, in the place of the one of the same day.
   *
   * @throws Refusal on the field: a unit whose texts the reader does not keep, a day that is over,
   *     a marker that is unknown or lacks
   */
  public void save(Reader reader, @Valid TextWish wish) {
    TemplateRights.needManager(reader);
    var unit =
        wish.unit() == null || wish.unit().isBlank()
            ? null
            : organisation.openUnit("unit", wish.unit()).id();
    TemplateRights.needChange(reader, unit);
    if (wish.since().isBefore(today())) {
      throw Refusal.field("since", "acknowledgement.text-since", today());
    }
    Invisible.refuse("body", wish.body());
    Wording.check(wish.kind(), wish.body());
    boolean paper = wish.paper() && wish.kind() != AcknowledgementKind.AEE;
    database.update(
        sql(
            """
            insert into acknowledgement_text (id, kind, paper, unit_id, since, body) values (nextval('row_id'), ?, ?, ?::bigint, ?, ?)
            on conflict (tenant_id, kind, paper, coalesce(unit_id, 0), since) do update set body = excluded.body
            """,
            wish.kind(),
            paper,
            unit,
            wish.since(),
            wish.body().strip()));
    journal.administration(reader, "SAVE_ACKNOWLEDGEMENT_TEXT", wish.kind().name());
  }

  /** Removes a text that is for no letter yet. */
  public void remove(Reader reader, long id) {
    var text =
        managed(reader).stream()
            .filter(t -> t.id() == id)
            .findFirst()
            .orElseThrow(Refusal::notFound);
    if (!text.changeable()) {
      throw Refusal.forbidden();
    }
    if (!text.ahead()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "acknowledgement.text-in-force");
    }
    database.update(sql("delete from acknowledgement_text where id = ?", id));
    journal.administration(reader, "REMOVE_ACKNOWLEDGEMENT_TEXT", text.kind().name());
  }

  private LocalDate today() {
    return tenants.current().today(clock);
  }

  private TextLine line(Row row, Reader reader) {
    return new TextLine(
        row.number("id"),
        row.constant("kind", AcknowledgementKind.class),
        row.flag("paper"),
        row.text("unit_code"),
        row.text("unit_label"),
        row.date("since"),
        row.text("body"),
        TemplateRights.mayChange(reader, row.numberOrNull("unit_id")),
        row.date("since").isAfter(today()));
  }
}
