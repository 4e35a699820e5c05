package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.access.UnitAdministration;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.organisation.Directory;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.organisation.UnitKind;
import fr.vaguemestre.organisation.UnitLine;
import fr.vaguemestre.organisation.UnitWish;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Statement;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * ORG1: the chart stays a tree whatever is moved, moves no letter, and is read a level at a time.
 */
@InServer
class ChartIT {
  private static final int LETTERS = 100_000;
  private static final int UNITS = 5_000;
  private static final int AGENTS = 15_000;

  private final Organisation organisation = find(Organisation.class);
  private final Directory directory = find(Directory.class);
  private final Readers readers = find(Readers.class);
  private final UnitAdministration units = find(UnitAdministration.class);
  private final Correspondences correspondences = find(Correspondences.class);
  private final UserTransaction transaction =
      TestWar.find("java:jboss/UserTransaction", UserTransaction.class);
  private final DataSource application =
      TestWar.find("java:jboss/datasources/VaguemestreDS", DataSource.class);

  @Deployment
  static WebArchive war() {
    return TestWar.of(ChartIT.class);
  }

  @Test
  void ORG1_random_moves_leave_one_tree() throws Exception {
    var random = new Random(1);
    for (int round = 0; round < 12; round++) {
      inTransaction(() -> randomMoves(random));
    }
  }

  /** Legal moves, then one that would make a loop: a plain map of parents says which is which. */
  private Void randomMoves(Random random) {
    var admin = as("admin");
    var parents = new HashMap<String, String>();
    var codes = new ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      var parent = codes.isEmpty() ? "DG" : codes.get(random.nextInt(codes.size()));
      units.saveUnit(admin, unit("T" + i, parent), null);
      codes.add("T" + i);
      parents.put("T" + i, parent);
    }
    for (int i = 0; i < 15; i++) {
      var moved = codes.get(random.nextInt(codes.size()));
      var to = random.nextInt(6) == 0 ? "PVL" : codes.get(random.nextInt(codes.size()));
      if (!isUnder(parents, to, moved)) {
        units.move(admin, moved, to, null);
        parents.put(moved, to);
      }
    }
    var chart = organisation.units();
    assertThat(chart).filteredOn(u -> u.parent() == null).hasSize(1);
    var byId = chart.stream().collect(Collectors.toMap(UnitLine::id, Function.identity()));
    assertThat(chart)
        .filteredOn(u -> parents.containsKey(u.code()))
        .as("every unit is still reached from the top, under its parent")
        .hasSize(parents.size())
        .allMatch(u -> byId.get(u.parent()).code().equals(parents.get(u.code())));
    var moved = codes.getFirst();
    var below = codes.stream().filter(c -> isUnder(parents, c, moved)).toList();
    assertThatThrownBy(
            () -> units.move(admin, moved, below.get(random.nextInt(below.size())), null))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("organisation.parent-below-itself"));
    return null;
  }

  private static boolean isUnder(Map<String, String> parents, String unit, String top) {
    for (var at = unit; at != null; at = parents.get(at)) {
      if (at.equals(top)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void ORG1_moving_a_unit_rewrites_no_letter() throws Exception {
    inTransaction(this::moveManyLetters);
  }

  private Void moveManyLetters() throws SQLException {
    var admin = as("admin");
    units.saveUnit(admin, unit("MASSE", "EQS"), null);
    var unit = organisation.unit("MASSE").orElseThrow().id();
    var made = copies(unit);
    assertThat(made).isEqualTo(LETTERS);
    assertThat(seen(as("p.merle"), unit)).isEqualTo(5);
    assertThat(seen(as("b.tissot"), unit)).isZero();
    var before = lettersWritten();
    var start = System.nanoTime();
    units.move(admin, "MASSE", "VOI", null);
    organisation.units();
    var seconds = (System.nanoTime() - start) / 1e9;
    assertThat(lettersWritten() - before).as("rows of letters written").isZero();
    assertThat(seen(as("p.merle"), unit)).as("above the old place").isZero();
    assertThat(seen(as("b.tissot"), unit)).as("above the new place").isEqualTo(5);
    System.out.printf(
        "moving a unit with %d letters: %.3f s, 0 rows of letters written%n", LETTERS, seconds);
    return null;
  }

  @Test
  void ORG1_five_thousand_units_and_fifteen_thousand_agents_are_read_a_page_at_a_time()
      throws Exception {
    inTransaction(this::readLargeTown);
  }

  private Void readLargeTown() throws SQLException {
    organisation.units();
    run(
        """
        insert into unit (id, version, code, label, short_label, kind, parent_id)
        select -n, 1, 'G' || n, 'Unité générée ' || n, 'Générée ' || n, 'SERVICE',
               case when n <= 50 then (select id from unit where code = 'DG') else -(n %% 50 + 1) end
          from generate_series(1, %d) n
        """
            .formatted(UNITS));
    run(
        """
        insert into agent (id, version, login, first_name, last_name)
        select -n, 1, 'g.' || n, 'Prénom ' || n, 'Généré ' || n from generate_series(1, %d) n
        """
            .formatted(AGENTS));
    run(
        "insert into post (id, version, agent_id, unit_id, function, main) select -n, 1, -n, -(n %% %d + 1), 'AGENT', true from generate_series(1, %d) n"
            .formatted(UNITS, AGENTS));
    run("analyze unit, agent, post");
    timed("one level (100 units)", () -> directory.below("G7"));
    timed("search of units", () -> directory.units("generee 4321", null, true, 50));
    timed("page of agents", () -> directory.agents("", null, true, 14_000, 50));
    timed("search of agents", () -> directory.agents("prenom 4321", null, true, 0, 50));
    timed("picking a person", () -> directory.people("genere 99", 12));
    timed("a reader of the top", () -> readers.asItStands(id("dgs")));
    assertThat(directory.below("G7")).hasSize(99);
    assertThat(directory.units("generee 4321", null, true, 50)).hasSize(1);
    assertThat(directory.agents("", null, true, 14_000, 50).total()).isGreaterThan(AGENTS);
    return null;
  }

  private static void timed(String what, Callable<?> read) {
    try {
      read.call();
      var start = System.nanoTime();
      for (int i = 0; i < 5; i++) {
        read.call();
      }
      var millis = (System.nanoTime() - start) / 5e6;
      System.out.printf("%s: %.1f ms%n", what, millis);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private long copies(long unit) throws SQLException {
    run(
        """
        insert into correspondence (id, version, category, channel, subject, type_id, priority_id, unit_id, registrant_id,
               circuit_version_id, state, state_since, closed, arrival_date, registered_at, confidential, sensitive)
        select -n, 1, c.category, c.channel, 'Masse ' || n, c.type_id, c.priority_id, %1$d, c.registrant_id,
               c.circuit_version_id, c.state, c.state_since, false, c.arrival_date, c.registered_at, false, false
          from (select * from correspondence where not closed and not sensitive limit 1) c, generate_series(1, %2$d) n
        """
            .formatted(unit, LETTERS));
    run(
        "insert into correspondence_audience (correspondence_id, token) select -n, 'u%d' from generate_series(1, %d) n"
            .formatted(unit, LETTERS));
    run("analyze correspondence, correspondence_audience");
    return number("select count(*) from correspondence where unit_id = " + unit);
  }

  private int seen(Reader reader, long unit) {
    return correspondences.lines(reader, Statement.sql("c.unit_id = ?", unit), "c.id", 5).size();
  }

  private long lettersWritten() throws SQLException {
    return number(
        "select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_xact_user_tables where relname like 'correspondence%' or relname = 'index_queue'");
  }

  private long number(String query) throws SQLException {
    try (var connection = application.getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  private void run(String change) throws SQLException {
    try (var connection = application.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(change);
    }
  }

  private static UnitWish unit(String code, String parent) {
    return new UnitWish(code, "Unité " + code, code, UnitKind.SERVICE, parent, null, null, null);
  }

  private Reader as(String login) {
    return readers.asItStands(id(login)).orElseThrow();
  }

  private long id(String login) {
    return organisation.agent(login).orElseThrow().id();
  }

  private void inTransaction(Callable<Void> work) throws Exception {
    TenantContext.call(
        1,
        () -> {
          transaction.setTransactionTimeout(1200);
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
