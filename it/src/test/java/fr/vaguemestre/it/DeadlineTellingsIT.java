package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.notification.DeadlineTellings;
import fr.vaguemestre.platform.TenantContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CIR7: deadlines that come near, are past, and go up the chart. */
@InServer
class DeadlineTellingsIT {
  private final DeadlineTellings deadlines =
      TestWar.find(TestWar.EJB + "DeadlineTellings", DeadlineTellings.class);
  private final DataSource owner =
      TestWar.find("java:jboss/datasources/VaguemestreOwnerDS", DataSource.class);
  private String letter;
  private String due;

  @Deployment
  static WebArchive war() {
    return TestWar.of(DeadlineTellingsIT.class);
  }

  /**
   * A letter an agent holds, in a unit whose director is somebody else; its type reminds three days
   * before and two after.
   */
  @BeforeEach
  void choose() throws SQLException {
    var chosen =
        texts(
                """
            select c.id || ',' || coalesce(cast(c.deadline as text), '') from correspondence c
              join post p on p.tenant_id = c.tenant_id and p.unit_id = c.unit_id
              join document_type d on d.tenant_id = c.tenant_id and d.id = c.type_id
             where c.tenant_id = 1 and not c.closed and p.function = 'DIRECTOR'
               and d.reminder_before_days = 3 and d.reminder_after_days = 2
               and c.assignee_id is not null and p.agent_id <> c.assignee_id
             order by c.id limit 1
            """)
            .getFirst()
            .split(",", 2);
    letter = chosen[0];
    due = chosen[1].isEmpty() ? "null" : "date '" + chosen[1] + "'";
    texts("delete from notification where due is not null and correspondence_id = " + letter);
  }

  @AfterEach
  void leave() throws SQLException {
    texts("delete from notification where due is not null and correspondence_id = " + letter);
    texts("update correspondence set deadline = %s where id = %s".formatted(due, letter));
  }

  @Test
  void CIR7_a_deadline_is_told_as_many_days_ahead_as_the_type_says_and_not_before()
      throws SQLException {
    dueIn(4);
    assertThat(told()).isEmpty();
    dueIn(3);
    assertThat(told()).containsExactly("DEADLINE_NEAR assignee");
  }

  @Test
  void CIR7_a_letter_late_for_as_long_as_the_type_says_is_told_to_the_director_once()
      throws SQLException {
    dueIn(-1);
    assertThat(told()).containsExactly("LATE assignee");
    dueIn(-2);
    assertThat(told()).contains("ESCALATED DIRECTOR", "LATE assignee").doesNotHaveDuplicates();
    var before = told();
    assertThat(told()).isEqualTo(before);
  }

  @Test
  void CIR7_who_replaces_an_absent_holder_is_told_too() throws SQLException {
    texts(
        """
        insert into absence (tenant_id, id, version, agent_id, starts_at, ends_at, entered_by, entered_at)
          select tenant_id, -1, 1, assignee_id, now() - interval '1 hour', now() + interval '1 hour', assignee_id, now()
            from correspondence where id = %s
        """
            .formatted(letter));
    try {
      texts(
          """
          insert into absence_share (tenant_id, absence_id, basket, replacement_id)
            select a.tenant_id, -1, (select min(b.code) from basket b where b.tenant_id = a.tenant_id), a.id
              from agent a where a.tenant_id = 1 and a.login = 'f.delorme'
          """);
      dueIn(1);
      assertThat(told()).contains("DEADLINE_NEAR assignee");
      assertThat(
              texts(
                  "select n.reason from notification n join agent a on a.tenant_id = n.tenant_id and a.id = n.agent_id"
                      + " where a.login = 'f.delorme' and n.due is not null and n.correspondence_id = "
                      + letter))
          .containsExactly("DEADLINE_NEAR");
    } finally {
      texts("delete from absence where tenant_id = 1 and id = -1");
    }
  }

  @Test
  void L232_4_reasons_owed_and_not_given_are_told_to_the_holder_once() throws SQLException {
    texts(
        """
        insert into reasons_request (tenant_id, correspondence_id, refused_on, asked_on)
          select 1, %s, d - 40, cast(d - interval '1 month' - interval '2 days' as date)
            from (select cast(now() at time zone time_zone as date) as d from tenant where id = 1) today
        """
            .formatted(letter));
    try {
      told();
      told();
      assertThat(
              texts(
                  "select n.reason from notification n"
                      + " join correspondence c on c.tenant_id = n.tenant_id and c.id = n.correspondence_id and c.assignee_id = n.agent_id"
                      + " join reasons_request r on r.tenant_id = c.tenant_id and r.correspondence_id = c.id"
                      + " where n.reason = 'OVERDUE' and n.due = cast(r.asked_on + interval '1 month' as date) and c.id = "
                      + letter))
          .containsExactly("OVERDUE");
    } finally {
      texts("delete from reasons_request where tenant_id = 1 and correspondence_id = " + letter);
    }
  }

  @Test
  void SEN2_a_return_that_is_late_is_told_once_to_whoever_asked_and_to_the_holder_then_above()
      throws SQLException {
    texts(
        """
        insert into transmission (tenant_id, id, version, correspondence_id, position, document_id, contact_id, motive, sent_on, expected_on, asked_by, asked_at)
          select c.tenant_id, -7, 1, c.id, 99, (select min(d.id) from document d where d.tenant_id = 1), (select min(k.id) from contact k where k.tenant_id = 1),
                 'Pour avis', current_date - 30, cast(now() at time zone t.time_zone as date), (select id from agent where tenant_id = 1 and login = 'f.delorme'), now()
            from correspondence c join tenant t on t.id = c.tenant_id where c.id = %s
        """
            .formatted(letter));
    try {
      assertThat(returnsTold()).as("due today").isEmpty();
      awaitedSince(1);
      assertThat(returnsTold())
          .containsExactlyInAnyOrder("RETURN_LATE asker", "RETURN_LATE assignee");
      assertThat(returnsTold()).hasSize(2);
      awaitedSince(3);
      assertThat(returnsTold()).contains("ESCALATED DIRECTOR");
      var before = returnsTold();
      assertThat(returnsTold()).isEqualTo(before);
    } finally {
      texts("delete from transmission where tenant_id = 1 and id = -7");
    }
  }

  private void awaitedSince(int days) throws SQLException {
    texts(
        "update transmission x set expected_on = cast(now() at time zone t.time_zone as date) - %d from tenant t where t.id = x.tenant_id and x.id = -7"
            .formatted(days));
  }

  /** Of the day the transmission is awaited, why and who: each telling a line. */
  private List<String> returnsTold() throws SQLException {
    TenantContext.call(
        1,
        () -> {
          deadlines.tell(List.of(Long.valueOf(letter)));
          return null;
        });
    return texts(
        """
        select n.reason || ' ' || case when n.agent_id = c.assignee_id then 'assignee' when n.agent_id = t.asked_by then 'asker'
                                       else coalesce((select min(p.function) from post p where p.tenant_id = c.tenant_id and p.agent_id = n.agent_id and p.unit_id = c.unit_id), 'above') end
          from notification n
          join correspondence c on c.tenant_id = n.tenant_id and c.id = n.correspondence_id
          join transmission t on t.tenant_id = c.tenant_id and t.correspondence_id = c.id and t.id = -7 and t.expected_on = n.due
         where n.reason in ('RETURN_LATE', 'ESCALATED') and c.id = %s order by 1
        """
            .formatted(letter));
  }

  private void dueIn(int days) throws SQLException {
    texts(
        "update correspondence c set deadline = cast(now() at time zone t.time_zone as date) + (%s) from tenant t where t.id = c.tenant_id and c.id = %s"
            .formatted(days, letter));
  }

  /** What the letter's people are told now: of each deadline, why, and who they are to it. */
  private List<String> told() throws SQLException {
    TenantContext.call(
        1,
        () -> {
          deadlines.tell(List.of(Long.valueOf(letter)));
          return null;
        });
    return texts(
        """
        select distinct n.reason || ' ' || case when n.agent_id = c.assignee_id then 'assignee' else p.function end
          from notification n
          join correspondence c on c.tenant_id = n.tenant_id and c.id = n.correspondence_id and c.due = n.due
          left join post p on p.tenant_id = c.tenant_id and p.agent_id = n.agent_id and p.unit_id = c.unit_id
         where c.id = %s order by 1
        """
            .formatted(letter));
  }

  private List<String> texts(String sql) throws SQLException {
    try (var connection = owner.getConnection();
        var statement = connection.createStatement()) {
      var found = new ArrayList<String>();
      if (statement.execute(sql)) {
        try (var rows = statement.getResultSet()) {
          while (rows.next()) {
            found.add(rows.getString(1));
          }
        }
      }
      return found;
    }
  }
}
