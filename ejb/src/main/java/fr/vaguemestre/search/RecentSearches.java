package fr.vaguemestre.search;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;

/**
 * The last searches of an agent, for nobody's eyes but theirs; erased when they say so, and not
 * kept at all when they wish none.
 */
@Stateless
public class RecentSearches {
  public static final int KEPT = 15;
  private static final int LONGEST = 8000;

  @Inject Database database;
  @Inject Clock clock;

  /** The last ones, the latest first. */
  public List<Asked> of(Reader reader) {
    return database.list(
        sql(
            "select asked from recent_search where agent_id = ? order by asked_at desc, asked_sha256 limit ?",
            reader.agent(),
            KEPT),
        row -> Asked.parse(row.text("asked")));
  }

  /** Keeps what was asked, unless they wish none kept, or nothing was asked. */
  public void add(Reader reader, Asked asked) {
    var text = asked.text();
    if (text.isEmpty() || text.length() > LONGEST || reader.machine() || !kept(reader)) {
      return;
    }
    database.update(
        sql(
            """
            insert into recent_search (agent_id, asked_sha256, asked, asked_at) values (?, ?, ?, ?)
            on conflict (tenant_id, agent_id, asked_sha256) do update set asked_at = excluded.asked_at
            """,
            reader.agent(),
            sha256(text),
            text,
            clock.instant()));
    SearchedWords.of("", asked).keepFor(database, reader.agent(), sha256(text));
    database.update(
        sql(
            """
            delete from recent_search where agent_id = ? and asked_sha256 not in (
              select asked_sha256 from recent_search where agent_id = ? order by asked_at desc, asked_sha256 limit ?)
            """,
            reader.agent(),
            reader.agent(),
            KEPT));
  }

  public void erase(Reader reader) {
    database.update(sql("delete from recent_search where agent_id = ?", reader.agent()));
  }

  /** Whether this reader's searches are kept. */
  public boolean kept(Reader reader) {
    return database.count(
            sql(
                "select count(*) as count from recent_search_off where agent_id = ?",
                reader.agent()))
        == 0;
  }

  /** From now on; what was kept goes when they wish none. */
  public void keep(Reader reader, boolean wanted) {
    if (wanted) {
      database.update(sql("delete from recent_search_off where agent_id = ?", reader.agent()));
      return;
    }
    database.update(
        sql(
            "insert into recent_search_off (agent_id) values (?) on conflict do nothing",
            reader.agent()));
    erase(reader);
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
