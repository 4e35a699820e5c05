package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.settings.Setting;
import fr.vaguemestre.signing.GriffeSealing;
import fr.vaguemestre.signing.Griffes;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** SIG2: griffes at rest. */
@InServer
class GriffeIT {
  private static final int TOWN = 1;

  private final Griffes griffes = TestWar.find(TestWar.EJB + "Griffes", Griffes.class);
  private final GriffeSealing sealing =
      TestWar.find(TestWar.EJB + "GriffeSealing", GriffeSealing.class);
  private final Readers readers = TestWar.find(TestWar.EJB + "Readers", Readers.class);
  private final Organisation organisation =
      TestWar.find(TestWar.EJB + "Organisation", Organisation.class);
  private final DataSource owner =
      TestWar.find("java:jboss/datasources/VaguemestreOwnerDS", DataSource.class);

  @Deployment
  static WebArchive war() {
    return TestWar.of(GriffeIT.class);
  }

  @Test
  void SIG2_a_griffe_left_clear_is_sealed_at_the_next_start_and_its_file_removed()
      throws Exception {
    var mayor = mayor();
    var png = own(mayor);
    var sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png));
    var file =
        Setting.VAGUEMESTRE_DATA
            .path()
            .resolve("content/" + TOWN + "/" + sha256.substring(0, 2) + "/" + sha256);
    assertThat(file).as("the demo's griffe is kept sealed").doesNotExist();

    Files.createDirectories(file.getParent());
    Files.write(file, png);
    write("delete from griffe where tenant_id = 1 and agent_id = " + mayor.agent());
    write("update agent set griffe_sha256 = '%s' where id = %d", sha256, mayor.agent());
    sealing.start();

    assertThat(own(mayor)).isEqualTo(png);
    assertThat(file).doesNotExist();
    assertThat(count("select count(*) from agent where griffe_sha256 is not null")).isZero();
    assertThat(
            count("select count(*) from griffe where position('\\x89504e47'::bytea in sealed) > 0"))
        .isZero();
  }

  @Test
  void SIG2_a_file_that_is_a_griffe_too_stays_as_long_as_something_holds_it() throws Exception {
    var png = own(mayor());
    var sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png));
    var file =
        Setting.VAGUEMESTRE_DATA
            .path()
            .resolve("content/" + TOWN + "/" + sha256.substring(0, 2) + "/" + sha256);
    Files.createDirectories(file.getParent());
    Files.write(file, png);
    write(
        "insert into task (tenant_id, id, version, correspondence_id, asked_by, asking_unit_id, asked_of_unit_id, asked_at, question,"
            + " answer, answered_at, sha256) select tenant_id, -7, 1, id, registrant_id, unit_id, unit_id, now(), 'x', 'x', now(), '%s'"
            + " from correspondence where tenant_id = 1 order by id limit 1",
        sha256);
    try {
      sealing.start();
      assertThat(file).as("given as the answer to a task").exists();
    } finally {
      write("delete from task where tenant_id = 1 and id = -7");
    }
    sealing.start();
    assertThat(file).doesNotExist();
  }

  @Test
  void SIG2_a_griffe_that_does_not_open_keeps_no_other_from_being_renewed() throws Exception {
    var mayor = mayor();
    var png = own(mayor);
    var key = text("select key_id from griffe where tenant_id = 1 and agent_id = " + mayor.agent());
    write(
        "update griffe set key_id = '0000000000000000' where tenant_id = 1 and agent_id = "
            + mayor.agent());
    try {
      assertThat(TenantContext.call(TOWN, griffes::renew)).as("none opens").isZero();
    } finally {
      write(
          "update griffe set key_id = '%s' where tenant_id = 1 and agent_id = %d",
          key, mayor.agent());
    }
    assertThat(own(mayor)).isEqualTo(png);
  }

  @Test
  void SIG2_the_griffe_of_somebody_else_does_not_open() throws Exception {
    var mayor = mayor();
    var png = own(mayor);
    var other =
        count(
            "select min(agent_id) from griffe where tenant_id = 1 and agent_id <> "
                + mayor.agent());
    swap(mayor.agent(), other);
    try {
      TenantContext.run(
          TOWN,
          () ->
              assertThat(catchThrowable(() -> griffes.own(mayor)))
                  .hasMessageContaining("signing.griffe-shut"));
    } finally {
      swap(mayor.agent(), other);
    }
    assertThat(own(mayor)).isEqualTo(png);
  }

  private Reader mayor() {
    return TenantContext.call(
        TOWN, () -> readers.of(organisation.agent("elu").orElseThrow().id()).orElseThrow());
  }

  private byte[] own(Reader reader) {
    return TenantContext.call(TOWN, () -> griffes.own(reader).orElseThrow());
  }

  /** Gives each the other's row. */
  private void swap(long one, long other) throws Exception {
    write(
        "update griffe g set sealed = h.sealed, key_id = h.key_id from griffe h where g.tenant_id = 1 and h.tenant_id = 1"
            + " and ((g.agent_id = %1$d and h.agent_id = %2$d) or (g.agent_id = %2$d and h.agent_id = %1$d))",
        one, other);
  }

  private void write(String text, Object... values) throws Exception {
    try (var connection = owner.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(text.formatted(values));
    }
  }

  private long count(String query) throws Exception {
    return Long.parseLong(text(query));
  }

  private String text(String query) throws Exception {
    try (var connection = owner.getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }
}
