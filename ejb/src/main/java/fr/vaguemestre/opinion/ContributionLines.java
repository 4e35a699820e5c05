package fr.vaguemestre.opinion;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.opinion.ContributionLine.Status;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Row;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Reads of a letter's contributions, for whoever sees the letter. */
@Stateless
public class ContributionLines {
  @Inject CorrespondenceActions actions;
  @Inject Database database;
  @Inject Tenants tenants;
  @Inject Clock clock;

  /** Round by round, each in its order. */
  public List<ContributionLine> of(Reader reader, long letter) {
    actions.visible(reader, letter);
    var acting = actions.acting(reader, letter, Action.CONTRIBUTE);
    var today = tenants.current().today(clock);
    return database.list(
        sql(
            """
            select c.*, (c.asked_of_agent_id = ? or c.asked_of_unit_id = any(?)) is true as of_me,
                   b.first_name || ' ' || b.last_name as asker, g.first_name || ' ' || g.last_name as giver,
                   d.first_name || ' ' || d.last_name as asked_for_name,
                   f.first_name || ' ' || f.last_name as in_place_of,
                   coalesce(u.label, o.first_name || ' ' || o.last_name) as asked_of
              from contribution c
              join agent b on b.tenant_id = c.tenant_id and b.id = c.asked_by
              left join agent d on d.tenant_id = c.tenant_id and d.id = c.asked_for
              left join agent g on g.tenant_id = c.tenant_id and g.id = c.answered_by
              left join agent f on f.tenant_id = c.tenant_id and f.id = c.answered_for
              left join agent o on o.tenant_id = c.tenant_id and o.id = c.asked_of_agent_id
              left join unit u on u.tenant_id = c.tenant_id and u.id = c.asked_of_unit_id
             where c.correspondence_id = ? order by c.round, c.position
            """,
            acting.agent(),
            acting.ownUnits(),
            letter),
        row -> line(row, today));
  }

  private static ContributionLine line(Row row, LocalDate today) {
    var status = status(row, today);
    return new ContributionLine(
        row.number("id"),
        (int) row.number("round"),
        (int) row.number("position"),
        row.flag("sequential"),
        row.text("asker"),
        row.text("asked_for_name"),
        row.text("asked_of"),
        row.instant("asked_at"),
        row.date("due_on"),
        row.text("reason"),
        row.text("question"),
        status,
        row.instant("reminded_at"),
        row.text("answer"),
        row.text("giver"),
        row.text("in_place_of"),
        row.instant("answered_at"),
        row.flag("of_me") && status.open() && status != Status.WAITING);
  }

  private static Status status(Row row, LocalDate today) {
    if (row.instant("answered_at") != null) {
      return Status.GIVEN;
    }
    if (row.flag("withdrawn")) {
      return Status.WITHDRAWN;
    }
    if (row.flag("waiting")) {
      return Status.WAITING;
    }
    var due = row.date("due_on");
    return due != null && due.isBefore(today) ? Status.LATE : Status.AWAITED;
  }
}
