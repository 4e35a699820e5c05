package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.access.Absences;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.basket.Baskets;
import fr.vaguemestre.circuit.Action;
import fr.vaguemestre.correspondence.CorrespondenceActions;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.correspondence.Notes;
import fr.vaguemestre.organisation.AbsenceWish;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.SystemClock;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Statement;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * ORG5: absences on the demo's letters, each test in a year of its own that nobody else lives in.
 */
@InServer
class AbsenceIT {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Absences absences = TestWar.find(TestWar.EJB + "Absences", Absences.class);
  private final Readers readers = TestWar.find(TestWar.EJB + "Readers", Readers.class);
  private final Baskets baskets = TestWar.find(TestWar.EJB + "Baskets", Baskets.class);
  private final Notes notes = TestWar.find(TestWar.EJB + "Notes", Notes.class);
  private final Organisation organisation =
      TestWar.find(TestWar.EJB + "Organisation", Organisation.class);
  private final Correspondences correspondences =
      TestWar.find(TestWar.EJB + "Correspondences", Correspondences.class);
  private final CorrespondenceActions actions =
      TestWar.find(TestWar.EJB + "CorrespondenceActions", CorrespondenceActions.class);
  private final DataSource owner =
      TestWar.find("java:jboss/datasources/VaguemestreOwnerDS", DataSource.class);
  private final UserTransaction transaction =
      TestWar.find("java:jboss/UserTransaction", UserTransaction.class);

  @Deployment
  static WebArchive war() {
    return TestWar.of(AbsenceIT.class);
  }

  /** Every absence these tests declared; nobody else lives in those years. */
  @AfterEach
  void forget() throws SQLException {
    if (owner != null) {
      try (var connection = owner.getConnection();
          var statement = connection.createStatement()) {
        statement.execute("delete from absence where starts_at > timestamptz '2040-01-01'");
        statement.execute("update tenant set organisation_epoch = organisation_epoch + 1");
      }
    }
  }

  @Test
  void ORG5_a_colleague_sees_exactly_what_is_lent_from_the_first_minute_to_the_last() {
    inPontarlieu(
        "2041-05-05T08:00:00Z",
        start -> {
          var own = seenBy("autre");
          var lent = basket("assistante", "TO_PROCESS");
          lent.retainAll(carrying("a" + id("assistante"), "u" + unit("DSP")));
          assertThat(own).as("something is to be lent").matches(seen -> !seen.containsAll(lent));
          declare("assistante", start, start.plus(DAY), given("TO_PROCESS", "autre"));

          at(start.minus(MINUTE), () -> assertThat(seenBy("autre")).isEqualTo(own));
          var both = new TreeSet<>(own);
          both.addAll(lent);
          at(start, () -> assertThat(seenBy("autre")).isEqualTo(both));
          at(start.plus(DAY).minus(MINUTE), () -> assertThat(seenBy("autre")).isEqualTo(both));
          at(start.plus(DAY), () -> assertThat(seenBy("autre")).isEqualTo(own));
          at(start.plus(DAY).plus(MINUTE), () -> assertThat(seenBy("autre")).isEqualTo(own));
        });
  }

  @Test
  void ORG5_the_shared_basket_holds_both_and_tells_whose_is_whose() {
    inPontarlieu(
        "2042-05-05T08:00:00Z",
        start -> {
          var hers = basket("assistante", "TO_PROCESS");
          var his = basket("autre", "TO_PROCESS");
          declare("assistante", start, start.plus(DAY), given("TO_PROCESS", "autre"));
          at(
              start,
              () -> {
                var page = baskets.page(reader("autre"), "TO_PROCESS", null, 200);
                assertThat(page.inPlaceOf().keySet()).isNotEmpty().isSubsetOf(hers);
                assertThat(page.inPlaceOf().values()).containsOnly("Amélie Lantier");
                var expected = new TreeSet<>(his);
                expected.addAll(page.inPlaceOf().keySet());
                assertThat(ids(page.items())).isEqualTo(expected);
                assertThat(page.total()).isEqualTo(expected.size());
                assertThat(count("autre", "TO_PROCESS")).isEqualTo(expected.size());
                assertThat(basket("assistante", "TO_PROCESS")).isEqualTo(hers);
              });
        });
  }

  @Test
  void O4_letters_of_the_cabinet_alone_are_never_lent() {
    inPontarlieu(
        "2043-05-05T08:00:00Z",
        start -> {
          var secret = carrying("cab");
          assertThat(secret).isNotEmpty();
          assertThat(seenBy("cab")).containsAll(secret);
          var all =
              baskets.shareable(reader("cab")).keySet().stream()
                  .map(code -> given(code, "autre"))
                  .toArray(AbsenceWish.Given[]::new);
          declare("cab", start, start.plus(DAY), all);
          at(
              start,
              () -> {
                assertThat(reader("autre").standIns()).hasSize(1);
                assertThat(seenBy("autre")).doesNotContainAnyElementsOf(secret);
                assertThatThrownBy(() -> actions.visible(reader("autre"), secret.iterator().next()))
                    .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
              });
        });
  }

  @Test
  void ORG5_what_is_done_is_recorded_as_done_by_the_one_in_place_of_the_other() {
    inPontarlieu(
        "2044-05-05T08:00:00Z",
        start -> {
          declare("assistante", start, start.plus(DAY), given("TO_PROCESS", "autre"));
          at(
              start,
              () -> {
                var him = reader("autre");
                var letter =
                    baskets.page(him, "TO_PROCESS", null, 200).inPlaceOf().keySet().stream()
                        .findFirst()
                        .orElseThrow();
                assertThat(actions.offered(him, letter))
                    .isNotEmpty()
                    .allSatisfy(a -> assertThat(a.inPlaceOf()).isEqualTo("Amélie Lantier"));
                undone(
                    () -> {
                      var seen = correspondences.view(him, letter).version();
                      notes.write(him, letter, seen, "Vu pour elle.", null);
                      assertThat(correspondences.history(him, letter))
                          .last()
                          .satisfies(
                              j -> {
                                assertThat(j.actor()).isEqualTo("Mathieu Vauthier");
                                assertThat(j.inPlaceOf()).isEqualTo("Amélie Lantier");
                              });
                    });
              });
        });
  }

  @Test
  void ORG5_a_letter_of_the_absent_one_outside_the_shared_baskets_is_neither_seen_nor_acted_on() {
    inPontarlieu(
        "2045-05-05T08:00:00Z",
        start -> {
          declare("elu", start, start.plus(DAY), given("CONTRIBUTIONS_TO_GIVE", "autre"));
          var toSign = basket("elu", "TO_SIGN");
          toSign.removeAll(seenBy("autre"));
          toSign.removeAll(basket("elu", "CONTRIBUTIONS_TO_GIVE"));
          assertThat(toSign).isNotEmpty();
          at(
              start,
              () -> {
                assertThat(seenBy("autre")).doesNotContainAnyElementsOf(toSign);
                assertThatThrownBy(() -> actions.offered(reader("autre"), toSign.iterator().next()))
                    .isInstanceOfSatisfying(
                        Refusal.class, r -> assertThat(r.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
              });
          declare(
              "elu", start.plus(DAY), start.plus(DAY.multipliedBy(2)), given("TO_SIGN", "autre"));
          at(
              start.plus(DAY),
              () ->
                  assertThat(actions.offered(reader("autre"), toSign.iterator().next()))
                      .extracting("action", "inPlaceOf")
                      .contains(
                          org.assertj.core.groups.Tuple.tuple(Action.SIGN, "Dominique Sorel"),
                          org.assertj.core.groups.Tuple.tuple(Action.REFUSE, "Dominique Sorel")));
        });
  }

  @Test
  void ORG5_overlaps_loops_and_odd_replacements_are_refused_or_explained() {
    inPontarlieu(
        "2046-05-05T08:00:00Z",
        start -> {
          var end = start.plus(DAY);
          declare("assistante", start, end, given("TO_PROCESS", "agent"));
          refused(
              "organisation.absence-overlaps",
              () -> declare("assistante", end.minus(MINUTE), end.plus(DAY)));
          declare("assistante", end, end.plus(DAY));
          refused(
              "organisation.absence-replaces-self",
              () -> declare("agent", start, end, given("TO_PROCESS", "agent")));
          refused(
              "organisation.unknown-agent",
              () -> declare("agent", start, end, given("TO_PROCESS", "personne")));
          refused("organisation.absence-ends-first", () -> declare("agent", end, start));
          refused(
              "access.absence-basket",
              () -> declare("agent", start, end, given("OUT_OF_CIRCUIT", "autre")));
          refused(
              "access.absence-lends-to-oneself",
              () ->
                  absences.declare(
                      reader("admin"), wish("elu", start, end, given("TO_SIGN", "admin"))));
          refused(
              "platform.forbidden",
              () ->
                  absences.declare(
                      reader("autre"), wish("elu", start, end, given("TO_SIGN", "agent"))));
          var loop =
              absences.declare(
                  reader("agent"), wish("agent", start, end, given("TO_PROCESS", "assistante")));
          assertThat(loop.loops())
              .singleElement()
              .satisfies(
                  l -> assertThat(l.names()).containsExactly("Julien Faivre", "Amélie Lantier"));
          at(start, () -> assertThat(reader("agent").standIns()).isEmpty());
          absences.cancel(reader("agent"), loop.id(), loop.version());
          at(start, () -> assertThat(reader("agent").standIns()).hasSize(1));
        });
  }

  private interface Story {
    void tell(Instant start);
  }

  /** Tells a story that begins at that instant, in Pontarlieu, told the day before. */
  private void inPontarlieu(String start, Story story) {
    var instant = Instant.parse(start);
    TenantContext.run(1, () -> at(instant.minus(DAY), () -> story.tell(instant)));
  }

  private static void at(Instant instant, Runnable work) {
    SystemClock.at(instant, work);
  }

  private void undone(Runnable work) {
    try {
      transaction.begin();
      try {
        work.run();
      } finally {
        transaction.rollback();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void refused(String key, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(key));
  }

  private void declare(String login, Instant from, Instant until, AbsenceWish.Given... given) {
    absences.declare(reader(login), wish(login, from, until, given));
  }

  private static AbsenceWish wish(
      String login, Instant from, Instant until, AbsenceWish.Given... given) {
    return new AbsenceWish(login, from, until, List.of(given));
  }

  private static AbsenceWish.Given given(String basket, String to) {
    return new AbsenceWish.Given(basket, to);
  }

  private Reader reader(String login) {
    return readers.of(id(login)).orElseThrow();
  }

  private long id(String login) {
    return organisation.agent(login).orElseThrow().id();
  }

  private long unit(String code) {
    return organisation.unit(code).orElseThrow().id();
  }

  private Set<Long> seenBy(String login) {
    return ids(correspondences.lines(reader(login), Statement.sql("true"), "c.id", 100_000));
  }

  private Set<Long> basket(String login, String code) {
    return ids(baskets.page(reader(login), code, null, 200).items());
  }

  private long count(String login, String code) {
    return baskets.of(reader(login)).stream()
        .filter(b -> b.code().equals(code))
        .findFirst()
        .orElseThrow()
        .count();
  }

  private static Set<Long> ids(List<LetterLine> lines) {
    return lines.stream().map(LetterLine::id).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The letters that carry one of the tokens, read past every rule. */
  private Set<Long> carrying(String... tokens) {
    var ids = new ArrayList<Long>();
    try (var connection = owner.getConnection();
        var statement =
            connection.prepareStatement(
                "select correspondence_id from correspondence_audience where tenant_id = 1 and token = any(?)")) {
      statement.setArray(1, connection.createArrayOf("text", tokens));
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          ids.add(result.getLong(1));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new TreeSet<>(ids);
  }
}
