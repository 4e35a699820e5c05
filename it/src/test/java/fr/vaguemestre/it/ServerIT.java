package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The server as it is shipped: its databases, its provider. */
@InServer
class ServerIT {
  @Deployment
  static WebArchive war() {
    return TestWar.of(ServerIT.class);
  }

  @Test
  void the_application_role_is_under_row_level_security() throws Exception {
    assertThat(
            answer(
                "VaguemestreDS",
                "select not (rolsuper or rolbypassrls) from pg_roles where rolname = current_user"))
        .isEqualTo("t");
  }

  @Test
  void commits_reach_the_disk() throws Exception {
    assertThat(answer("VaguemestreDS", "show fsync")).isEqualTo("on");
    assertThat(answer("VaguemestreDS", "show synchronous_commit")).isEqualTo("on");
  }

  @Test
  void the_owner_role_owns_the_database() throws Exception {
    assertThat(
            answer(
                "VaguemestreOwnerDS",
                "select pg_get_userbyid(datdba) = current_user from pg_database where datname = current_database()"))
        .isEqualTo("t");
  }

  @Test
  void the_server_speaks_utf8_and_utc() throws Exception {
    assertThat(java.util.TimeZone.getDefault().getID()).isEqualTo("UTC");
    assertThat(answer("VaguemestreDS", "show server_encoding")).isEqualTo("UTF8");
  }

  private static String answer(String source, String question) throws Exception {
    var dataSource = TestWar.find("java:jboss/datasources/" + source, DataSource.class);
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }
}
