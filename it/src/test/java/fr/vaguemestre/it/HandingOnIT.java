package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.vaguemestre.access.AgentAdministration;
import fr.vaguemestre.access.GroupAdministration;
import fr.vaguemestre.access.GroupWish;
import fr.vaguemestre.access.Perimeter;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.UnitAdministration;
import fr.vaguemestre.capture.Captures;
import fr.vaguemestre.capture.ForwardWish;
import fr.vaguemestre.capture.Forwarded;
import fr.vaguemestre.capture.Forwardings;
import fr.vaguemestre.capture.GivenFile;
import fr.vaguemestre.capture.UploadLine;
import fr.vaguemestre.capture.Uploads;
import fr.vaguemestre.correspondence.Category;
import fr.vaguemestre.correspondence.Channel;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.Registration;
import fr.vaguemestre.delay.Regime;
import fr.vaguemestre.extraction.ExtractionStatus;
import fr.vaguemestre.installation.Founding;
import fr.vaguemestre.installation.Foundings;
import fr.vaguemestre.organisation.AgentWish;
import fr.vaguemestre.organisation.Function;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.UnitKind;
import fr.vaguemestre.organisation.UnitWish;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.qualification.DocumentTypeWish;
import fr.vaguemestre.qualification.PriorityWish;
import fr.vaguemestre.qualification.Typology;
import fr.vaguemestre.reassignment.AgentClosures;
import fr.vaguemestre.reassignment.UnitClosures;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** ORG1: whoever leaves orphans nothing, be it no letter yet, and whoever closed them may leave. */
@InServer
class HandingOnIT {
  private static final String TOP = "MAIRIE";

  /** What agent {@code o} of unit {@code w} owes on letter {@code c}, asked for by {@code b}. */
  private static final String STEP =
      """
      approval_step (tenant_id, id, version, correspondence_id, round, position, kind, agent_id, status, began_at)
        select c.tenant_id, nextval('row_id'), 1, c.id, 1, 0, 'VISA', o.id, '%s'""";

  private static final String OPINION =
      """
      contribution (tenant_id, id, version, correspondence_id, asked_of_agent_id, asked_by, question, asked_at)
        select c.tenant_id, nextval('row_id'), 1, c.id, o.id, b.id, 'Quoi ?'""";

  private static final String TASK =
      """
      task (tenant_id, id, version, correspondence_id, asked_of_unit_id, asking_unit_id, asked_by, question, asked_at)
        select c.tenant_id, nextval('row_id'), 1, c.id, w.unit_id, c.unit_id, b.id, 'Quoi ?'""";

  private final Foundings foundings = find(Foundings.class);
  private final UnitAdministration units = find(UnitAdministration.class);
  private final AgentAdministration people = find(AgentAdministration.class);
  private final GroupAdministration groups = find(GroupAdministration.class);
  private final AgentClosures closures = find(AgentClosures.class);
  private final Organisation organisation = find(Organisation.class);
  private final Readers readers = find(Readers.class);
  private final Typology typology = find(Typology.class);
  private final Captures captures = find(Captures.class);
  private final Uploads uploads = find(Uploads.class);
  private final Forwardings forwardings = find(Forwardings.class);
  private final Correspondences correspondences = find(Correspondences.class);
  private final UnitClosures unitClosures = find(UnitClosures.class);
  private final DataSource owner =
      TestWar.find("java:jboss/datasources/VaguemestreOwnerDS", DataSource.class);
  private final UserTransaction transaction =
      TestWar.find("java:jboss/UserTransaction", UserTransaction.class);

  /** In front of every login: accounts of several towns may not bear one name. */
  private String p;

  @Deployment
  static WebArchive war() {
    return TestWar.of(HandingOnIT.class);
  }

  @Test
  void ORG1_letters_are_handed_on_though_whoever_closed_is_closed_meanwhile() {
    inATown(
        () -> {
          long letter = letterOf("agent");
          transaction.begin();
          close("second", "agent", null);
          close("chef", "second", null);
          transaction.commit();
          await(
              "with who left no more",
              () -> correspondences.view(as("chef"), letter).assignee() == null);
          return null;
        });
  }

  @Test
  void ORG1_files_that_are_no_letters_yet_go_to_the_successor() {
    inATown(
        () -> {
          drop("agent", "rendu.txt");
          forwardings.forward(as("agent"), new ForwardWish("Rendu", today()));
          forwardings.giveBack(as("chef"), waiting().getFirst().upload(), "Publicité");
          drop("agent", "transmis.txt");
          forwardings.forward(as("agent"), new ForwardWish("Transmis", today()));
          drop("agent", "depose.txt");
          assertThat(closures.preview(as("chef"), p + "agent").files()).isEqualTo(3);
          refused("reassignment.somebody-needed", () -> close("chef", "agent", null));
          refused("reassignment.successor-without-files", () -> close("chef", "agent", "elue"));

          close("chef", "agent", "collegue");
          assertThat(uploads.mine(as("collegue")))
              .extracting(UploadLine::name)
              .containsExactly("depose.txt");
          assertThat(forwardings.sent(as("collegue")))
              .extracting(Forwarded::name, Forwarded::givenBack)
              .containsExactly(tuple("rendu.txt", "Publicité"), tuple("transmis.txt", null));
          forwardings.giveBack(as("chef"), waiting().getFirst().upload(), "Encore");
          assertThat(forwardings.sent(as("collegue")))
              .extracting(Forwarded::givenBack)
              .containsExactly("Publicité", "Encore");
          return null;
        });
  }

  @Test
  void O4_files_of_the_cabinet_stay_with_who_registers_for_it() {
    inATown(
        () -> {
          drop("cabinet", "sensible.txt");
          refused(
              "reassignment.successor-without-files", () -> close("chef", "cabinet", "collegue"));
          close("chef", "cabinet", "chef");
          assertThat(uploads.mine(as("chef"))).hasSize(1);
          return null;
        });
  }

  @Test
  void CIR7_who_takes_over_what_was_awaited_is_told_and_nobody_else() {
    inATown(
        () -> {
          long visa = letterOf("second");
          long later = letterOf("second");
          long opinion = letterOf("second");
          long held = letterOf("agent");
          awaited(visa, STEP.formatted("CURRENT"), "agent");
          awaited(later, STEP.formatted("WAITING"), "agent");
          awaited(opinion, OPINION, "agent");
          close("chef", "agent", "collegue");
          var wanted = Set.of("APPROVAL " + visa, "ASKED " + opinion, "NEW " + held);
          await("they are told", () -> Set.copyOf(told("collegue")).equals(wanted));
          assertThat(told("second"))
              .as("for whom nothing changed")
              .containsExactlyInAnyOrder("NEW " + visa, "NEW " + later, "NEW " + opinion);
          return null;
        });
  }

  @Test
  void CIR7_the_unit_that_now_owes_a_task_is_told_and_who_keeps_a_letter_is_not() {
    inATown(
        () -> {
          for (var code : List.of("VOI", "ESP")) {
            var unit = new UnitWish(code, code, code, UnitKind.SERVICE, TOP, null, null, null);
            units.saveUnit(as("chef"), unit, null);
          }
          agent("marc", "VOI", Function.AGENT, "COURANT");
          agent("lea", "ESP", Function.AGENT, "COURANT");
          long kept = letterOf("marc", "VOI");
          long task = letterOf("second");
          awaited(task, TASK, "marc");
          unitClosures.close(
              as("chef"), "VOI", "ESP", organisation.unit("VOI").orElseThrow().version());
          await("the task is told of", () -> told("lea").equals(List.of("ASKED " + task)));
          assertThat(told("marc")).containsOnlyOnce("NEW " + kept);
          return null;
        });
  }

  /** Why and of which letter, in the order it was told. */
  private List<String> told(String login) {
    return sql(
        """
        select n.reason || ' ' || n.correspondence_id from notification n
          join agent a on a.tenant_id = n.tenant_id and a.id = n.agent_id where a.login = '%s' order by n.id
        """
            .formatted(p + login));
  }

  /** Something of a letter that an agent, or their unit, owes. */
  private void awaited(long letter, String columns, String whose) {
    sql(
        """
        insert into %s, now()
          from correspondence c join agent b on b.tenant_id = c.tenant_id and b.login = '%schef'
          join agent o on o.tenant_id = c.tenant_id and o.login = '%s'
          join post w on w.tenant_id = c.tenant_id and w.agent_id = o.id
         where c.id = %d
        """
            .formatted(columns, p, p + whose, letter));
  }

  private List<String> sql(String text) {
    try (var connection = owner.getConnection();
        var statement = connection.createStatement()) {
      var found = new ArrayList<String>();
      if (statement.execute(text)) {
        try (var rows = statement.getResultSet()) {
          while (rows.next()) {
            found.add(rows.getString(1));
          }
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Forwarded> waiting() {
    return forwardings.queue(as("chef"));
  }

  /** Drops a file and waits until it has been read. */
  private void drop(String who, String name) {
    var bytes = new ByteArrayInputStream(("Texte de " + name).getBytes(StandardCharsets.UTF_8));
    long id = captures.drop(as(who), new GivenFile(name, bytes)).id();
    await(
        name + " is read",
        () -> uploads.find(as(who), id).extraction() != ExtractionStatus.PENDING);
  }

  private static void await(String what, BooleanSupplier done) {
    var end = Instant.now().plusSeconds(60);
    while (!done.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      LockSupport.parkNanos(100_000_000);
    }
  }

  private long letterOf(String assignee) {
    return letterOf(assignee, TOP);
  }

  private long letterOf(String assignee, String unit) {
    return captures
        .register(
            as("chef"),
            new Registration(
                Category.INCOMING,
                Channel.PAPER,
                "À réaffecter",
                "DIVERS",
                null,
                null,
                null,
                unit,
                p + assignee,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                false,
                false,
                false,
                null),
            List.of(),
            null)
        .id();
  }

  private void inATown(Callable<Void> work) {
    var code = "PASS" + Long.toString(System.nanoTime() % 100_000_000, 36).toUpperCase(Locale.ROOT);
    p = code.toLowerCase(Locale.ROOT) + ".";
    var town =
        foundings.found(
            new Founding(code, "Passation", null, null, null, null, p + "chef", "Ada", "Chef"),
            "Une-Phrase-De-Passe-2026!".toCharArray());
    TenantContext.call(
        town.id(),
        () -> {
          organise();
          return work.call();
        });
  }

  private void organise() {
    var chief = as("chef");
    groups.saveGroups(
        chief,
        List.of(
            group("SECONDS", Right.ADMIN_AGENTS, Right.PROCESS),
            group("COURANT", Right.PROCESS, Right.VISA, Right.CONTRIBUTE),
            group("CABINET", Right.REGISTER_SENSITIVE)));
    units.saveUnit(
        chief,
        new UnitWish("CAB", "Cabinet", "CAB", UnitKind.CABINET, TOP, null, null, null),
        null);
    typology.savePriority(chief, new PriorityWish("NORMALE", "Normale", "#1a4d8f", 30, 0), null);
    typology.saveType(
        chief,
        new DocumentTypeWish(
            "DIVERS",
            "Divers",
            "Divers",
            "Divers",
            30,
            Regime.NONE,
            null,
            null,
            null,
            null,
            null,
            null,
            true),
        null);
    agent("second", TOP, Function.AGENT, "SECONDS");
    agent("agent", TOP, Function.AGENT, "COURANT");
    agent("collegue", TOP, Function.AGENT, "COURANT");
    agent("elue", TOP, Function.ELECTED, "COURANT");
    agent("cabinet", "CAB", Function.CABINET_SECRETARY, "CABINET");
  }

  private void agent(String login, String unit, Function function, String group) {
    people.saveAgent(
        as("chef"),
        new AgentWish(
            p + login,
            "Prénom",
            "Nom " + login,
            null,
            null,
            null,
            null,
            List.of(new AgentWish.Place(unit, function, true)),
            List.of(group)),
        null);
  }

  private void close(String by, String login, String successor) {
    closures.close(
        as(by),
        p + login,
        successor == null ? null : p + successor,
        organisation.agent(p + login).orElseThrow().version());
  }

  private static void refused(String key, Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(key));
  }

  private static GroupWish group(String code, Right... rights) {
    return new GroupWish(
        code, code, Stream.of(rights).collect(Collectors.toMap(r -> r, r -> Perimeter.TOWN)), null);
  }

  private Reader as(String login) {
    return readers.asItStands(organisation.agent(p + login).orElseThrow().id()).orElseThrow();
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private static <T> T find(Class<T> type) {
    return TestWar.find(TestWar.EJB + type.getSimpleName(), type);
  }
}
