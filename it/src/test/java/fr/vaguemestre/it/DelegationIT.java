package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.access.AgentAdministration;
import fr.vaguemestre.access.GroupAdministration;
import fr.vaguemestre.access.GroupWish;
import fr.vaguemestre.access.Perimeter;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.UnitAdministration;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.LetterView;
import fr.vaguemestre.correspondence.OfferedAction;
import fr.vaguemestre.correspondence.Qualifications;
import fr.vaguemestre.correspondence.Registration;
import fr.vaguemestre.organisation.AgentWish;
import fr.vaguemestre.organisation.DistributionLine;
import fr.vaguemestre.organisation.Function;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.UnitKind;
import fr.vaguemestre.organisation.UnitWish;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Statement;
import fr.vaguemestre.reassignment.AgentClosures;
import fr.vaguemestre.reassignment.UnitClosures;
import fr.vaguemestre.reply.SignatoryFinder;
import fr.vaguemestre.routing.Routings;
import fr.vaguemestre.template.AnswerKind;
import fr.vaguemestre.template.AnswerWish;
import fr.vaguemestre.template.StandardAnswers;
import fr.vaguemestre.template.Templates;
import jakarta.transaction.UserTransaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * ORG2, O18: each administers their own part of the town, whatever they ask for; the demo town's
 * groups, made by its setup, are the acceptance text.
 */
@InServer
class DelegationIT {
  private final Organisation organisation = find(Organisation.class);
  private final Readers readers = find(Readers.class);
  private final Templates templates = find(Templates.class);
  private final AgentAdministration agents = find(AgentAdministration.class);
  private final UnitAdministration units = find(UnitAdministration.class);
  private final AgentClosures closures = find(AgentClosures.class);
  private final UnitClosures unitClosures = find(UnitClosures.class);
  private final SignatoryFinder signatories = find(SignatoryFinder.class);
  private final GroupAdministration groups = find(GroupAdministration.class);
  private final CorrespondenceActions actions = find(CorrespondenceActions.class);
  private final Correspondences correspondences = find(Correspondences.class);
  private final StandardAnswers answers = find(StandardAnswers.class);
  private final Routings routings = find(Routings.class);
  private final Qualifications qualifications = find(Qualifications.class);
  private final UserTransaction transaction =
      TestWar.find("java:jboss/UserTransaction", UserTransaction.class);

  @Deployment
  static WebArchive war() {
    return TestWar.of(DelegationIT.class);
  }

  @Test
  void O18_a_directions_assistant_changes_its_templates_and_no_other() {
    allowed(
        () -> templates.save(as("assistante"), "REP_SUBV", "Subvention", "DSP", true, null, null));
    allowed(
        () -> templates.save(as("assistante"), "REP_SUBV", "Subvention", "EQS", true, null, null));
    refused(
        "template.unit-not-yours",
        () -> templates.save(as("assistante"), "REP_SUBV", "Subvention", "VOI", true, null, null));
    refused(
        "template.unit-not-yours",
        () -> templates.save(as("s.gremaud"), "REP_SUBV", "À moi", "DEP", true, null, null));
    assertThat(inTown(() -> templates.managed(as("assistante"))))
        .allMatch(t -> !t.changeable() || "DSP".equals(t.line().unit()))
        .anyMatch(t -> t.changeable());
  }

  @Test
  void O18_generic_templates_are_the_dgs_assistants_alone() {
    allowed(() -> templates.save(as("l.prost"), "REPONSE", "Réponse", null, true, null, null));
    for (var login : List.of("assistante", "admin")) {
      refused(
          "template.generic-not-yours",
          () -> templates.save(as(login), "REPONSE", "Réponse", null, true, null, null));
    }
    refused(
        "template.generic-not-yours",
        () -> templates.save(as("assistante"), "REPONSE", "Réponse", "DSP", true, null, null));
    refused(
        "template.generic-not-yours",
        () -> templates.save(as("assistante"), "REP_SUBV", "Pour tous", null, true, null, null));
  }

  @Test
  void O18_standard_answers_are_kept_as_templates_are() {
    allowed(() -> answers.save(as("assistante"), answer("DSP", "Aux sports"), null));
    allowed(() -> answers.save(as("l.prost"), answer(null, "Pour tous"), null));
    refused(
        "template.unit-not-yours",
        () -> answers.save(as("assistante"), answer("VOI", "À la voirie"), null));
    refused(
        "template.generic-not-yours",
        () -> answers.save(as("assistante"), answer(null, "Pour tous"), null));
    refused("platform.forbidden", () -> answers.save(as("agent"), answer("DSP", "Non"), null));
    refused("platform.forbidden", () -> answers.managed(as("agent")));
  }

  @Test
  void O18_distribution_lists_are_kept_by_the_direction() {
    var line = new DistributionLine(DistributionLine.Role.COPY, true, "DCU", null);
    allowed(() -> units.saveDistribution(as("assistante"), "EQS", List.of(line)));
    refused(
        "platform.forbidden", () -> units.saveDistribution(as("assistante"), "VOI", List.of(line)));
    refused("platform.forbidden", () -> units.saveDistribution(as("agent"), "EQS", List.of(line)));
  }

  @Test
  void O18_agents_are_administered_from_their_main_post() {
    allowed(() -> agents.saveAgent(as("assistante"), newcomer("EQS", "AGENTS"), null));
    refused(
        "access.unit-outside-perimeter",
        () -> agents.saveAgent(as("assistante"), newcomer("VOI", "AGENTS"), null));
    refused("platform.forbidden", () -> agents.agent(as("assistante"), "autre"));
    refused("platform.forbidden", () -> agents.resetPassword(as("assistante"), "autre"));
    refused(
        "access.unit-outside-perimeter",
        () -> {
          var shared = agents.agent(as("e.tournier"), "l.gauthier").orElseThrow().agent();
          agents.saveAgent(as("e.tournier"), sitting(shared, "VOI"), null);
        });
  }

  @Test
  void ORG2_nobody_gives_what_they_do_not_have() {
    refused(
        "access.grants-more-than-own",
        () -> agents.saveAgent(as("assistante"), newcomer("EQS", "ENCADREMENT"), null));
    refused(
        "access.grants-more-than-own",
        () -> agents.saveAgent(as("assistante"), newcomer("EQS", "ASSISTANCE_DG"), null));
    refused(
        "access.grants-more-than-own",
        () -> agents.saveAgent(as("assistante"), newcomer("EQS", "ADMINISTRATEURS"), null));
    refused(
        "access.takes-more-than-own",
        () -> {
          var chief = agents.agent(as("assistante"), "h.clavier").orElseThrow().agent();
          agents.saveAgent(as("assistante"), in(chief, List.of()), null);
        });
    refused("access.grants-more-than-own", () -> agents.resetPassword(as("assistante"), "p.merle"));
    refused(
        "access.grants-more-than-own",
        () ->
            groups.saveGroups(
                as("admin"),
                List.of(
                    new GroupWish(
                        "SIENS", "À moi", Map.of(Right.SIGN, Perimeter.OWN_UNIT), null))));
  }

  @Test
  void ORG2_whoever_administers_a_part_of_the_town_changes_no_group_and_no_chart() {
    refused(
        "platform.forbidden",
        () ->
            groups.saveGroups(
                as("assistante"),
                List.of(
                    new GroupWish("SIENS", "À moi", Map.of(Right.NOTE, Perimeter.TOWN), null))));
    refused(
        "platform.forbidden",
        () ->
            units.saveUnit(
                as("assistante"),
                new UnitWish("EQS", "À moi", "Moi", UnitKind.SERVICE, "DSP", null, null, null),
                null));
  }

  @Test
  void O5_a_part_s_administrator_makes_no_cabinet_and_no_directorate() {
    for (var kind : List.of(UnitKind.CABINET, UnitKind.DG)) {
      for (var code : List.of("EQS", "NEUF")) {
        var wish = unit(code, kind, "DSP");
        refused(
            "access.sight-of-the-town",
            () -> units.saveUnit(part(Right.ADMIN_ORGANISATION), wish, null));
        allowed(() -> units.saveUnit(as("admin"), wish, null));
      }
    }
    refused(
        "access.sight-of-the-town",
        () ->
            units.saveUnit(
                part(Right.ADMIN_ORGANISATION), unit("DG", UnitKind.POLE, "MAIRIE"), null));
    allowed(
        () ->
            units.saveUnit(
                part(Right.ADMIN_ORGANISATION), unit("EQS", UnitKind.OFFICE, "DSP"), null));
  }

  @Test
  void O4_nor_takes_a_unit_under_the_cabinet_or_merges_one_into_it() {
    refused(
        "access.sight-of-the-town",
        () -> units.move(part(Right.ADMIN_ORGANISATION), "EQS", "CAB", null));
    refused(
        "access.sight-of-the-town",
        () ->
            units.saveUnit(
                part(Right.ADMIN_ORGANISATION), unit("EQS", UnitKind.SERVICE, "CAB"), null));
    for (var successor : List.of("CAB", "DG")) {
      refused(
          "access.sight-of-the-town", () -> closeUnit(part(Right.ADMIN_ORGANISATION), successor));
      allowed(() -> closeUnit(as("admin"), successor));
    }
    allowed(() -> units.move(part(Right.ADMIN_ORGANISATION), "EQS", "VOI", null));
    allowed(() -> units.move(as("admin"), "EQS", "CAB", null));
  }

  @Test
  void O18_the_town_s_functions_are_given_and_taken_by_who_administers_all_agents() {
    for (var function : Function.values()) {
      Runnable naming = () -> agents.saveAgent(as("assistante"), newcomer("EQS", function), null);
      if (function.ofTheTown()) {
        refused("access.function-of-the-town", naming);
      } else {
        allowed(naming);
      }
      allowed(() -> agents.saveAgent(as("admin"), newcomer("EQS", function), null));
    }
    assertThat(Function.values())
        .filteredOn(Function::ofTheTown)
        .contains(Function.MAYOR, Function.ELECTED, Function.DGS, Function.DGA);
    refused(
        "access.function-of-the-town",
        () -> {
          agents.saveAgent(as("admin"), newcomer("EQS", Function.DGA), null);
          agents.saveAgent(as("assistante"), newcomer("EQS", Function.AGENT), null);
        });
  }

  @Test
  void O4_O5_a_part_s_administrator_gives_no_wider_sight_than_their_own() {
    for (var unit : List.of("CAB", "DG")) {
      refused(
          "access.sight-of-the-town",
          () -> agents.saveAgent(part(Right.ADMIN_AGENTS), newcomer(unit, Function.AGENT), null));
      allowed(() -> agents.saveAgent(as("admin"), newcomer(unit, Function.AGENT), null));
    }
    allowed(() -> agents.saveAgent(as("l.prost"), newcomer("DG", Function.ASSISTANT), null));
    refused(
        "access.sight-of-the-town",
        () -> {
          agents.saveAgent(as("admin"), newcomer("CAB", Function.AGENT), null);
          agents.resetPassword(part(Right.ADMIN_AGENTS), "n.venu");
        });
  }

  @Test
  void SIG1_who_signs_for_a_function_stays_the_same_when_cards_are_saved() {
    inTransaction(
        () -> {
          var before = signatories.holding(Function.DGS).orElseThrow().login();
          agents.saveAgent(as("admin"), newcomer("EQS", Function.DGS), null);
          agents.saveAgent(
              as("admin"), agents.agent(as("admin"), before).orElseThrow().agent(), null);
          assertThat(signatories.holding(Function.DGS).orElseThrow().login()).isEqualTo(before);
        });
  }

  /** Somebody whose right holds on a branch that is the whole chart, without being the town. */
  private Reader part(Right right) {
    var admin = as("admin");
    return new Reader(
        admin.tenant(),
        admin.agent(),
        admin.login(),
        admin.name(),
        null,
        null,
        0,
        Set.of(unit("MAIRIE")),
        Set.copyOf(organisation.below(unit("MAIRIE"))),
        Map.of(right, Perimeter.BRANCH),
        Set.of("a" + admin.agent()));
  }

  private void closeUnit(Reader reader, String successor) {
    unitClosures.close(reader, "EQS", successor, organisation.unit("EQS").orElseThrow().version());
  }

  private static UnitWish unit(String code, UnitKind kind, String parent) {
    return new UnitWish(code, "Unité " + code, code, kind, parent, null, null, null);
  }

  @Test
  void ORG1_ORG2_whoever_may_close_an_account_may_open_it_again() {
    for (var closed : Map.of("p.merle", "admin", "agent", "assistante").entrySet()) {
      allowed(
          () -> {
            close(closed.getValue(), closed.getKey());
            closures.reopen(as(closed.getValue()), closed.getKey());
            assertThat(as(closed.getKey()).may(Right.PROCESS)).isTrue();
          });
    }
  }

  @Test
  void ORG2_a_closed_account_is_given_no_right_its_administrator_lacks() {
    refused(
        "access.grants-more-than-own",
        () -> {
          close("admin", "agent");
          var closed = agents.agent(as("admin"), "agent").orElseThrow().agent();
          agents.saveAgent(as("admin"), in(closed, List.of("DIRECTION_GENERALE")), null);
        });
  }

  private void close(String administrator, String login) {
    closures.close(
        as(administrator), login, "h.clavier", organisation.agent(login).orElseThrow().version());
  }

  @Test
  void ORG2_a_wider_perimeter_is_a_right_too() {
    inTransaction(
        () -> {
          group("TOUT_LE_MONDE", Map.of(Right.CLOSE, Perimeter.TOWN));
          agents.saveAgent(as("assistante"), newcomer("EQS", "TOUT_LE_MONDE"), null);
        });
    refused(
        "access.grants-more-than-own",
        () -> {
          group("MODELES", Map.of(Right.MANAGE_TEMPLATES, Perimeter.TOWN));
          agents.saveAgent(as("assistante"), newcomer("EQS", "MODELES"), null);
        });
    allowed(
        () -> {
          group("MODELES", Map.of(Right.MANAGE_TEMPLATES, Perimeter.BRANCH));
          agents.saveAgent(as("assistante"), newcomer("EQS", "MODELES"), null);
        });
  }

  @Test
  void ORG2_the_last_administrator_is_neither_removed_nor_narrowed() {
    refused(
        "access.last-administrator",
        () -> {
          var last = agents.agent(as("admin"), "admin").orElseThrow().agent();
          agents.saveAgent(as("admin"), in(last, List.of()), null);
        });
    refused(
        "access.last-administrator",
        () -> {
          var group =
              groups.groups(as("admin")).stream()
                  .filter(g -> g.code().equals("ADMINISTRATEURS"))
                  .findFirst()
                  .orElseThrow();
          var narrower = new HashMap<>(group.rights());
          narrower.put(Right.ADMIN_ORGANISATION, Perimeter.BRANCH);
          groups.saveGroups(
              as("admin"),
              List.of(new GroupWish(group.code(), group.label(), narrower, group.version())));
        });
  }

  @Test
  void ORG2_a_change_of_perimeter_is_effective_at_once() {
    inTransaction(
        () -> {
          var before = readers.asItStands(id("agent")).orElseThrow();
          assertThat(before.grants().get(Right.PROCESS)).isEqualTo(Perimeter.TOWN);
          group("AGENTS", Map.of(Right.PROCESS, Perimeter.OWN_UNIT));
          var after = readers.asItStands(id("agent")).orElseThrow();
          assertThat(after.may(Right.PROCESS, unit("EQS"))).isTrue();
          assertThat(after.may(Right.PROCESS, unit("VSP"))).isFalse();
          assertThat(after.may(Right.NOTE)).isFalse();
        });
  }

  @Test
  void ORG2_the_door_measures_the_perimeter_at_the_unit_that_holds_the_letter() {
    for (var perimeter : Perimeter.values()) {
      inTransaction(
          () -> {
            group("ENCADREMENT", Map.of(Right.CLOSE, perimeter));
            var director = as("p.merle");
            assertThat(actions.offered(director, letterOf("EQS")))
                .extracting(OfferedAction::action)
                .as("closing a letter of the service below with %s", perimeter)
                .matches(
                    offered -> offered.contains(Action.CLOSE) == (perimeter != Perimeter.OWN_UNIT));
          });
    }
  }

  @Test
  void CIR2_redirecting_stays_within_the_perimeter() {
    refused(
        "routing.outside-perimeter",
        () -> {
          group("ENCADREMENT", Map.of(Right.REDIRECT, Perimeter.BRANCH));
          redirect("VOI");
        });
    allowed(
        () -> {
          group("ENCADREMENT", Map.of(Right.REDIRECT, Perimeter.BRANCH));
          redirect("VSP");
        });
  }

  @Test
  void CIR2_correcting_a_qualification_redirects_within_the_perimeter_too() {
    refused(
        "routing.outside-perimeter",
        () -> {
          group("ENCADREMENT", rights(Perimeter.BRANCH));
          qualify("VOI", "Un autre objet");
        });
    allowed(
        () -> {
          group("ENCADREMENT", rights(Perimeter.BRANCH));
          var before = qualify("VSP", "Un autre objet");
          var now = correspondences.view(as("p.merle"), before.id());
          assertThat(now.unitCode()).isEqualTo("VSP");
          assertThat(now.assignee()).isNull();
          assertThat(now.participants())
              .as("CIR2: the unit's distribution list")
              .anyMatch(p -> p.code().equals("m.chatelain"));
        });
  }

  @Test
  void CIR2_correcting_a_qualification_leaves_the_rest_as_it_was() {
    allowed(
        () -> {
          group("ENCADREMENT", rights(Perimeter.TOWN));
          var director = as("p.merle");
          long letter = letterOf("EQS");
          routings.redirect(
              director,
              letter,
              correspondences.view(director, letter).version(),
              "EQS",
              "agent",
              null);
          var before = qualify("EQS", "Un autre objet");
          var now = correspondences.view(director, before.id());
          assertThat(now.subject()).isEqualTo("Un autre objet");
          assertThat(now.assigneeLogin()).isEqualTo("agent");
          assertThat(now.deadline()).isEqualTo(before.deadline());
        });
  }

  private static Map<Right, Perimeter> rights(Perimeter redirect) {
    return Map.of(Right.REDIRECT, redirect, Right.QUALIFY, Perimeter.TOWN);
  }

  /** Gives a letter of EQS another unit and subject; returns it as it was. */
  private LetterView qualify(String unit, String subject) {
    var director = as("p.merle");
    var now = correspondences.view(director, letterOf("EQS"));
    var wish =
        new Registration(
            now.category(),
            now.channel(),
            subject,
            now.typeCode(),
            now.priorityCode(),
            now.senderId(),
            null,
            unit,
            null,
            List.of(),
            List.of(),
            now.documentDate(),
            now.postmarkDate(),
            now.arrivalDate(),
            now.deadline(),
            now.confidential(),
            now.sensitive(),
            false,
            now.externalId());
    qualifications.qualify(director, now.id(), now.version(), wish, null);
    organisation.agent("agent"); // a query writes what is pending
    return now;
  }

  private void redirect(String unit) {
    var director = as("p.merle");
    long letter = letterOf("EQS");
    routings.redirect(
        director, letter, correspondences.view(director, letter).version(), unit, null, null);
  }

  private long letterOf(String unit) {
    return correspondences
        .lines(
            as("p.merle"),
            Statement.sql("c.state = 'TO_PROCESS' and c.unit_id = ?", unit(unit)),
            "c.id",
            1)
        .getFirst()
        .id();
  }

  /** As the founder does, who holds every right. */
  private void group(String code, Map<Right, Perimeter> rights) {
    groups.saveGroups(founder(), List.of(new GroupWish(code, code, rights, null)));
  }

  private Reader founder() {
    var admin = as("admin");
    var all = new HashMap<Right, Perimeter>();
    for (var right : Right.values()) {
      all.put(right, Perimeter.TOWN);
    }
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

  private static AgentWish newcomer(String unit, String group) {
    return new AgentWish(
        "n.venu",
        "Noé",
        "Venu",
        null,
        null,
        null,
        null,
        List.of(new AgentWish.Place(unit, Function.AGENT, true)),
        List.of(group));
  }

  private static AgentWish newcomer(String unit, Function function) {
    return new AgentWish(
        "n.venu",
        "Noé",
        "Venu",
        null,
        null,
        null,
        null,
        List.of(new AgentWish.Place(unit, function, true)),
        List.of());
  }

  private static AgentWish in(AgentWish agent, List<String> groups) {
    return new AgentWish(
        agent.login(),
        agent.firstName(),
        agent.lastName(),
        null,
        null,
        null,
        null,
        agent.posts(),
        groups);
  }

  private static AgentWish sitting(AgentWish agent, String unit) {
    return new AgentWish(
        agent.login(),
        agent.firstName(),
        agent.lastName(),
        null,
        null,
        null,
        null,
        List.of(agent.posts().getFirst(), new AgentWish.Place(unit, Function.AGENT, false)),
        agent.groups());
  }

  private void allowed(Runnable attempt) {
    assertThatCode(() -> inTransaction(attempt)).doesNotThrowAnyException();
  }

  private void refused(String key, Runnable attempt) {
    assertThatThrownBy(() -> inTransaction(attempt))
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(key));
  }

  private void inTransaction(Runnable work) {
    inTown(
        () -> {
          begin();
          try {
            work.run();
          } finally {
            rollback();
          }
          return null;
        });
  }

  private void begin() throws Exception {
    transaction.begin();
  }

  private void rollback() throws Exception {
    transaction.rollback();
  }

  private static <T> T inTown(Callable<T> work) {
    return TenantContext.call(1, work);
  }

  private Reader as(String login) {
    return readers.asItStands(id(login)).orElseThrow();
  }

  private long id(String login) {
    return organisation.agent(login).orElseThrow().id();
  }

  private long unit(String code) {
    return organisation.unit(code).orElseThrow().id();
  }

  private static <T> T find(Class<T> type) {
    return TestWar.find(TestWar.EJB + type.getSimpleName(), type);
  }

  private static AnswerWish answer(String unit, String title) {
    return new AnswerWish(null, AnswerKind.ANSWER, unit, title, "mots", "Texte.", true);
  }
}
