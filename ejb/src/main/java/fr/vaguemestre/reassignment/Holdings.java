package fr.vaguemestre.reassignment;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.platform.db.Statement;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** What a unit or an agent (row ids) holds: counted for people, listed for the batches. */
@Stateless
public class Holdings {
  private static final String PENDING = "k.answered_at is null and not k.withdrawn";
  private static final String TO_DO = "t.answered_at is null and t.withdrawn_at is null";
  private static final String TO_COME = "s.status in ('WAITING', 'CURRENT')";

  @Inject Database database;

  public Held ofUnit(long unit) {
    return held(
        sql("select (")
            .add(counted(sql("c.unit_id = ?", unit)))
            .add(
                ") as letters, (select count(*) from contribution k where k.asked_of_unit_id = ? and "
                    + PENDING
                    + ") as contributions, (select count(*) from task t where t.asked_of_unit_id = ? and "
                    + TO_DO
                    + ") as tasks, 0 as steps, 0 as files,",
                unit,
                unit)
            .add(
                """
                (select count(*) from distribution where copy_unit_id = ?) as lines,
                (select count(*) from post where unit_id = ?) as posts,
                (select count(*) from unit where parent_id = ? and closed_on is null) as units,
                (select count(*) from reply_template where unit_id = ?) as templates,
                (select count(*) from document_type where default_unit_id = ?) as types
                """,
                unit,
                unit,
                unit,
                unit,
                unit));
  }

  public Held ofAgent(long agent) {
    return held(
        sql("select (")
            .add(counted(sql("c.assignee_id = ?", agent)))
            .add(
                ") as letters, (select count(*) from contribution k where k.asked_of_agent_id = ? and "
                    + PENDING
                    + ") as contributions, 0 as tasks, (select count(*) from approval_step s where s.agent_id = ? and "
                    + TO_COME
                    + ") as steps, (select count(*) from upload where agent_id = ?) as files,"
                    + " (select count(*) from distribution where agent_id = ?) as lines,"
                    + " 0 as posts, 0 as units, 0 as templates, 0 as types",
                agent,
                agent,
                agent,
                agent));
  }

  /** Open letters still with what is closed, oldest rows first. */
  public List<Long> letters(Closure closure, int most) {
    return ids(
        "select c.id from correspondence c where not c.closed and "
            + (closure.ofUnit() ? "c.unit_id" : "c.assignee_id")
            + " = ? order by c.id limit ?",
        closure,
        most);
  }

  /** Letters on which a contribution is still awaited from what is closed. */
  public List<Long> contributions(Closure closure, int most) {
    return ids(
        "select distinct k.correspondence_id as id from contribution k where "
            + PENDING
            + " and "
            + (closure.ofUnit() ? "k.asked_of_unit_id" : "k.asked_of_agent_id")
            + " = ? order by 1 limit ?",
        closure,
        most);
  }

  /** Letters on which a task is still awaited from the closed unit. */
  public List<Long> tasks(Closure closure, int most) {
    return closure.ofUnit()
        ? ids(
            "select distinct t.correspondence_id as id from task t where "
                + TO_DO
                + " and t.asked_of_unit_id = ? order by 1 limit ?",
            closure,
            most)
        : List.of();
  }

  /** Letters whose approval still waits for the closed agent. */
  public List<Long> steps(Closure closure, int most) {
    return closure.ofUnit()
        ? List.of()
        : ids(
            "select distinct s.correspondence_id as id from approval_step s where "
                + TO_COME
                + " and s.agent_id = ? order by 1 limit ?",
            closure,
            most);
  }

  private List<Long> ids(String text, Closure closure, int most) {
    return database.list(sql(text, closure.closed(), most), row -> row.number("id"));
  }

  private static Statement counted(Statement held) {
    return sql("select count(*) from correspondence c where not c.closed and (c.in_circuit or not c.sensitive) and")
        .add(held);
  }

  private Held held(Statement statement) {
    return database.first(statement, Holdings::line).orElseThrow();
  }

  private static Held line(Row row) {
    return new Held(
        row.number("letters"),
        row.number("contributions"),
        row.number("tasks"),
        row.number("steps"),
        row.number("files"),
        row.number("lines"),
        row.number("posts"),
        row.number("units"),
        row.number("templates"),
        row.number("types"));
  }
}
