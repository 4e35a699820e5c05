package fr.vaguemestre.reply;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.organisation.AgentLine;
import fr.vaguemestre.organisation.Function;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** Who signs the town's letters when nothing else is said: the mayor. */
@Stateless
public class SignatoryFinder {
  @Inject Database database;

  public Optional<AgentLine> usual() {
    return holding(Function.MAYOR);
  }

  /**
   * The active agent who holds a function; of several the one whose main post it is, then the one
   * who has held it longest.
   */
  public Optional<AgentLine> holding(Function function) {
    return database.first(
        sql(
            "select a.*, u.short_label as unit from post p join agent a on a.tenant_id = p.tenant_id and a.id = p.agent_id join unit u"
                + " on u.tenant_id = p.tenant_id and u.id = p.unit_id where p.function = ? and a.active order by p.main desc, p.id",
            function),
        row ->
            new AgentLine(
                row.number("id"),
                row.number("version"),
                row.text("login"),
                row.text("first_name"),
                row.text("last_name"),
                row.text("job_title"),
                row.text("email"),
                row.text("unit"),
                true));
  }
}
