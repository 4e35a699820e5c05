package fr.vaguemestre.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The walls, each a rule over compiled classes. What a rule lets through is written beside it. */
final class Rules {
  private static final String ROOT = "fr.vaguemestre.";
  static final Set<String> EDGES = Set.of("web", "api", "batch");

  /** Packages of an edge that serve the edge itself: no feature of ejb bears their name. */
  private static final Set<String> EDGE_ONLY = Set.of("web.shell", "batch.demo");

  /** Each library behind its port, so that replacing one touches one package. */
  static final Map<String, List<String>> LIBRARIES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("io.prometheus", List.of("monitoring")),
              Map.entry("jakarta.mail", List.of("mail")),
              Map.entry("org.apache.commons.csv", List.of("transfer")),
              Map.entry("org.apache.lucene", List.of("search.lucene")),
              Map.entry(
                  "org.apache.pdfbox",
                  List.of(
                      "signing.pdf",
                      "dispatch.pdf",
                      "extraction.tika",
                      "evidence.pdf",
                      "mailing.pdf",
                      "retention.pdf",
                      "search.pdf",
                      "batch.demo")),
              Map.entry("org.apache.tika", List.of("extraction.tika")),
              Map.entry("org.bouncycastle", List.of("signing.pdf")),
              Map.entry("org.flywaydb", List.of("platform.db")),
              Map.entry("org.jodconverter", List.of("office.jod")),
              Map.entry("org.jsoup", List.of("template.engine")),
              Map.entry("org.omnifaces", List.of("web")),
              Map.entry("org.primefaces", List.of("web")),
              Map.entry("org.subethamail", List.of("mail.catcher"))));

  private static final List<String> BEANS =
      List.of("jakarta.ejb.Stateless", "jakarta.ejb.Singleton");

  /** What an adapter may know besides its own feature. */
  private static final Set<String> COMMON = Set.of("platform", "settings", "access");

  /** Sub-packages that are a part of their feature, not an adapter of a port. */
  private static final Set<String> PARTS = Set.of("template.engine", "mail.catcher");

  private Rules() {}

  static ArchRule edgesDoNotKnowEachOther(String edge) {
    var others = EDGES.stream().filter(other -> !other.equals(edge)).map(Rules::all);
    return noClasses()
        .that()
        .resideInAPackage(all(edge))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others.toArray(String[]::new))
        .allowEmptyShould(true);
  }

  static ArchRule theCoreKnowsNoEdge() {
    return noClasses()
        .that(resideInCore())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(EDGES.stream().map(Rules::all).toArray(String[]::new));
  }

  /** Its exceptions they may know: the handlers turn a lost race into a sentence. */
  static ArchRule edgesHoldNoEntityManager() {
    return noClasses()
        .that()
        .resideInAnyPackage(EDGES.stream().map(Rules::all).toArray(String[]::new))
        .should()
        .dependOnClassesThat(
            resideInAPackage("jakarta.persistence..")
                .and(not(assignableTo("jakarta.persistence.PersistenceException"))));
  }

  static ArchRule entitiesStayInTheCore() {
    return noClasses()
        .that()
        .resideInAnyPackage(all("web"), all("api"))
        .should()
        .dependOnClassesThat()
        .areAnnotatedWith("jakarta.persistence.Entity");
  }

  static ArchRule edgePackagesAreFeatures(Set<String> features) {
    return classes()
        .that()
        .resideInAnyPackage(EDGES.stream().map(Rules::all).toArray(String[]::new))
        .should(
            satisfy(
                "be in a package named after a feature of ejb",
                type -> {
                  var path = type.getPackageName().substring(ROOT.length());
                  var names = path.split("\\.");
                  return names.length == 1
                      || features.contains(names[1])
                      || EDGE_ONLY.contains(names[0] + "." + names[1]);
                }));
  }

  /**
   * {@code search.lucene} may know {@code search} and what is common: swapping it breaks nothing
   * else.
   */
  static ArchRule adaptersKnowTheirPortAlone() {
    return classes()
        .that(areInAnAdapter())
        .should(
            new ArchCondition<>("depend on no feature but their own and what is common") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                    .filter(d -> d.getTargetClass().getPackageName().startsWith(ROOT))
                    .filter(
                        d ->
                            !COMMON.contains(feature(d.getTargetClass()))
                                && !feature(type).equals(feature(d.getTargetClass())))
                    .forEach(
                        d -> events.add(SimpleConditionEvent.violated(type, d.getDescription())));
              }
            });
  }

  /** An adapter is found by injection of its port: no other feature names it. */
  static ArchRule noOtherFeatureNamesAnAdapter() {
    return classes()
        .that(areInAnAdapter())
        .should(
            new ArchCondition<>("be named by their own feature alone") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesToSelf().stream()
                    .filter(d -> !feature(d.getOriginClass()).equals(feature(type)))
                    .forEach(
                        d -> events.add(SimpleConditionEvent.violated(type, d.getDescription())));
              }
            });
  }

  static ArchRule oneLibraryOneAdapter(String library) {
    var allowed = LIBRARIES.get(library).stream().map(Rules::all).toArray(String[]::new);
    return noClasses()
        .that(not(resideInAnyPackage(allowed)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library + "..");
  }

  static ArchRule onlyThePlatformReadsTheClock() {
    return noClasses()
        .that(not(resideInAPackage(all("platform"))))
        .should()
        .callMethodWhere(
            describe(
                "reads the system clock", access -> readsTheClock(access) && !takesAClock(access)))
        .orShould()
        .callConstructor(java.util.Date.class);
  }

  static ArchRule sqlLivesInPlatformDb() {
    return noClasses()
        .that(not(resideInAPackage(all("platform.db"))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..")
        .orShould()
        .callMethodWhere(
            describe(
                "goes round the entity manager",
                access ->
                    access.getTargetOwner().getPackageName().startsWith("jakarta.persistence")
                        && Set.of("createNativeQuery", "unwrap").contains(access.getName())));
  }

  /** The container's proxies refuse other calls, at run time only. */
  static ArchRule beansAreCalledByPublicMethods() {
    return noClasses()
        .should()
        .callMethodWhere(
            describe(
                "calls a method of another enterprise bean that is not public",
                access ->
                    BEANS.stream().anyMatch(access.getTargetOwner()::isAnnotatedWith)
                        && !access.getOriginOwner().equals(access.getTargetOwner())
                        && !access
                            .getOriginOwner()
                            .getName()
                            .startsWith(access.getTargetOwner().getName() + "$")
                        && access
                            .getTarget()
                            .resolveMember()
                            .filter(m -> !m.getModifiers().contains(JavaModifier.PUBLIC))
                            .filter(m -> !m.getModifiers().contains(JavaModifier.STATIC))
                            .isPresent()));
  }

  private static boolean readsTheClock(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    return owner.getPackageName().equals("java.time") && access.getName().equals("now")
        || owner.isEquivalentTo(Clock.class) && access.getName().startsWith("system")
        || owner.isEquivalentTo(System.class) && access.getName().equals("currentTimeMillis");
  }

  private static boolean takesAClock(JavaAccess<?> access) {
    return access.getTarget() instanceof AccessTarget.CodeUnitCallTarget target
        && target.getRawParameterTypes().stream().anyMatch(t -> t.isEquivalentTo(Clock.class));
  }

  private static DescribedPredicate<JavaClass> resideInCore() {
    return describe(
        "are in ejb",
        type -> type.getPackageName().startsWith(ROOT) && !EDGES.contains(feature(type)));
  }

  /** {@code fr.vaguemestre.feature.adapter}; platform's own sub-packages are not adapters. */
  private static DescribedPredicate<JavaClass> areInAnAdapter() {
    return describe(
        "are in an adapter",
        type ->
            resideInCore().test(type)
                && type.getPackageName().split("\\.").length > 3
                && !feature(type).equals("platform")
                && PARTS.stream().noneMatch(type.getPackageName()::endsWith));
  }

  static String feature(JavaClass type) {
    return type.getPackageName().split("\\.").length > 2
        ? type.getPackageName().split("\\.")[2]
        : "";
  }

  private static String all(String path) {
    return ROOT + path + "..";
  }

  private static ArchCondition<JavaClass> satisfy(
      String text, java.util.function.Predicate<JavaClass> test) {
    return new ArchCondition<>(text) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(type, test.test(type), type.getName() + " should " + text));
      }
    };
  }
}
