package fr.vaguemestre.call;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.Network;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** What the current town's machine accounts may, as it is kept. */
@Stateless
public class CallRules {
  @Inject Database database;

  /** Of the machine account of that agent; none when it is none. */
  public Optional<CallRule> of(long agent) {
    return database.first(
        sql("select calls_per_minute, networks from api_client where agent_id = ?", agent),
        row ->
            new CallRule((int) row.number("calls_per_minute"), Network.all(row.text("networks"))));
  }
}
