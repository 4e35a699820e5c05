package fr.vaguemestre.it;

import static fr.vaguemestre.approval.StepKind.SIGNATURE;
import static fr.vaguemestre.approval.StepKind.VISA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.access.Perimeter;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.approval.ChainModel;
import fr.vaguemestre.approval.ChainModels;
import fr.vaguemestre.approval.StepWish;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.reassignment.AgentClosures;
import fr.vaguemestre.reassignment.UnitClosures;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** SIG1, ORG1: closing an agent or a unit takes no visa out of the predefined chains. */
@InServer
class ChainSuccessionIT {
  private static final long NO_TYPE = -1;

  private final Organisation organisation = find(Organisation.class);
  private final Readers readers = find(Readers.class);
  private final ChainModels models = find(ChainModels.class);
  private final AgentClosures agents = find(AgentClosures.class);
  private final UnitClosures units = find(UnitClosures.class);
  private final UserTransaction transaction =
      TestWar.find("java:jboss/UserTransaction", UserTransaction.class);

  @Deployment
  static WebArchive war() {
    return TestWar.of(ChainSuccessionIT.class);
  }

  @Test
  void SIG1_who_takes_over_from_an_agent_takes_their_place_in_each_chain_once() {
    inTown(
        () -> {
          predefine("Par elle", "MED", visa("c.aubertin"), visa("dgs"), signature("elu"));
          predefine("Par les deux", "MED", visa("m.perrot"), visa("c.aubertin"), signature("elu"));
          close("c.aubertin", "m.perrot");
          assertThat(chain("Par elle"))
              .containsExactly(visa("m.perrot"), visa("dgs"), signature("elu"));
          assertThat(chain("Par les deux")).containsExactly(visa("m.perrot"), signature("elu"));
        });
  }

  @Test
  void SIG1_an_agent_of_a_chain_is_not_closed_without_somebody_who_may_take_the_step() {
    for (var successor : new String[] {null, "agent"}) {
      assertThatThrownBy(
              () ->
                  inTown(
                      () -> {
                        predefine("Par elle", "MED", visa("c.aubertin"), signature("elu"));
                        close("c.aubertin", successor);
                      }))
          .isInstanceOfSatisfying(
              Refusal.class,
              r -> {
                assertThat(r.field()).contains("to");
                assertThat(r.key())
                    .isEqualTo(
                        successor == null
                            ? "reassignment.in-a-chain"
                            : "reassignment.successor-may-not");
              });
    }
  }

  @Test
  void SIG1_the_chains_of_a_closed_unit_go_to_its_successor_after_the_successors_own() {
    inTown(
        () -> {
          predefine("Avec visa", "MED", visa("m.perrot"), signature("elu"));
          predefine("A", "MED", visa("c.aubertin"), signature("elu"));
          predefine("Avec visa", "DCU", visa("dgs"), signature("elu"));
          var unit = organisation.unit("MED").orElseThrow();
          units.close(founder(), "MED", "DCU", unit.version());
          var labels =
              models.managed(founder()).stream()
                  .filter(m -> "DCU".equals(m.unit()))
                  .map(ChainModel::label)
                  .toList();
          assertThat(labels).hasSize(3).contains("A", "Avec visa");
          assertThat(labels).anyMatch(label -> label.matches("Avec visa \\(\\d+\\)"));
          assertThat(models.predefined(NO_TYPE, organisation.unit("DCU").orElseThrow().id()))
              .get()
              .extracting(ChainModel::steps)
              .isEqualTo(List.of(visa("dgs"), signature("elu")));
        });
  }

  private void predefine(String label, String unit, StepWish... steps) {
    models.predefine(founder(), null, label, unit, null, List.of(steps));
  }

  private List<StepWish> chain(String label) {
    return models.managed(founder()).stream()
        .filter(m -> m.label().equals(label))
        .findFirst()
        .orElseThrow()
        .steps();
  }

  private void close(String login, String successor) {
    agents.close(as("admin"), login, successor, organisation.agent(login).orElseThrow().version());
  }

  private static StepWish visa(String agent) {
    return new StepWish(agent, VISA);
  }

  private static StepWish signature(String agent) {
    return new StepWish(agent, SIGNATURE);
  }

  private Reader as(String login) {
    return readers.asItStands(organisation.agent(login).orElseThrow().id()).orElseThrow();
  }

  /** Who holds every right. */
  private Reader founder() {
    var admin = as("admin");
    Map<Right, Perimeter> all =
        Stream.of(Right.values())
            .collect(Collectors.toMap(Function.identity(), right -> Perimeter.TOWN));
    return new Reader(
        admin.tenant(),
        admin.agent(),
        admin.login(),
        admin.name(),
        null,
        null,
        0,
        admin.ownUnits(),
        admin.branch(),
        all,
        admin.tokens());
  }

  private void inTown(Runnable work) {
    TenantContext.call(
        1,
        () -> {
          transaction.begin();
          try {
            work.run();
          } finally {
            transaction.rollback();
          }
          return null;
        });
  }

  private static <T> T find(Class<T> type) {
    return TestWar.find(TestWar.EJB + type.getSimpleName(), type);
  }
}
