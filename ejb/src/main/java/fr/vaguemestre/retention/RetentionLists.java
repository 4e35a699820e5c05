package fr.vaguemestre.retention;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Credentials;
import fr.vaguemestre.access.Logins;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.qualification.Disposition;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * What the archivist and whoever signs do with lists: sort what is due, gather it, take a line off,
 * sign. Lists tell of letters that the reader may not see, by number, type, unit and dates only.
 */
@Stateless
public class RetentionLists {
  /** Lines that are due, on a page. */
  public static final int PAGE = 100;

  private static final int LATEST = 200;

  @Inject Lists lists;
  @Inject Lines lines;
  @Inject Database database;
  @Inject Logins logins;
  @Inject Credentials credentials;
  @Inject Journal journal;
  @Inject Clock clock;

  /** A list and its lines. */
  public record Opened(RetentionList list, List<RetentionLine> lines) {}

  /** Whether the reader has anything to do with lists. */
  public static boolean open(Reader reader) {
    return reader.may(Right.ARCHIVE, null) || reader.may(Right.SIGN_ELIMINATION, null);
  }

  /** Newest first, two hundred at most. */
  public List<RetentionList> all(Reader reader) {
    needOpen(reader);
    return database.list(
        sql(RetentionList.SELECT).add("order by e.id desc limit ?", LATEST), RetentionList::read);
  }

  public Opened one(Reader reader, long id) {
    needOpen(reader);
    return new Opened(lists.one(id), lines.of(id));
  }

  /** What is due and on no list, by page, from that line on. */
  public List<RetentionLine> due(Reader reader, long after) {
    reader.need(Right.ARCHIVE, null);
    return lines.list(sql("where l.state = 'DUE' and l.id > ? order by l.id limit ?", after, PAGE));
  }

  /**
   * Decides of what is to be sorted, or otherwise than the rule said.
   *
   * @throws Refusal on {@code lines} when none is chosen, on {@code outcome} when it is no
   *     decision, CONFLICT when one is no longer due
   */
  public void sort(Reader reader, List<Long> chosen, Disposition outcome) {
    reader.need(Right.ARCHIVE, null);
    if (chosen.isEmpty()) {
      throw Refusal.field("lines", "retention.none-chosen");
    }
    if (outcome == null || outcome == Disposition.SORT) {
      throw Refusal.field("outcome", "retention.outcome-needed");
    }
    int sorted =
        database.update(
            sql(
                "update retention_line set outcome = ?, version = version + 1 where id = any(?) and state = 'DUE'",
                outcome,
                chosen));
    if (sorted < chosen.size()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "retention.moved-on");
    }
    journal.record(
        reader,
        null,
        "RETENTION_SORTED",
        null,
        null,
        Map.of("outcome", outcome, "letters", sorted),
        null);
  }

  /** Puts what is decided on lists now, as the night would; returns how many lists grew. */
  public int gather(Reader reader) {
    reader.need(Right.ARCHIVE, null);
    return lists.gather(Disposition.DESTROY).size() + lists.gather(Disposition.KEEP).size();
  }

  /** Takes a line off a list that is not signed; it is due again, for somebody to decide. */
  public void takeOff(Reader reader, long line) {
    reader.need(Right.ARCHIVE, null);
    var found = lines.one(line).orElseThrow(Refusal::notFound);
    if (found.list() == null) {
      throw Refusal.notFound();
    }
    lines.lockLetters(List.of(line));
    lines.move(line, LineState.DUE, null);
    database.update(
        sql("update retention_line set list_id = null, outcome = null where id = ?", line));
    lists.changed(found.list());
    journal.record(
        reader, found.letter(), "RETENTION_TAKEN_OFF", null, null, Map.of("line", line), null);
  }

  /**
   * Signs an elimination list as it was seen: from here on it stays as it is.
   *
   * @param address from where, for the lock after wrong passwords
   * @throws Refusal on {@code password}, STALE, CONFLICT when it is signed already or empty
   */
  public void sign(Reader reader, long id, long seenVersion, char[] password, String address) {
    reader.need(Right.SIGN_ELIMINATION, null);
    credentials.confirm(logins.again(reader, password, address));
    // What comes onto the list meanwhile gives it another version.
    lines.lockLettersOf(id);
    var list = lists.seen(id, seenVersion);
    if (list.kind() != Disposition.DESTROY || list.state() != ListState.PROPOSED) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "retention.moved-on");
    }
    var proposed = lines.of(id);
    if (proposed.isEmpty()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "retention.empty");
    }
    var sha256 = Bordereau.sha256(list, proposed);
    database.update(
        sql(
            """
            update retention_list set state = 'SIGNED', signed_by = ?, signed_at = ?, signed_sha256 = ?, version = version + 1
             where id = ?
            """,
            reader.actor(),
            clock.instant(),
            sha256,
            id));
    proposed.forEach(line -> lines.move(line.id(), LineState.SIGNED, null));
    journal.record(
        reader,
        null,
        "ELIMINATION_SIGNED",
        null,
        null,
        Map.of("list", list.number(), "letters", proposed.size(), "sha256", sha256),
        null);
  }

  private static void needOpen(Reader reader) {
    if (!open(reader)) {
      throw Refusal.forbidden();
    }
  }
}
