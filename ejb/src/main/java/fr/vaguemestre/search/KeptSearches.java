package fr.vaguemestre.search;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.Invisible;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Searches kept under a name, by an agent for themselves or for a unit: shared, it serves those who
 * sit in the unit or below. Only what was asked is kept, so each finds their own letters by it.
 */
@Stateless
public class KeptSearches {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST = 8000;
  private static final int MOST = 200;

  @Inject Database database;
  @Inject Organisation organisation;
  @Inject Journal journal;
  @Inject Clock clock;

  /** The reader's own, and those shared with them, by name. */
  public List<KeptSearch> of(Reader reader) {
    return database.list(
        open(reader).add("order by lower(s.name), s.id"), row -> read(row, reader));
  }

  /**
   * @throws Refusal NOT_FOUND when it is neither theirs nor shared with them
   */
  public KeptSearch one(Reader reader, long id) {
    return database
        .first(open(reader).add("and s.id = ?", id), row -> read(row, reader))
        .orElseThrow(Refusal::notFound);
  }

  /**
   * Keeps a search; one of the same name and owner is replaced.
   *
   * @param unit code of the unit to share it with, null or blank for none
   * @return its id
   * @throws Refusal on {@code name} or {@code unit}
   */
  public long keep(Reader reader, String name, Asked asked, String unit) {
    if (reader.machine()) {
      throw Refusal.forbidden();
    }
    var called = name(name);
    var text = asked.text();
    if (text.length() > LONGEST) {
      throw Refusal.field("name", "search.kept-too-long");
    }
    var shared = unit == null || unit.isBlank() ? null : shared(reader, unit);
    if (database.count(
            sql(
                "select count(*) as count from kept_search where owner_id = ? and lower(name) <> lower(?)",
                reader.agent(),
                called))
        >= MOST) {
      throw Refusal.field("name", "search.kept-too-many", MOST);
    }
    var id = write(reader, called, text, shared);
    SearchedWords.of(called, asked).keepFor(database, id);
    if (shared != null) {
      journal.record(
          reader, null, "SHARE_SEARCH", null, null, Map.of("search", id, "unit", shared), null);
    }
    return id;
  }

  /**
   * Takes it away, from all it was shared with too.
   *
   * @throws Refusal NOT_FOUND when they do not have it, FORBIDDEN when it is shared and not theirs
   *     to take away
   */
  public void remove(Reader reader, long id) {
    var kept = one(reader, id);
    if (!kept.changeable()) {
      throw Refusal.forbidden();
    }
    database.update(sql("delete from kept_search where id = ?", id));
    if (kept.unit() != null) {
      journal.record(
          reader,
          null,
          "UNSHARE_SEARCH",
          null,
          null,
          Map.of("search", id, "code", kept.unit()),
          null);
    }
  }

  private long write(Reader reader, String name, String asked, Long unit) {
    return database
        .first(
            sql(
                """
                insert into kept_search (id, version, owner_id, unit_id, name, asked, kept_at)
                values (nextval('row_id'), 1, ?, cast(? as bigint), ?, ?, ?)
                on conflict (tenant_id, owner_id, lower(name)) do update
                  set version = kept_search.version + 1, unit_id = excluded.unit_id, name = excluded.name,
                      asked = excluded.asked, kept_at = excluded.kept_at
                returning id
                """,
                reader.agent(),
                unit,
                name,
                asked,
                clock.instant()),
            row -> row.number("id"))
        .orElseThrow();
  }

  /** A unit where they sit or one below; or one whose common texts they keep. */
  private Long shared(Reader reader, String code) {
    var unit = organisation.openUnit("unit", code).id();
    if (!reader.branch().contains(unit) && !reader.may(Right.MANAGE_TEMPLATES, unit)) {
      throw Refusal.field("unit", "search.share-not-yours");
    }
    return unit;
  }

  /** Who keeps the common texts of a unit sees what is shared there, to take it away. */
  private static Statement open(Reader reader) {
    var within = reader.within(Right.MANAGE_TEMPLATES);
    return sql(
        """
        with recursive up as (
          select u.tenant_id, u.id, u.parent_id from unit u where u.id = any(?)
          union
          select u.tenant_id, u.id, u.parent_id from unit u join up on up.tenant_id = u.tenant_id and up.parent_id = u.id
        )
        select s.*, u.code as unit_code, u.short_label as unit_label, a.first_name || ' ' || a.last_name as owner
          from kept_search s
          join agent a on a.tenant_id = s.tenant_id and a.id = s.owner_id
          left join unit u on u.tenant_id = s.tenant_id and u.id = s.unit_id
         where (s.owner_id = ? or s.unit_id in (select id from up) or s.unit_id is not null and (? or s.unit_id = any(?)))
        """,
        reader.ownUnits(),
        reader.agent(),
        within == null,
        within == null ? Set.of() : within);
  }

  private static KeptSearch read(Row row, Reader reader) {
    var unit = row.numberOrNull("unit_id");
    boolean own = row.number("owner_id") == reader.agent();
    return new KeptSearch(
        row.number("id"),
        row.text("name"),
        Asked.parse(row.text("asked")),
        row.text("owner"),
        own,
        row.text("unit_code"),
        row.text("unit_label"),
        own || unit != null && reader.may(Right.MANAGE_TEMPLATES, unit));
  }

  private static String name(String given) {
    var name = given == null ? "" : given.strip();
    if (name.isEmpty()) {
      throw Refusal.field("name", "search.kept-name-empty");
    }
    if (name.length() > LONGEST_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
      throw Refusal.field("name", "search.kept-name-too-long", LONGEST_NAME);
    }
    Invisible.refuse("name", name);
    return name;
  }
}
