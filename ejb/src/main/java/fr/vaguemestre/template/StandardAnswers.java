package fr.vaguemestre.template;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.Invisible;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.DatabaseFailure;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.template.engine.FieldCatalogue;
import fr.vaguemestre.template.engine.PlainText;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The standard answers (REP2), put into a draft, and the note templates (CIR6), put into a note or
 * a question. Kept by those who keep the templates, each where they may (O18).
 */
@Stateless
public class StandardAnswers {
  private static final String LINES =
      """
      select s.*, u.code as unit_code, u.label as unit_label from standard_answer s
        left join unit u on u.tenant_id = s.tenant_id and u.id = s.unit_id
      """;

  @Inject Database database;
  @Inject Organisation organisation;
  @Inject Journal journal;

  /** Those of the whole town, and those this reader may change. */
  public List<AnswerLine> managed(Reader reader) {
    TemplateRights.needManager(reader);
    return database
        .list(sql(LINES).add("order by s.title, s.id"), row -> line(row, reader))
        .stream()
        .filter(answer -> answer.unit() == null || answer.changeable())
        .toList();
  }

  /**
   * Those in use for a letter held by this unit (code), note templates of the reader's own units
   * too, whose title, keywords or text hold all these words, whatever the case and the accents;
   * those of the nearest units first, {@code most} of them.
   */
  public List<AnswerLine> usable(
      Reader reader, AnswerKind kind, String unit, String words, int most) {
    var own = kind == AnswerKind.NOTE ? reader.ownUnits() : Set.<Long>of();
    var query =
        sql(
                """
                with recursive up as (
                  select u.tenant_id, u.id, u.parent_id, 0 as height from unit u where u.code = ? or u.id = any(?)
                  union all
                  select u.tenant_id, u.id, u.parent_id, up.height + 1 from unit u
                    join up on up.tenant_id = u.tenant_id and up.parent_id = u.id
                ), near as (select id, min(height) as height from up group by id)
                """,
                unit,
                own)
            .add(LINES)
            .add("left join near on near.id = s.unit_id where s.active and s.kind = ?", kind)
            .add("and (s.unit_id is null or near.id is not null)");
    for (var word : Objects.requireNonNullElse(words, "").strip().split("\\s+", -1)) {
      query.add("and position(fold(?) in s.search_key) > 0", word);
    }
    return database.list(
        query.add("order by near.height nulls last, s.title, s.id limit ?", most),
        row -> line(row, reader));
  }

  /**
   * Adds the answer, or changes the one of the wish's id.
   *
   * @param seen its version in the form; not looked at for a new one
   * @throws Refusal on the field: a unit whose answers the reader does not keep, a title taken, a
   *     field no letter has
   */
  public void save(Reader reader, @Valid AnswerWish wish, Long seen) {
    TemplateRights.needManager(reader);
    var unit = unit(wish.unit());
    TemplateRights.needChange(reader, unit);
    Invisible.refuse("body", wish.body());
    if (wish.body().length() > wish.kind().longest()) {
      throw Refusal.field("body", "template.answer.too-long", wish.kind().longest());
    }
    PlainText.check(wish.body(), FieldCatalogue.standard()).stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw Refusal.field("body", problem.key(), problem.field(), problem.suggestion());
            });
    var title = wish.title().strip();
    try {
      write(reader, wish, unit, seen);
    } catch (DatabaseFailure failure) {
      throw DatabaseFailure.isDuplicate(failure)
          ? Refusal.field("title", "template.answer.title-taken", title)
          : failure;
    }
    journal.administration(reader, "SAVE_STANDARD_ANSWER", title);
  }

  private void write(Reader reader, AnswerWish wish, Long unit, Long seen) {
    if (wish.id() != null) {
      change(reader, wish, unit, seen);
      return;
    }
    database.update(
        sql(
            "insert into standard_answer (id, version, kind, unit_id, title, keywords, body, active)"
                + " values (nextval('row_id'), 1, ?, ?, ?, ?, ?, ?)",
            wish.kind(),
            unit,
            wish.title().strip(),
            Objects.requireNonNullElse(wish.keywords(), "").strip(),
            wish.body(),
            wish.active()));
  }

  private void change(Reader reader, AnswerWish wish, Long unit, Long seen) {
    var before =
        database
            .first(
                sql("select unit_id from standard_answer where id = ?", wish.id()),
                row -> new Place(row.numberOrNull("unit_id")))
            .orElseThrow(Refusal::notFound);
    TemplateRights.needChange(reader, before.unit());
    int changed =
        database.update(
            sql(
                """
                update standard_answer set version = version + 1, unit_id = ?, title = ?, keywords = ?, body = ?, active = ?
                 where id = ? and version = ?
                """,
                unit,
                wish.title().strip(),
                Objects.requireNonNullElse(wish.keywords(), "").strip(),
                wish.body(),
                wish.active(),
                wish.id(),
                seen));
    if (changed == 0) {
      throw Refusal.stale();
    }
  }

  private record Place(Long unit) {}

  private Long unit(String code) {
    return code == null || code.isBlank() ? null : organisation.openUnit("unit", code).id();
  }

  private static AnswerLine line(Row row, Reader reader) {
    return new AnswerLine(
        row.number("id"),
        row.number("version"),
        row.constant("kind", AnswerKind.class),
        row.text("unit_code"),
        row.text("unit_label"),
        row.text("title"),
        row.text("keywords"),
        row.text("body"),
        row.flag("active"),
        TemplateRights.mayChange(reader, row.numberOrNull("unit_id")));
  }
}
