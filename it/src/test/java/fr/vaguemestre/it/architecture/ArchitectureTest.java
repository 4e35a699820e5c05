package fr.vaguemestre.it.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every rule is checked on the shipped classes, and seen to fail on the canary where it can. */
class ArchitectureTest {
  private static JavaClasses shipped;
  private static JavaClasses canary;

  @BeforeAll
  static void read_the_classes() {
    shipped = Modules.shipped();
    canary = Modules.canary();
  }

  @Test
  void every_shipped_module_is_looked_at() {
    for (var module : Modules.SHIPPED) {
      assertThat(shipped.stream().flatMap(type -> type.getSource().stream()))
          .as("classes of %s", module)
          .anyMatch(
              source -> source.getUri().getPath().contains("/" + module + "/target/classes/"));
    }
  }

  @Test
  void edges_do_not_know_each_other() {
    for (var edge : Rules.EDGES) {
      Rules.edgesDoNotKnowEachOther(edge).check(shipped);
    }
    seenRed(Rules.edgesDoNotKnowEachOther("web"));
  }

  @Test
  void the_core_knows_no_edge() {
    Rules.theCoreKnowsNoEdge().check(shipped);
  }

  @Test
  void edges_hold_no_entity_manager() {
    Rules.edgesHoldNoEntityManager().check(shipped);
    seenRed(Rules.edgesHoldNoEntityManager());
  }

  @Test
  void entities_stay_in_the_core() {
    Rules.entitiesStayInTheCore().check(shipped);
  }

  @Test
  void edge_packages_bear_the_names_of_features() {
    Rules.edgePackagesAreFeatures(Modules.features()).check(shipped);
    seenRed(Rules.edgePackagesAreFeatures(Set.of()));
  }

  @Test
  void an_adapter_knows_its_port_alone() {
    Rules.adaptersKnowTheirPortAlone().check(shipped);
  }

  @Test
  void no_other_feature_names_an_adapter() {
    Rules.noOtherFeatureNamesAnAdapter().check(shipped);
  }

  @Test
  void one_library_is_known_to_one_adapter() {
    for (var library : Rules.LIBRARIES.keySet()) {
      Rules.oneLibraryOneAdapter(library).check(shipped);
    }
    seenRed(Rules.oneLibraryOneAdapter("org.apache.lucene"));
  }

  @Test
  void only_the_platform_reads_the_system_clock() {
    Rules.onlyThePlatformReadsTheClock().check(shipped);
    seenRed(Rules.onlyThePlatformReadsTheClock());
  }

  @Test
  void sql_lives_in_one_package() {
    Rules.sqlLivesInPlatformDb().check(shipped);
    seenRed(Rules.sqlLivesInPlatformDb());
  }

  @Test
  void enterprise_beans_are_called_by_their_public_methods() {
    Rules.beansAreCalledByPublicMethods().check(shipped);
    seenRed(Rules.beansAreCalledByPublicMethods());
  }

  @Test
  void every_package_says_what_it_holds() {
    assertThat(Modules.packagesWithoutInfo()).isEmpty();
  }

  private static void seenRed(ArchRule rule) {
    assertThatThrownBy(() -> rule.check(canary)).isInstanceOf(AssertionError.class);
  }
}
