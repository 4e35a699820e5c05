package fr.vaguemestre.filing;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.outbox.IndexQueue;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Labels that a town's agents put on letters. A fact beside the letter as a note is: open to
 * whoever sees the letter and may write notes, told in its history, without a new version of the
 * letter.
 */
@Stateless
public class Tags {
  private static final int LONGEST = 40;
  private static final int SUGGESTED = 20;

  @Inject CorrespondenceActions actions;
  @Inject Database database;
  @Inject Journal journal;
  @Inject IndexQueue index;

  /** How two spellings of one label are told to be the same. */
  public static String key(String label) {
    return label.strip().toLowerCase(Locale.ROOT);
  }

  /** Puts a tag on a letter; the town's first spelling of it stays. Twice is once. */
  public void add(Reader reader, long letter, String label) {
    refuseUnentitled(reader, letter);
    actions.openToAdditions(letter);
    long tag = known(cleaned(label));
    if (database.update(
            sql(
                "insert into correspondence_tag (correspondence_id, tag_id) values (?, ?) on conflict do nothing",
                letter,
                tag))
        > 0) {
      changed(reader, letter, "TAG", tag, label.strip());
    }
  }

  /** Takes a tag off a letter; a tag it does not bear is no fault. */
  public void remove(Reader reader, long letter, String label) {
    refuseUnentitled(reader, letter);
    database
        .first(
            sql(
                "delete from correspondence_tag x using tag g where g.tenant_id = x.tenant_id and g.id = x.tag_id"
                    + " and x.correspondence_id = ? and g.key = ? returning g.id, g.label",
                letter,
                key(cleaned(label))),
            row -> Map.entry(row.number("id"), row.text("label")))
        .ifPresent(tag -> changed(reader, letter, "UNTAG", tag.getKey(), tag.getValue()));
  }

  /** The tags of a letter, in the order of the alphabet. */
  public List<String> of(Reader reader, long letter) {
    actions.visible(reader, letter);
    return database.list(
        sql(
            "select g.label from correspondence_tag x join tag g on g.tenant_id = x.tenant_id and g.id = x.tag_id"
                + " where x.correspondence_id = ? order by g.key",
            letter),
        row -> row.text("label"));
  }

  /** The first tags that begin so, of those on letters this reader sees (O8). */
  public List<String> suggest(Reader reader, String typed) {
    return database.list(
        sql(
                """
                select g.label from tag g where starts_with(g.key, ?) and exists (
                  select 1 from correspondence_tag x join correspondence c on c.tenant_id = x.tenant_id and c.id = x.correspondence_id
                   where x.tenant_id = g.tenant_id and x.tag_id = g.id and
                """,
                key(typed == null ? "" : typed))
            .add(Visibility.conditionByLetter("c", reader))
            .add(") order by g.key limit ?", SUGGESTED),
        row -> row.text("label"));
  }

  private void refuseUnentitled(Reader reader, long letter) {
    reader.need(Right.NOTE, actions.visible(reader, letter).unit().id());
  }

  private long known(String label) {
    database.update(
        sql(
            "insert into tag (id, key, label) values (nextval('row_id'), ?, ?) on conflict (tenant_id, key) do nothing",
            key(label),
            label));
    return database
        .first(sql("select id from tag where key = ?", key(label)), row -> row.number("id"))
        .orElseThrow();
  }

  private void changed(Reader reader, long letter, String action, long tag, String label) {
    journal.record(reader, letter, action, null, null, Map.of("tag", tag), label);
    index.add(letter);
  }

  private static String cleaned(String label) {
    var text = label == null ? "" : label.strip().replaceAll("\\s+", " ");
    if (text.isEmpty()) {
      throw Refusal.field("tag", "filing.tag-empty");
    }
    if (text.length() > LONGEST || text.codePoints().anyMatch(Character::isISOControl)) {
      throw Refusal.field("tag", "filing.tag-too-long", LONGEST);
    }
    return text;
  }
}
