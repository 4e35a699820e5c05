package fr.vaguemestre.reassignment;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** How far a closure is. */
@Stateless
public class Closures {
  @PersistenceContext EntityManager em;
  @Inject Holdings holdings;
  @Inject Database database;

  /**
   * A closure as its page shows it; {@code to} is null when letters go back to their units'
   * baskets.
   */
  public record Progress(
      String closed, String code, boolean unit, String to, long total, long left, boolean done) {}

  public Progress progress(Reader reader, long id) {
    var closure = em.find(Closure.class, id);
    if (closure == null) {
      throw Refusal.notFound();
    }
    if (closure.ofUnit()) {
      reader.need(Right.ADMIN_ORGANISATION);
    } else {
      reader.need(Right.ADMIN_AGENTS);
    }
    var held =
        closure.ofUnit() ? holdings.ofUnit(closure.closed()) : holdings.ofAgent(closure.closed());
    return database
        .first(
            sql(
                """
                select coalesce(u.label, a.first_name || ' ' || a.last_name) as closed, coalesce(u.code, a.login) as code,
                       coalesce(tu.label, ta.first_name || ' ' || ta.last_name) as successor
                  from closure c
                  left join unit u on u.tenant_id = c.tenant_id and u.id = c.unit_id
                  left join agent a on a.tenant_id = c.tenant_id and a.id = c.agent_id
                  left join unit tu on tu.tenant_id = c.tenant_id and tu.id = c.to_unit_id
                  left join agent ta on ta.tenant_id = c.tenant_id and ta.id = c.to_agent_id
                 where c.id = ?
                """,
                id),
            row ->
                new Progress(
                    row.text("closed"),
                    row.text("code"),
                    closure.ofUnit(),
                    row.text("successor"),
                    closure.total(),
                    held.later(),
                    closure.isDone()))
        .orElseThrow();
  }
}
