package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.TenantContext;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** ORG7: two towns share nothing. Each wall is tried where the other cannot help. */
@InServer
class TenantWallIT {
  private static final String PLATFORM_TABLES =
      "'flyway_schema_history', 'tenant', 'job_clock'"
          + ", 'job_instance', 'job_execution', 'step_execution', 'partition_execution'";

  private final Organisation organisation =
      TestWar.find(TestWar.EJB + "Organisation", Organisation.class);

  private final DataSource application =
      TestWar.find("java:jboss/datasources/VaguemestreDS", DataSource.class);

  private final DataSource owner =
      TestWar.find("java:jboss/datasources/VaguemestreOwnerDS", DataSource.class);

  private final UserTransaction transaction =
      TestWar.find("java:jboss/UserTransaction", UserTransaction.class);

  @Deployment
  static WebArchive war() {
    return TestWar.of(TenantWallIT.class);
  }

  @Test
  void every_table_of_a_town_stands_behind_row_level_security() throws Exception {
    assertThat(
            owner(
                """
                select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not in (%s)
                   and (not c.relrowsecurity
                     or not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polqual is not null and p.polwithcheck is not null)
                     or not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull))
                """
                    .formatted(PLATFORM_TABLES)))
        .isEmpty();
  }

  @Test
  void every_key_between_rows_of_a_town_carries_the_town() throws Exception {
    assertThat(
            owner(
                """
                select k.conname from pg_constraint k
                 where k.contype = 'f' and k.connamespace = 'public'::regnamespace
                   and k.confrelid <> 'tenant'::regclass
                   and not exists (select 1 from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'tenant_id' and a.attnum = any(k.conkey))
                   and k.conrelid::regclass::text not in (%s)
                """
                    .formatted(PLATFORM_TABLES)))
        .isEmpty();
  }

  @Test
  void no_view_and_no_definer_function_can_look_over_the_wall() throws Exception {
    assertThat(
            owner(
                "select viewname from pg_views where schemaname = 'public' union select matviewname from pg_matviews where schemaname = 'public'"))
        .isEmpty();
    assertThat(
            owner(
                "select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef"))
        .isEmpty();
  }

  @Test
  void without_a_town_nothing_is_read() {
    assertThatThrownBy(() -> organisation.units())
        .hasRootCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_bean_used_for_a_town_and_then_for_none_gives_nothing() {
    TenantContext.run(1, () -> assertThat(organisation.units()).isNotEmpty());
    assertThatThrownBy(() -> organisation.units())
        .hasRootCauseInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> organisation.unit("MAIRIE"))
        .hasRootCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void each_town_reads_its_own_rows_by_entity_and_by_query() {
    TenantContext.run(1, () -> assertThat(organisation.agent("courrier2")).isEmpty());
    TenantContext.run(2, () -> assertThat(organisation.agent("courrier2")).isPresent());
    TenantContext.run(
        2,
        () -> assertThat(organisation.agents(null)).extracting("login").doesNotContain("courrier"));
  }

  @Test
  void a_transaction_never_changes_town() throws Exception {
    transaction.begin();
    try {
      TenantContext.run(1, () -> assertThat(organisation.units()).isNotEmpty());
      assertThatThrownBy(() -> TenantContext.run(2, () -> organisation.units()))
          .hasRootCauseInstanceOf(IllegalStateException.class);
    } finally {
      transaction.rollback();
    }
  }

  @Test
  void plain_sql_sees_no_row_without_a_town_and_writes_none_for_another() throws Exception {
    transaction.begin();
    try (var connection = application.getConnection()) {
      assertThat(rows(connection, "select login from agent")).isEmpty();
      rows(connection, "select set_config('app.tenant', '1', true)");
      assertThat(rows(connection, "select login from agent"))
          .contains("courrier")
          .doesNotContain("courrier2");
      assertThatThrownBy(
              () ->
                  connection
                      .createStatement()
                      .execute(
                          "insert into priority (tenant_id, id, version, code, label, colour, days, position) values (2, 1, 1, 'X', 'X', '#000000', 1, 1)"))
          .hasMessageContaining("row-level security");
    } finally {
      transaction.rollback();
    }
  }

  @Test
  void the_journal_can_be_added_to_and_never_changed() throws Exception {
    for (var forbidden :
        List.of(
            "update journal_entry set action = 'X'",
            "delete from journal_entry",
            "delete from journal_seal",
            "insert into journal_seal (number, entry_id, hash, sealed_at) values (1, 1, '', now())")) {
      transaction.begin();
      try (var connection = application.getConnection()) {
        rows(connection, "select set_config('app.tenant', '1', true)");
        assertThatThrownBy(() -> connection.createStatement().execute(forbidden))
            .hasMessageContaining("permission denied");
      } finally {
        transaction.rollback();
      }
    }
  }

  private List<String> owner(String query) throws SQLException {
    try (var connection = owner.getConnection()) {
      return rows(connection, query);
    }
  }

  private static List<String> rows(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      var rows = new ArrayList<String>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    }
  }
}
