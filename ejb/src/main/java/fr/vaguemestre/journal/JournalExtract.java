package fr.vaguemestre.journal;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** The entries of one letter with what proves them. */
@Stateless
public class JournalExtract {
  @Inject Database database;

  /** Oldest first. The caller has already made sure that the reader sees the letter. */
  public List<SealedEntry> of(long correspondence) {
    return database.list(
        sql(
            """
            select j.*, s.number, s.hash, s.sealed_at, p.hash as previous, w.words,
                   a.first_name || ' ' || a.last_name as actor, f.first_name || ' ' || f.last_name as in_place_of
              from journal_entry j
              join agent a on a.tenant_id = j.tenant_id and a.id = j.actor_id
              left join agent f on f.tenant_id = j.tenant_id and f.id = j.for_agent_id
              left join journal_seal s on s.tenant_id = j.tenant_id and s.entry_id = j.id
              left join journal_seal p on p.tenant_id = s.tenant_id and p.number = s.number - 1
              left join journal_words w on w.tenant_id = j.tenant_id and w.entry_id = j.id
             where j.correspondence_id = ? order by j.at, j.id
            """,
            correspondence),
        JournalExtract::read);
  }

  private static SealedEntry read(Row row) {
    var number = row.numberOrNull("number");
    return new SealedEntry(
        JournalEntry.read(row),
        number,
        number != null && number == 1 ? JournalChain.START : row.text("previous"),
        row.text("hash"),
        row.instant("sealed_at"),
        row.text("actor"),
        row.text("in_place_of"),
        row.text("words"));
  }
}
