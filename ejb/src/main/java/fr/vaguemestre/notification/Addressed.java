package fr.vaguemestre.notification;

import static fr.vaguemestre.platform.db.Statement.sql;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.organisation.Function;
import fr.vaguemestre.platform.db.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Whom a letter concerns, as agents' row ids; an elected representative's post is no seat (O7). */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Addressed {
  static final List<String> ELECTED =
      Stream.of(Function.values()).filter(Function::elected).map(Enum::name).toList();

  /** Who replaces now, for whatever basket, the agent that follows; of two instants, both now. */
  static final String REPLACING =
      """
      select s.replacement_id as id from absence_share s
        join absence a on a.tenant_id = s.tenant_id and a.id = s.absence_id
       where a.cancelled_at is null and a.starts_at <= ? and a.ends_at > ? and a.agent_id =
      """;

  @Inject Database database;
  @Inject Readers readers;
  @Inject Clock clock;

  /** The agent it is assigned to, else the people of the unit that holds it. */
  public List<Long> holders(long letter) {
    return ids(
        """
        select c.assignee_id as id from correspondence c where c.id = ? and c.assignee_id is not null
        union select p.agent_id from correspondence c
          join post p on p.tenant_id = c.tenant_id and p.unit_id = c.unit_id and p.function <> all(?)
         where c.id = ? and c.assignee_id is null
        """,
        letter,
        ELECTED,
        letter);
  }

  public List<Long> peopleOf(Collection<String> units) {
    return ids(
        "select distinct p.agent_id as id from post p join unit u on u.tenant_id = p.tenant_id and u.id = p.unit_id"
            + " where u.code = any(?) and p.function <> all(?)",
        units,
        ELECTED);
  }

  public List<Long> called(String login) {
    return ids("select id from agent where login = ?", login);
  }

  /** Those who have the right on the letter's unit, and see it. */
  public List<Long> entitled(Right right, long letter) {
    long unit =
        database
            .first(
                sql("select unit_id from correspondence where id = ?", letter),
                row -> row.number("unit_id"))
            .orElseThrow();
    return ids(
            """
            select distinct g.agent_id as id from agent_group g
              join privilege_group_right r on r.tenant_id = g.tenant_id and r.group_id = g.group_id
             where r.granted = ?
            """,
            right)
        .stream()
        .filter(
            agent ->
                readers
                    .of(agent)
                    .filter(reader -> reader.may(right, unit) && sees(reader, letter))
                    .isPresent())
        .toList();
  }

  /** Whether they see it now. */
  public boolean sees(Reader reader, long letter) {
    return database.count(
            sql("select count(*) as count from correspondence c where c.id = ? and", letter)
                .add(Visibility.conditionByLetter("c", reader)))
        > 0;
  }

  public List<Long> approver(long letter) {
    return ids(
        "select agent_id as id from approval_step where correspondence_id = ? and status = 'CURRENT'",
        letter);
  }

  public List<Long> author(long letter) {
    return ids("select author_id as id from reply where correspondence_id = ?", letter);
  }

  /**
   * The opinions these were asked for on the letter are read, once nothing more is awaited from
   * them or their units.
   */
  public void awaitNoMore(long letter, List<Long> agents) {
    database.update(
        sql(
            """
            update notification n set read_at = ?
             where n.correspondence_id = ? and n.agent_id = any(?) and n.reason in (?, ?) and n.read_at is null
               and exists (select 1 from journal_entry e where e.tenant_id = n.tenant_id and e.id = n.entry_id and e.action <> 'REQUEST_TASK')
               and not exists (select 1 from contribution k where k.correspondence_id = n.correspondence_id
                     and k.answered_at is null and not k.withdrawn and not k.waiting
                     and (k.asked_of_agent_id = n.agent_id or exists (select 1 from post p
                           where p.tenant_id = k.tenant_id and p.unit_id = k.asked_of_unit_id and p.agent_id = n.agent_id)))
            """,
            clock.instant(),
            letter,
            agents,
            Reason.ASKED,
            Reason.REMINDED));
  }

  /** Those whom nothing unread tells already that it moves. */
  public List<Long> followers(long letter) {
    return ids(
        """
        select f.agent_id as id from correspondence_follow f where f.correspondence_id = ?
           and not exists (select 1 from notification n where n.agent_id = f.agent_id
                              and n.correspondence_id = f.correspondence_id and n.reason = ? and n.read_at is null)
        """,
        letter,
        Reason.MOVED);
  }

  /** With those who replace them now, for whatever basket. */
  public List<Long> andReplacements(List<Long> agents) {
    var now = clock.instant();
    return Stream.concat(agents.stream(), ids(REPLACING + " any(?)", now, now, agents).stream())
        .distinct()
        .toList();
  }

  private List<Long> ids(String text, Object... values) {
    return database.list(sql(text, values), row -> row.number("id"));
  }
}
