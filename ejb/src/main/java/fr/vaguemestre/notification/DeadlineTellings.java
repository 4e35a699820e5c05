package fr.vaguemestre.notification;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.organisation.Function;
import fr.vaguemestre.platform.db.Database;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Tells holders and units of deadlines that come near and once they are past, and their managers of
 * those left past, with who replaces them, of letters, tasks and contributions; each deadline once,
 * however often it is looked at. How many days before and after a document type says; else {@value
 * #BEFORE} and {@value #AFTER}. So are returns that are late.
 */
@Stateless
public class DeadlineTellings {
  private static final int BEFORE = 2;
  private static final int AFTER = 3;
  private static final int BEHIND = 7;
  private static final List<Function> MANAGERS =
      List.of(Function.DIRECTOR, Function.DGA, Function.DGS);

  private static final String OF_HOLDER =
      """
      select coalesce(i.agent, p.agent_id) as agent_id, i.letter, i.due from item i
        left join post p on p.tenant_id = i.tenant_id and p.unit_id = i.unit and i.agent is null
       where (i.agent is not null or p.function <> all(?))
      """;

  /** The nearest above in the chart, from the unit itself; never who is late. */
  private static final String OF_MANAGER =
      """
      select m.agent_id, i.letter, i.due from item i cross join lateral (
        with recursive up as (
          select u.tenant_id, u.id, u.parent_id, 0 as height from unit u where u.tenant_id = i.tenant_id and u.id = i.unit
          union all
          select u.tenant_id, u.id, u.parent_id, up.height + 1 from up join unit u on u.tenant_id = up.tenant_id and u.id = up.parent_id)
        select p.agent_id from up join post p on p.tenant_id = up.tenant_id and p.unit_id = up.id
         where p.function = any(?) and p.agent_id is distinct from i.agent
         order by up.height fetch first 1 row with ties) m
      """;

  @Inject Database database;
  @Inject Tenants tenants;
  @Inject Clock clock;
  @Inject Addressed addressed;
  @Inject @Any Instance<LegalDeadlines> law;

  /** Of these letters, tells what there is to tell today. */
  public void tell(Collection<Long> letters) {
    var today = tenants.current().today(clock);
    tell(
        letters,
        Reason.DEADLINE_NEAR,
        sql(OF_HOLDER, Addressed.ELECTED)
            .add("and i.due between ? and cast(? as date) + i.ahead", today, today));
    tell(
        letters,
        Reason.LATE,
        sql(OF_HOLDER, Addressed.ELECTED)
            .add("and i.due between ? and ?", today.minusDays(BEHIND), today.minusDays(1)));
    tell(
        letters,
        Reason.ESCALATED,
        sql(OF_MANAGER, MANAGERS)
            .add("where i.due between cast(? as date) - i.behind", today.minusDays(BEHIND))
            .add("and cast(? as date) - i.behind", today));
    tellReturns(letters, today);
    law.forEach(deadlines -> deadlines.of(letters, today).forEach(this::tell));
  }

  /**
   * What an outside service was to give back is told, once late, to whoever asked for it and to the
   * holder of the letter, open or closed; left late for some days, to their manager (SEN2).
   */
  private void tellReturns(Collection<Long> letters, LocalDate today) {
    write(
        awaited(letters, today.minusDays(BEHIND), today.minusDays(1)),
        Reason.RETURN_LATE,
        sql(OF_HOLDER, Addressed.ELECTED));
    write(
        awaited(letters, today.minusDays(BEHIND + AFTER), today.minusDays(AFTER)),
        Reason.ESCALATED,
        sql(OF_MANAGER, MANAGERS));
  }

  private static Statement awaited(Collection<Long> letters, LocalDate from, LocalDate to) {
    return sql(
        """
        with late as (
          select c.tenant_id, c.id as letter, t.expected_on as due, c.assignee_id, c.unit_id, coalesce(t.asked_for, t.asked_by) as asker
            from transmission t join correspondence c on c.tenant_id = t.tenant_id and c.id = t.correspondence_id
           where t.returned_on is null and t.settled_on is null and not t.undelivered
             and t.correspondence_id = any(?) and t.expected_on between ? and ?),
        item as (
          select tenant_id, letter, due, assignee_id as agent, unit_id as unit from late
          union
          select tenant_id, letter, due, asker, unit_id from late)
        """,
        letters,
        from,
        to);
  }

  /** Whoever it concerns is told once of each day. */
  public void tell(LegalDeadlines.Due due) {
    write(
        sql(
            """
            with item as (
              select c.tenant_id, c.id as letter, cast(? as date) as due, c.assignee_id as agent, c.unit_id as unit
                from correspondence c where c.id = ?)
            """,
            due.on(),
            due.letter()),
        due.reason(),
        due.whose() == null
            ? sql(OF_HOLDER, Addressed.ELECTED)
            : sql(
                "select a.id as agent_id, i.letter, i.due from item i join agent a on a.tenant_id = i.tenant_id and a.id = any(?)",
                addressed.entitled(due.whose(), due.letter())));
  }

  /** Whoever has been told of this deadline is not told again. */
  private void tell(Collection<Long> letters, Reason reason, Statement whom) {
    write(
        sql(
            """
                with item as (
                  select c.tenant_id, c.id as letter, c.due, c.assignee_id as agent, c.unit_id as unit,
                         least(coalesce(d.reminder_before_days, ?), 366) as ahead, least(greatest(coalesce(d.reminder_after_days, ?), 1), 366) as behind
                    from correspondence c
                    join document_type d on d.tenant_id = c.tenant_id and d.id = c.type_id
                   where not c.closed and c.id = any(?)
                  union all
                  select t.tenant_id, t.correspondence_id, t.due_on, null, t.asked_of_unit_id, ?, ?
                    from task t join correspondence c on c.tenant_id = t.tenant_id and c.id = t.correspondence_id and not c.closed
                   where t.answered_at is null and t.withdrawn_at is null and c.id = any(?)
                  union all
                  select k.tenant_id, k.correspondence_id, k.due_on, k.asked_of_agent_id, coalesce(k.asked_of_unit_id, p.unit_id), ?, ?
                    from contribution k
                    join correspondence c on c.tenant_id = k.tenant_id and c.id = k.correspondence_id and not c.closed
                    left join post p on p.tenant_id = k.tenant_id and p.agent_id = k.asked_of_agent_id and p.main
                   where k.answered_at is null and not k.withdrawn and not k.waiting and c.id = any(?))
                """,
            BEFORE,
            AFTER,
            letters,
            BEFORE,
            AFTER,
            letters,
            BEFORE,
            AFTER,
            letters),
        reason,
        whom);
  }

  private void write(Statement items, Reason reason, Statement whom) {
    database.update(
        items
            .add(
                """
                insert into notification (id, version, agent_id, correspondence_id, reason, due, at, by_mail)
                select nextval('row_id'), 1, x.agent_id, x.letter, ?, x.due, ?,
                       coalesce((select w.by_mail from notification_wish w where w.agent_id = x.agent_id and w.reason = ?), 'NO')
                  from (select distinct r.agent_id, w.letter, w.due from (
                """,
                reason,
                clock.instant(),
                reason)
            .add(whom)
            .add(") w cross join lateral (select w.agent_id union all")
            .add(Addressed.REPLACING, clock.instant(), clock.instant())
            .add("w.agent_id) r (agent_id)) x")
            .add("where not exists (select 1 from notification n where n.agent_id = x.agent_id")
            .add("and n.correspondence_id = x.letter and n.reason = ? and n.due = x.due)", reason)
            .add("on conflict do nothing"));
  }
}
