package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.consistency.ContentColumn;
import fr.vaguemestre.jobs.Claimed;
import fr.vaguemestre.jobs.Job;
import fr.vaguemestre.jobs.Plans;
import fr.vaguemestre.jobs.RunLost;
import fr.vaguemestre.jobs.RunQueue;
import fr.vaguemestre.jobs.RunSteps;
import fr.vaguemestre.platform.TenantContext;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** BAT1: the ledger among several nodes, in the second demo town. */
@InServer
class NightLedgerIT {
  private final Plans plans = TestWar.find(TestWar.EJB + "Plans", Plans.class);
  private final RunQueue queue = TestWar.find(TestWar.EJB + "RunQueue", RunQueue.class);
  private final RunSteps steps = TestWar.find(TestWar.EJB + "RunSteps", RunSteps.class);
  private final UserTransaction transaction =
      TestWar.find("java:jboss/UserTransaction", UserTransaction.class);
  private final DataSource owner =
      TestWar.find("java:jboss/datasources/VaguemestreOwnerDS", DataSource.class);

  @Deployment
  static WebArchive war() {
    return TestWar.of(NightLedgerIT.class);
  }

  @AfterEach
  void leave() throws SQLException {
    texts("delete from job_run where tenant_id = 2 and job in ('FULLTEXT_INDEX', 'REMINDERS')");
    texts("delete from job_schedule where tenant_id = 2");
  }

  @Test
  void BAT1_a_job_that_an_upgrade_brings_begins_at_its_hour_not_at_once() throws SQLException {
    hourPast();
    known("interval '0'");
    plans.plan(List.of(2));
    assertThat(planned()).isZero();
    known("interval '1 day'");
    plans.begin();
    plans.plan(List.of(2));
    assertThat(planned()).isEqualTo(1);
  }

  @Test
  void BAT1_two_schedulers_plan_one_time_once() throws Exception {
    hourPast();
    known("interval '1 day'");
    var threads = Stream.generate(() -> new Thread(() -> plans.plan(List.of(2)))).limit(6).toList();
    threads.forEach(Thread::start);
    for (var thread : threads) {
      thread.join();
    }
    assertThat(planned()).isEqualTo(1);
  }

  @Test
  void BAT1_whoever_lost_a_run_writes_nothing_more() throws SQLException {
    long run = running(77);
    TenantContext.run(2, () -> steps.open(run, "reminders"));
    assertThatThrownBy(
            () -> TenantContext.run(2, () -> steps.carryOut(run, 76, "reminders", List.of("1"))))
        .isInstanceOf(RunLost.class);
    assertThatThrownBy(() -> queue.began(run, 2, 76, "test-old")).isInstanceOf(RunLost.class);
    queue.end(
        new Claimed(2, run, Job.REMINDERS, 76L, false, null), "test-old", RunQueue.End.DONE, null);
    assertThat(texts("select state || ' ' || execution_id from job_run where id = " + run))
        .containsExactly("RUNNING 77");
    TenantContext.run(2, () -> steps.carryOut(run, 77, "reminders", List.of("1")));
    assertThat(texts("select done || ' ' || place from job_step where run_id = " + run))
        .containsExactly("1 1");
  }

  /** A node taken for dead is in the middle of a chunk: the next one reads the place after it. */
  @Test
  void BAT1_a_chunk_that_is_being_written_is_waited_for_and_not_done_twice() throws Exception {
    long run = running(76);
    TenantContext.run(2, () -> steps.open(run, "reminders"));
    var place =
        new FutureTask<String>(() -> TenantContext.call(2, () -> steps.open(run, "reminders")));
    transaction.begin();
    try {
      TenantContext.run(2, () -> steps.carryOut(run, 76, "reminders", List.of("1", "2")));
      queue.began(run, 2, 77, "test-new");
      new Thread(place).start();
      assertThatThrownBy(() -> place.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
    } finally {
      transaction.commit();
    }
    assertThat(place.get(1, TimeUnit.MINUTES)).isEqualTo("2");
    assertThatThrownBy(
            () -> TenantContext.run(2, () -> steps.carryOut(run, 76, "reminders", List.of("3"))))
        .isInstanceOf(RunLost.class);
    TenantContext.run(2, () -> steps.carryOut(run, 77, "reminders", List.of("3")));
    assertThat(texts("select done || ' ' || place from job_step where run_id = " + run))
        .containsExactly("3 3");
  }

  @Test
  void every_column_that_holds_a_digest_is_known_as_a_content_or_as_something_else()
      throws SQLException {
    var known = new ArrayList<>(ContentColumn.OTHERS);
    ContentColumn.ALL.forEach(c -> known.add(c.table() + "." + c.column()));
    assertThat(known)
        .containsExactlyInAnyOrderElementsOf(
            texts(
                """
                select table_name || '.' || column_name from information_schema.columns
                 where table_schema = 'public' and column_name like '%sha256'
                """));
  }

  /** A run of the reminders that this execution carries out. */
  private long running(long execution) throws SQLException {
    return Long.parseLong(
        texts(
                """
                insert into job_run (tenant_id, id, job, state, asked_at, node, claimed_until, execution_id)
                values (2, nextval('row_id'), 'REMINDERS', 'RUNNING', now(), 'test-new', now() + interval '10 minutes', %d)
                returning id
                """
                    .formatted(execution))
            .getFirst());
  }

  /** The town's catch-up of the index was due a minute ago. */
  private void hourPast() throws SQLException {
    texts("update tenant set founded_at = now() - interval '1 day' where id = 2");
    texts(
        """
        insert into job_schedule (tenant_id, job, at_time, days, active, set_by, set_at)
        select 2, j, to_char(now() at time zone t.time_zone - interval '1 minute', 'HH24:MI')::time,
               'MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY', true, a.id, now() - interval '1 hour'
          from tenant t, (select id from agent where tenant_id = 2 limit 1) a, (values ('FULLTEXT_INDEX')) v (j) where t.id = 2
        """);
  }

  /** The clock has known it for so long. */
  private void known(String interval) throws SQLException {
    texts(
        "update job_clock set since = now() - %s where job = 'FULLTEXT_INDEX'".formatted(interval));
  }

  private long planned() throws SQLException {
    return Long.parseLong(
        texts(
                "select count(*) from job_run where tenant_id = 2 and job = 'FULLTEXT_INDEX' and planned_at is not null")
            .getFirst());
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
