package fr.vaguemestre.approval;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * Chains kept to be used again, when an agent or a unit (row ids) that they name is closed: whoever
 * takes over takes the place, so that no visa is lost.
 */
@Stateless
public class ChainSuccession {
  @Inject Database database;

  /** Whether a predefined chain gives the agent a step of one of these kinds. */
  public boolean names(long agent, Set<StepKind> kinds) {
    return database.count(
            sql(
                """
                select count(*) as count from chain_model_step s
                  join chain_model m on m.tenant_id = s.tenant_id and m.id = s.model_id and m.owner_id is null
                 where s.agent_id = ? and s.kind = any(?)
                """,
                agent,
                kinds))
        > 0;
  }

  /** In each chain once: a visa the successor gives anyway is not asked for twice. */
  public void ofAgent(long agent, long to) {
    database.update(
        sql(
            """
            delete from chain_model_step s where s.agent_id = ? and exists (select 1 from chain_model_step o
              where o.tenant_id = s.tenant_id and o.model_id = s.model_id and o.kind = s.kind and o.agent_id = ?)
            """,
            agent,
            to));
    database.update(sql("update chain_model_step set agent_id = ? where agent_id = ?", to, agent));
  }

  /** They come after the successor's own, whose names they do not take. */
  public void ofUnit(long unit, long to) {
    database.update(
        sql(
            """
            update chain_model m set unit_id = ?, version = version + 1,
                   label = case when exists (select 1 from chain_model o where o.tenant_id = m.tenant_id and o.unit_id = ?
                     and o.label = m.label) then left(m.label, 98) || ' (' || m.id || ')' else m.label end
             where unit_id = ?
            """,
            to,
            to,
            unit));
  }
}
