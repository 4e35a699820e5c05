package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.correspondence.Correspondence;
import fr.vaguemestre.tenant.Tenants;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The server as it is shipped: its databases, its persistence provider. */
@InServer
class ServerIT {
  @Resource(mappedName = "java:jboss/datasources/VaguemestreDS")
  DataSource application;

  @Resource(mappedName = "java:jboss/datasources/VaguemestreOwnerDS")
  DataSource owner;

  @Resource(mappedName = "java:jboss/vaguemestre/EntityManagerFactory")
  EntityManagerFactory persistence;

  @EJB(mappedName = TestWar.EJB + "Tenants")
  Tenants tenants;

  @Deployment
  static WebArchive war() {
    return TestWar.of(ServerIT.class);
  }

  @Test
  void eclipselink_persists_with_woven_entities() {
    assertThat(persistence.getClass().getName()).startsWith("org.eclipse.persistence.");
    assertThat(Arrays.stream(Correspondence.class.getInterfaces()).map(Class::getSimpleName))
        .contains("PersistenceWeaved");
  }

  @Test
  void services_of_the_ear_are_at_hand() {
    assertThat(tenants).isNotNull();
  }

  @Test
  void the_application_role_is_under_row_level_security() throws SQLException {
    assertThat(
            answer(
                application,
                "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"))
        .isEqualTo("f");
  }

  @Test
  void the_application_role_owns_no_table() throws SQLException {
    assertThat(
            answer(application, "select count(*) from pg_tables where tableowner = current_user"))
        .isEqualTo("0");
  }

  @Test
  void commits_reach_the_disk() throws SQLException {
    assertThat(answer(application, "show fsync")).isEqualTo("on");
    assertThat(answer(application, "show synchronous_commit")).isEqualTo("on");
  }

  @Test
  void the_owner_role_owns_the_database() throws SQLException {
    assertThat(
            answer(
                owner,
                "select pg_get_userbyid(datdba) = current_user from pg_database where datname ="
                    + " current_database()"))
        .isEqualTo("t");
  }

  @Test
  void the_server_speaks_utf8_and_utc() throws SQLException {
    assertThat(TimeZone.getDefault().getID()).isEqualTo("UTC");
    assertThat(answer(application, "show server_encoding")).isEqualTo("UTF8");
  }

  private static String answer(DataSource source, String question) throws SQLException {
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }
}
