package fr.vaguemestre.reply;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** The locks of word processors in the database. One that has ended is not there. */
@ApplicationScoped
public class LockRows {
  @Inject Database database;
  @Inject Clock clock;

  /** Those of a letter, the oldest first. */
  List<FolderLock> of(long letter) {
    return database.list(
        sql(
            """
            select l.*, a.login, a.first_name || ' ' || a.last_name as name from draft_lock l
              join agent a on a.tenant_id = l.tenant_id and a.id = l.agent_id
             where l.correspondence_id = ? and l.ends_at > ? order by l.since
            """,
            letter,
            clock.instant()),
        LockRows::lock);
  }

  /** Keeps a lock; those of the letter that have ended go. */
  void add(long letter, FolderLock lock) {
    database.update(
        sql(
            "delete from draft_lock where correspondence_id = ? and ends_at <= ?",
            letter,
            clock.instant()));
    database.update(
        sql(
            "insert into draft_lock (token, correspondence_id, path, agent_id, shared, deep, on_draft, owner, since, ends_at)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            lock.token(),
            letter,
            lock.path(),
            lock.agent(),
            lock.shared(),
            lock.deep(),
            lock.onDraft(),
            lock.owner(),
            lock.since(),
            lock.endsAt()));
  }

  void renew(FolderLock lock) {
    database.update(
        sql("update draft_lock set ends_at = ? where token = ?", lock.endsAt(), lock.token()));
  }

  void remove(FolderLock lock) {
    database.update(sql("delete from draft_lock where token = ?", lock.token()));
  }

  /** Under this lock this version was written, and nothing has been done to the letter since. */
  void wrote(FolderLock lock, long letter, long version) {
    database.update(
        sql(
            "update draft_lock set reply_version_id = ?,"
                + " letter_version = (select version from correspondence where id = ?) where token = ?",
            version,
            letter,
            lock.token()));
  }

  /** Whether this version was written under this lock, and nothing done to the letter since. */
  boolean carriesOn(FolderLock lock, long letter, long version) {
    return database.count(
            sql(
                """
                select count(*) as count from draft_lock l
                  join correspondence c on c.tenant_id = l.tenant_id and c.id = ? and c.version = l.letter_version
                 where l.token = ? and l.reply_version_id = ?
                """,
                letter,
                lock.token(),
                version))
        > 0;
  }

  /** Those at a path and below. */
  void removeAll(long letter, String path) {
    database.update(sql("delete from draft_lock where").add(FolderRows.tree(letter, path)));
  }

  private static FolderLock lock(Row row) {
    return new FolderLock(
        row.text("token"),
        row.text("path"),
        row.number("agent_id"),
        row.text("login"),
        row.text("name"),
        row.flag("shared"),
        row.flag("deep"),
        row.flag("on_draft"),
        row.text("owner"),
        row.instant("since"),
        row.instant("ends_at"));
  }
}
