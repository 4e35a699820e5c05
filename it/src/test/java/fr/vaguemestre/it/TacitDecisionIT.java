package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.acknowledgement.TacitDecisions;
import fr.vaguemestre.platform.TenantContext;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DEL2: what silence decides is recorded once, when its day is over. */
@InServer
class TacitDecisionIT {
  private static final int MANY = 100_000;

  private final TacitDecisions decisions =
      TestWar.find(TestWar.EJB + "TacitDecisions", TacitDecisions.class);
  private final DataSource owner =
      TestWar.find("java:jboss/datasources/VaguemestreOwnerDS", DataSource.class);
  private String letter;
  private LocalDate arrived;
  private String before;
  private String registered;
  private Optional<String> since;

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
                   and not exists (select 1 from submission s where s.tenant_id = 1 and s.correspondence_id = c.id)
                 order by c.id desc limit 1
                """)
            .getFirst()
            .split(",");
    letter = chosen[0];
    arrived = LocalDate.parse(chosen[1]);
    before = texts("select coalesce(max(id), 0) from journal_entry").getFirst();
    texts(
        "insert into legal_request (tenant_id, correspondence_id, regime, regime_reason, days, settled) values (1, %s, 'SVA', 'PRINCIPLE', 3, 'DECIDED')"
            .formatted(letter));
    registered = texts("select registered_at from correspondence where id = " + letter).getFirst();
    texts("update correspondence set registered_at = arrival_date where id = " + letter);
    since = texts("select since from tacit_watch where tenant_id = 1").stream().findFirst();
    watchedSince(arrived);
  }

  @AfterEach
  void leave() throws SQLException {
    texts("delete from submission where correspondence_id = " + letter);
    texts("delete from legal_request where correspondence_id = " + letter);
    texts("delete from tacit_decision where correspondence_id = " + letter);
    texts(
        "update correspondence set registered_at = '%s' where id = %s"
            .formatted(registered, letter));
    if (since.isPresent()) {
      watchedSince(LocalDate.parse(since.get()));
    } else {
      texts("delete from tacit_watch where tenant_id = 1");
    }
  }

  @Test
  void DEL2_a_decision_is_recorded_the_day_after_it_is_born_and_once() throws SQLException {
    watched(arrived.plusDays(3));
    assertThat(recorded()).isEmpty();
    watched(arrived.plusDays(4));
    watched(arrived.plusDays(5));
    assertThat(recorded()).containsExactly("SVA " + arrived.plusDays(3));
    assertThat(journalled())
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

  @Test
  void L231_1_silence_decided_of_a_letter_closed_by_an_answer_that_came_late() throws SQLException {
    var closed = "update correspondence set closed = %s, state_since = %s where id = " + letter;
    var stood = texts("select state_since from correspondence where id = " + letter).getFirst();
    texts(closed.formatted("true", "now()"));
    try {
      texts(
          "update legal_request set notified_on = date '%s' where correspondence_id = %s"
              .formatted(arrived.plusDays(3), letter));
      watched(arrived.plusDays(6));
      assertThat(recorded()).as("in time").isEmpty();
      texts(
          "update legal_request set notified_on = date '%s' where correspondence_id = %s"
              .formatted(arrived.plusDays(5), letter));
      watched(arrived.plusDays(6));
    } finally {
      texts(closed.formatted("false", "'" + stood + "'"));
    }
    assertThat(recorded()).containsExactly("SVA " + arrived.plusDays(3));
  }

  @Test
  void DEL2_a_letter_withdrawn_long_ago_is_looked_at_no_more() throws SQLException {
    texts(
        """
        insert into submission (tenant_id, id, version, client_id, correspondence_id, request_sha256, tracking_code, received_at, answers, applicant,
          subject, type_code, withdrawn_at)
        select 1, nextval('row_id'), 1, min(k.id), %s, repeat('a', 64), 'WITHDRAWN', now(), '{}', '{}', 'Demande', 'DIVERS',
          now() - interval '99 days'
          from api_client k where k.tenant_id = 1
        """
            .formatted(letter));
    assertThat(candidates()).contains(Long.valueOf(letter));
    texts(
        "update submission set withdrawn_at = now() - interval '101 days' where correspondence_id = "
            + letter);
    assertThat(candidates()).doesNotContain(Long.valueOf(letter));
    assertThat(TenantContext.<Long>call(1, decisions::count)).isEqualTo(candidates().size());
  }

  @Test
  void L231_1_what_was_decided_before_the_town_was_watched_is_recorded_and_told_to_nobody()
      throws SQLException {
    watchedSince(arrived.plusDays(5));
    watched(arrived.plusDays(5));
    assertThat(recorded()).containsExactly("SVA " + arrived.plusDays(3));
    assertThat(journalled())
        .containsExactly("on=" + arrived.plusDays(3) + " past=true regime=SVA vaguemestre:");
  }

  @Test
  void L231_1_what_was_decided_before_the_letter_was_entered_is_told_to_nobody()
      throws SQLException {
    texts("update correspondence set registered_at = arrival_date + 10 where id = " + letter);
    watched(arrived.plusDays(11));
    assertThat(journalled())
        .containsExactly("on=" + arrived.plusDays(3) + " past=true regime=SVA vaguemestre:");
  }

  @Test
  void L242_1_a_new_qualification_does_not_undo_what_silence_decided() throws SQLException {
    texts("delete from legal_request where correspondence_id = " + letter);
    texts(
        "update document_type t set regime = 'SVA', legal_delay = 'P3D' from correspondence c where c.id = %s and t.tenant_id = 1 and t.id = c.type_id"
            .formatted(letter));
    try {
      watched(arrived.plusDays(4));
    } finally {
      texts(
          "update document_type t set regime = 'NONE', legal_delay = null from correspondence c where c.id = %s and t.tenant_id = 1 and t.id = c.type_id"
              .formatted(letter));
    }
    assertThat(
            texts(
                "select regime || ' ' || days || ' ' || settled from legal_request where correspondence_id = "
                    + letter))
        .containsExactly("SVA 3 DECIDED");
  }

  private List<String> journalled() throws SQLException {
    return texts(
        "select j.facts || ' ' || a.login from journal_entry j join agent a on a.tenant_id = j.tenant_id and a.id = j.actor_id"
            + " where j.action = 'TACIT_DECISION' and j.id > "
            + before
            + " and j.correspondence_id = "
            + letter);
  }

  private void watchedSince(LocalDate day) throws SQLException {
    texts(
        "insert into tacit_watch (tenant_id, since) values (1, date '%1$s') on conflict (tenant_id) do update set since = date '%1$s'"
            .formatted(day));
  }

  /** The watch of this letter alone: the demo's others keep their history. */
  private void watched(LocalDate today) throws SQLException {
    texts(
        "insert into tacit_decision (tenant_id, correspondence_id, decided_on, regime, recorded_at)"
            + " select 1, c.id, date '1900-01-01', 'SVR', now() from correspondence c where c.tenant_id = 1 and c.id <> "
            + letter);
    try {
      TenantContext.run(1, () -> record(today));
    } finally {
      texts("delete from tacit_decision where decided_on = date '1900-01-01'");
    }
  }

  private void record(LocalDate today) {
    var since = decisions.since(today);
    for (long candidate : decisions.candidates(0, MANY)) {
      decisions.record(candidate, today, since);
    }
  }

  private List<Long> candidates() {
    return TenantContext.call(1, () -> decisions.candidates(0, MANY));
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
