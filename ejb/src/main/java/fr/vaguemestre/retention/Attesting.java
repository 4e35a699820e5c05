package fr.vaguemestre.retention;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.acknowledgement.Automaton;
import fr.vaguemestre.journal.Journal;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/**
 * Attests what was destroyed of a list, once its last line is settled. The attestation's SHA-256
 * goes into the journal, whose chain shows that it was not written again later.
 */
@Stateless
public class Attesting {
  @Inject Lists lists;
  @Inject Lines lines;
  @Inject Database database;
  @Inject Journal journal;
  @Inject Automaton automaton;
  @Inject Tenants tenants;
  @Inject Clock clock;

  public void ifSettled(long id) {
    // The last two lines may be settled at once: the second waits, and then sees the first.
    var list = lists.locked(id);
    if (!list.settled()) {
      return;
    }
    var now = clock.instant();
    var text = new Attestation(tenants.current(), list, lines.of(id), now).text();
    var sha256 = Digests.sha256(text);
    database.update(
        sql(
            """
            update retention_list set state = 'ATTESTED', attested_at = ?, attestation = ?, attestation_sha256 = ?, version = version + 1
             where id = ? and state = 'SIGNED'
            """,
            now,
            text,
            sha256,
            id));
    journal.record(
        automaton.reader(),
        null,
        "ELIMINATION_ATTESTED",
        null,
        null,
        Map.of("list", list.number(), "sha256", sha256),
        null);
  }
}
