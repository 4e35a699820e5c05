package fr.vaguemestre.acknowledgement;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;

/**
 * In whose name the journal tells what nobody did: an agent of each town that sees nothing, may do
 * nothing and cannot log in.
 */
@ApplicationScoped
public class Automaton {
  /** No login of a person: theirs have no colon. */
  private static final String LOGIN = "vaguemestre:";

  private static final String NAME = "Vaguemestre";

  @Inject Database database;
  @Inject Tenants tenants;

  /** Of the town one is in, in the caller's transaction. */
  public Reader reader() {
    database.update(
        sql(
            """
            insert into agent (id, version, login, first_name, last_name, machine)
            values (nextval('row_id'), 1, ?, 'Application', ?, true) on conflict do nothing
            """,
            LOGIN,
            NAME));
    long agent =
        database
            .first(sql("select id from agent where login = ?", LOGIN), row -> row.number("id"))
            .orElseThrow();
    return new Reader(
        tenants.current().id(),
        agent,
        LOGIN,
        NAME,
        null,
        null,
        0,
        Set.of(),
        Set.of(),
        Map.of(),
        Set.of());
  }
}
