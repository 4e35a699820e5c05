package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.organisation.Directory;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.transfer.AgentFiles;
import fr.vaguemestre.transfer.Problem;
import fr.vaguemestre.transfer.UnitFiles;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** ORG1: the chart and its agents by file: each bad line named, all of a good file or nothing. */
@InServer
class TransferIT {
  private static final String UNITS =
      "code;nom;nom_court;nature;rattachement;courriel;telephone;adresse\n";
  private static final String AGENTS =
      "compte;prenom;nom;civilite;fonction;courriel;telephone;postes;groupes\n";

  private final UnitFiles units = find(UnitFiles.class);
  private final AgentFiles agents = find(AgentFiles.class);
  private final Directory directory = find(Directory.class);
  private final Organisation organisation = find(Organisation.class);
  private final Readers readers = find(Readers.class);
  private final UserTransaction transaction =
      TestWar.find("java:jboss/UserTransaction", UserTransaction.class);

  @Deployment
  static WebArchive war() {
    return TestWar.of(TransferIT.class);
  }

  @Test
  void ORG1_what_is_exported_comes_back_as_it_was() throws Exception {
    inTransaction(
        () -> {
          var admin = as("admin");
          var chart = units.check(admin, units.export(admin));
          assertThat(chart.problems()).isEmpty();
          assertThat(chart.created() + chart.changed()).isZero();
          assertThat(chart.same()).isGreaterThan(20);
          var people = agents.check(admin, agents.export(admin));
          assertThat(people.problems()).isEmpty();
          assertThat(people.created() + people.changed()).isZero();
          return null;
        });
  }

  @Test
  void ORG1_each_bad_line_of_units_is_named_with_its_column() throws Exception {
    inTransaction(
        () -> {
          var plan =
              units.check(
                  as("admin"),
                  file(
                      UNITS
                          + "NEUF;Neuf;Neuf;SERVICE;DSP;;;\n"
                          + ";Sans code;Sans;SERVICE;DSP;;;\n"
                          + "OK1;Bon;Bon;SERVICE;RIEN;;;\n"
                          + "OK2;Bon;Bon;ATELIER;DSP;pas une adresse;;\n"
                          + "DSP;Direction des sports;Sports;DIRECTION;EQS;;;\n"
                          + "NEUF;Encore;Encore;SERVICE;DSP;;;\n"
                          + "OK3;Bon;Bon;SERVICE;;;;\n"));
          assertThat(plan.problems())
              .extracting(Problem::line, Problem::column, Problem::key)
              .contains(
                  tuple(3L, "code", "transfer.missing"),
                  tuple(4L, "rattachement", "transfer.unknown-unit"),
                  tuple(5L, "nature", "transfer.unknown-kind"),
                  tuple(5L, "courriel", "transfer.bad-email"),
                  tuple(6L, "rattachement", "transfer.loop"),
                  tuple(7L, "code", "transfer.twice"),
                  tuple(8L, "rattachement", "transfer.parent-missing"));
          return null;
        });
  }

  @Test
  void ORG1_a_file_with_a_bad_line_changes_nothing() throws Exception {
    assertThatThrownBy(
            () ->
                inTransaction(
                    () ->
                        units.apply(
                            as("admin"),
                            file(
                                UNITS
                                    + "NEUF;Neuf;Neuf;SERVICE;DSP;;;\nNEUF2;x;x;SERVICE;RIEN;;;\n"))))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("transfer.wrong-lines"));
  }

  @Test
  void ORG1_a_good_file_is_taken_whole_children_before_parents_too() throws Exception {
    inTransaction(
        () -> {
          var plan =
              units.apply(
                  as("admin"),
                  file(
                      UNITS
                          + "FILS;Fils;Fils;OFFICE;PERE;;;\n"
                          + "PERE;Père;Père;SERVICE;DSP;;'+33 1 02 03 04 05;\n"
                          + "EQS;Service des équipements sportifs;Équipements;SERVICE;PERE;;;\n"));
          assertThat(plan.created()).isEqualTo(2);
          assertThat(plan.changed()).isEqualTo(1);
          assertThat(directory.path("FILS")).extracting("code").endsWith("DSP", "PERE", "FILS");
          assertThat(directory.path("EQS")).extracting("code").endsWith("DSP", "PERE", "EQS");
          assertThat(organisation.line("PERE").orElseThrow().phone())
              .isEqualTo("+33 1 02 03 04 05");
          return null;
        });
  }

  @Test
  void ORG1_each_bad_line_of_agents_is_named_and_rights_are_not_given_by_file() throws Exception {
    inTransaction(
        () -> {
          var plan =
              agents.check(
                  as("admin"),
                  file(
                      AGENTS
                          + "n.bon;Noé;Bon;;;;;EQS:AGENT DSP:AGENT;\n"
                          + "N.Majuscule;Noé;Bon;;;;;EQS;\n"
                          + "n.rien;Noé;Rien;;;;;;\n"
                          + "n.role;Noé;Rôle;;;;;EQS:CHEF;\n"
                          + "n.ou;Noé;Où;;;;;NULLE:AGENT;\n"
                          + "n.droit;Noé;Droit;;;;;EQS;DIRECTION_GENERALE\n"
                          + "n.groupe;Noé;Groupe;;;;;EQS;INCONNU\n"));
          assertThat(plan.created()).isEqualTo(7);
          assertThat(plan.problems())
              .extracting(Problem::line, Problem::column, Problem::key)
              .containsExactlyInAnyOrder(
                  tuple(3L, "compte", "transfer.bad-code"),
                  tuple(4L, "postes", "transfer.missing"),
                  tuple(5L, "postes", "transfer.unknown-function"),
                  tuple(6L, "postes", "transfer.unknown-unit"),
                  tuple(7L, "groupes", "transfer.not-yours"),
                  tuple(8L, "groupes", "transfer.unknown-group"));
          return null;
        });
    inTransaction(
        () -> {
          var plan =
              agents.apply(as("admin"), file(AGENTS + "n.bon;Noé;Bon;;;;;EQS:AGENT DSP:AGENT;\n"));
          assertThat(plan.created()).isEqualTo(1);
          assertThat(directory.person("n.bon").orElseThrow().unit()).isEqualTo("Équipements");
          return null;
        });
  }

  @Test
  void O18_files_are_for_those_who_administer_the_whole_town() {
    assertThatThrownBy(() -> inTransaction(() -> agents.export(as("assistante"))))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> inTransaction(() -> units.check(as("assistante"), file(UNITS))))
        .isInstanceOf(Refusal.class);
  }

  private static byte[] file(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private Reader as(String login) {
    return readers.asItStands(organisation.agent(login).orElseThrow().id()).orElseThrow();
  }

  private void inTransaction(Callable<?> work) throws Exception {
    TenantContext.call(
        1,
        () -> {
          transaction.begin();
          try {
            return work.call();
          } finally {
            transaction.rollback();
          }
        });
  }

  private static <T> T find(Class<T> type) {
    return TestWar.find(TestWar.EJB + type.getSimpleName(), type);
  }
}
