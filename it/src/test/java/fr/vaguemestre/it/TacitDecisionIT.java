package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.acknowledgement.TacitWatch;
import fr.vaguemestre.platform.TenantContext;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DEL2: what silence decides is recorded once, when its day is over. */
@InServer
class TacitDecisionIT {
  private final TacitWatch watch = TestWar.find(TestWar.EJB + "TacitWatch", TacitWatch.class);
  private final DataSource owner =
      TestWar.find("java:jboss/datasources/VaguemestreOwnerDS", DataSource.class);
  private String letter;
  private LocalDate arrived;
  private String before;

  @Deployment
  static WebArchive war() {
    return TestWar.of(TacitDecisionIT.class);
  }

  /** A request of which silence decides on the third day; its type says nothing of silence. */
  @BeforeEach
  void choose() throws SQLException {
    var chosen =
        texts(
                """
                select c.id || ',' || c.arrival_date from correspondence c
                  join document_type t on t.tenant_id = c.tenant_id and t.id = c.type_id
                 where c.tenant_id = 1 and c.category = 'INCOMING' and not c.closed and t.regime = 'NONE'
                   and not exists (select 1 from sending s where s.tenant_id = 1 and s.correspondence_id = c.id)
                 order by c.id desc limit 1
                """)
            .getFirst()
            .split(",");
    letter = chosen[0];
    arrived = LocalDate.parse(chosen[1]);
    before = texts("select coalesce(max(id), 0) from journal_entry").getFirst();
    texts(
        "insert into legal_request (tenant_id, correspondence_id, regime, regime_reason, days) values (1, %s, 'SVA', 'PRINCIPLE', 3)"
            .formatted(letter));
  }

  @AfterEach
  void leave() throws SQLException {
    texts("delete from legal_request where correspondence_id = " + letter);
    texts("delete from tacit_decision where correspondence_id = " + letter);
  }

  @Test
  void DEL2_a_decision_is_recorded_the_day_after_it_is_born_and_once() throws SQLException {
    watched(arrived.plusDays(3));
    assertThat(recorded()).isEmpty();
    watched(arrived.plusDays(4));
    watched(arrived.plusDays(5));
    assertThat(recorded()).containsExactly("SVA " + arrived.plusDays(3));
    assertThat(
            texts(
                "select j.facts || ' ' || a.login from journal_entry j join agent a on a.tenant_id = j.tenant_id and a.id = j.actor_id"
                    + " where j.action = 'TACIT_DECISION' and j.id > "
                    + before
                    + " and j.correspondence_id = "
                    + letter))
        .containsExactly("on=" + arrived.plusDays(3) + " regime=SVA vaguemestre:");
  }

  @Test
  void DEL2_nothing_is_decided_while_pieces_are_awaited_nor_of_a_letter_answered_or_sent_on()
      throws SQLException {
    texts(
        "update legal_request set pieces = 'x', pieces_asked_on = date '%s', pieces_deadline_days = 30 where correspondence_id = %s"
            .formatted(arrived.plusDays(1), letter));
    watched(arrived.plusDays(40));
    assertThat(recorded()).isEmpty();
    texts(
        "update legal_request set pieces_asked_on = null, pieces_deadline_days = null, notified_on = date '%s' where correspondence_id = %s"
            .formatted(arrived.plusDays(2), letter));
    watched(arrived.plusDays(40));
    assertThat(recorded()).isEmpty();
    texts(
        "update legal_request set notified_on = null, transferred_on = date '%s', transferred_to = 'Département' where correspondence_id = %s"
            .formatted(arrived.plusDays(1), letter));
    watched(arrived.plusDays(40));
    assertThat(recorded()).isEmpty();
  }

  @Test
  void L231_1_silence_decides_of_a_letter_closed_without_an_answer() throws SQLException {
    texts("update correspondence set closed = true where id = " + letter);
    try {
      watched(arrived.plusDays(4));
    } finally {
      texts("update correspondence set closed = false where id = " + letter);
    }
    assertThat(recorded()).containsExactly("SVA " + arrived.plusDays(3));
  }

  /** The watch of this letter alone: the demo's others keep their history. */
  private void watched(LocalDate today) throws SQLException {
    texts(
        "insert into tacit_decision (tenant_id, correspondence_id, decided_on, regime, recorded_at)"
            + " select 1, c.id, date '1900-01-01', 'SVR', now() from correspondence c where c.tenant_id = 1 and c.id <> "
            + letter);
    try {
      TenantContext.call(1, () -> watch.record(today));
    } finally {
      texts("delete from tacit_decision where decided_on = date '1900-01-01'");
    }
  }

  private List<String> recorded() throws SQLException {
    return texts(
        "select regime || ' ' || decided_on from tacit_decision where correspondence_id = "
            + letter);
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
