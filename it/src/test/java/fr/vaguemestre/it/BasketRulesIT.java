package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.access.Perimeter;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.basket.Basket;
import fr.vaguemestre.basket.BasketAdministration;
import fr.vaguemestre.basket.BasketColour;
import fr.vaguemestre.basket.BasketLine;
import fr.vaguemestre.basket.BasketOrder;
import fr.vaguemestre.basket.BasketRule;
import fr.vaguemestre.basket.BasketWish;
import fr.vaguemestre.basket.Baskets;
import fr.vaguemestre.basket.Criterion;
import fr.vaguemestre.basket.RuleNode;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.it.RuleOracle.Letter;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Statement;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * ORG4, O8: random rules over scattered facts hold the same letters in PostgreSQL as in plain Java;
 * their pages and counters agree. Everything is rolled back.
 */
@InServer
class BasketRulesIT {
  private static final int RULES = 1500;
  private static final List<String> TAGS = List.of("Éclairage", "relance", "presse");

  private final Correspondences correspondences =
      TestWar.find(TestWar.EJB + "Correspondences", Correspondences.class);
  private final Baskets baskets = TestWar.find(TestWar.EJB + "Baskets", Baskets.class);
  private final BasketAdministration administration =
      TestWar.find(TestWar.EJB + "BasketAdministration", BasketAdministration.class);
  private final DataSource application =
      TestWar.find("java:jboss/datasources/VaguemestreDS", DataSource.class);
  private final UserTransaction transaction =
      TestWar.find("java:jboss/UserTransaction", UserTransaction.class);

  private final Random random = new Random(4);
  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
  private final Map<Long, Long> parents = new HashMap<>();
  private final Map<String, Long> units = new HashMap<>();
  private final Map<String, Long> agents = new HashMap<>();
  private final Map<Criterion.Operand, List<String>> codes = new HashMap<>();
  private List<Letter> letters;

  @Deployment
  static WebArchive war() {
    return TestWar.of(BasketRulesIT.class, RuleOracle.class);
  }

  @Test
  void org4_random_rules_hold_the_same_letters_in_sql_and_in_plain_java() throws Exception {
    inTown(this::compareRules);
  }

  @Test
  void org4_each_order_walks_every_letter_once_and_the_counters_agree() throws Exception {
    inTown(this::compareOrders);
  }

  private void inTown(Work work) throws Exception {
    transaction.begin();
    try {
      TenantContext.call(
          1,
          () -> {
            correspondences.lines(reader(0), Statement.sql("true"), "c.id", 1);
            try (var connection = application.getConnection()) {
              readTown(connection);
              new Scatter(connection).all();
              letters = readLetters(connection);
            }
            work.run();
            return null;
          });
    } finally {
      transaction.rollback();
    }
  }

  private void compareRules() {
    var oracle = new RuleOracle(today, parents, units, agents);
    int held = 0;
    for (int i = 0; i < RULES; i++) {
      var rule = new BasketRule(tree(random.nextInt(4)), random.nextBoolean());
      var reader = reader(i);
      var expected =
          letters.stream()
              .filter(l -> Visibility.sees(reader.tokens(), l.tokens()))
              .filter(l -> oracle.holds(rule, reader, l))
              .map(Letter::id)
              .toList();
      assertThat(
              correspondences.lines(reader, rule.condition(reader, today), "c.id", 100_000).stream()
                  .map(LetterLine::id))
          .as("%s for agent %s", rule, reader.agent())
          .containsExactlyElementsOf(expected);
      held += expected.isEmpty() || expected.size() == letters.size() ? 0 : 1;
    }
    assertThat(held).as("rules that hold some letters and not all").isGreaterThan(RULES / 4);
  }

  private void compareOrders() {
    var reader = reader(1);
    var rule = new BasketRule(new RuleNode.Test(Criterion.VISIBLE, List.of()), true);
    var visible =
        letters.stream()
            .filter(l -> !l.held())
            .filter(l -> Visibility.sees(reader.tokens(), l.tokens()))
            .toList();
    assertThat(visible).hasSizeGreaterThan(30);
    for (var order : BasketOrder.values()) {
      for (var descending : List.of(false, true)) {
        var code = "WALK_" + order + (descending ? "_DOWN" : "");
        administration.save(
            reader,
            new BasketWish(
                code,
                code,
                Basket.Section.MINE,
                900,
                null,
                List.of(),
                rule,
                List.of(),
                order,
                descending,
                null,
                BasketColour.PLAIN),
            null);
        var walked = walk(reader, code);
        assertThat(walked)
            .extracting(LetterLine::id)
            .doesNotHaveDuplicates()
            .containsExactlyInAnyOrderElementsOf(visible.stream().map(Letter::id).toList());
        assertThat(walked).isSortedAccordingTo(by(order, descending));
      }
    }
    long late =
        visible.stream()
            .filter(l -> !l.closed() && l.deadline() != null && l.deadline().isBefore(today))
            .count();
    assertThat(baskets.of(reader))
        .filteredOn(b -> b.code().startsWith("WALK_"))
        .hasSize(8)
        .extracting(BasketLine::count, BasketLine::late)
        .containsOnly(org.assertj.core.groups.Tuple.tuple((long) visible.size(), late));
  }

  private List<LetterLine> walk(Reader reader, String code) {
    var walked = new ArrayList<LetterLine>();
    String after = null;
    do {
      var page = baskets.page(reader, code, after, 7);
      walked.addAll(page.items());
      after = page.next();
    } while (after != null);
    return walked;
  }

  private static Comparator<LetterLine> by(BasketOrder order, boolean descending) {
    Comparator<LetterLine> by =
        switch (order) {
          case DEADLINE ->
              Comparator.comparing(l -> l.deadline() == null ? LocalDate.MAX : l.deadline());
          case ARRIVAL -> Comparator.comparing(LetterLine::arrivalDate);
          case STATE_SINCE -> Comparator.comparing(LetterLine::stateSince);
          case PRIORITY -> Comparator.comparing(LetterLine::priorityDays);
        };
    by = by.thenComparing(LetterLine::id);
    return descending ? by.reversed() : by;
  }

  /** A reader who sits somewhere at random and sees most letters. */
  private Reader reader(int seed) {
    var own = new HashSet<Long>();
    var branch = new HashSet<Long>();
    if (!units.isEmpty()) {
      var all = List.copyOf(units.values());
      own.add(all.get(seed % all.size()));
      branch.addAll(own);
      all.forEach(u -> branch.addAll(branch.contains(parents.get(u)) ? Set.of(u) : Set.of()));
    }
    long agent = agents.isEmpty() ? 1 : List.copyOf(agents.values()).get(seed % agents.size());
    return new Reader(
        1,
        agent,
        "t",
        "T",
        null,
        null,
        0,
        own,
        branch,
        Map.of(Right.ADMIN_CIRCUITS, Perimeter.TOWN),
        seed % 3 == 0
            ? Set.of("a" + agent, "u" + own.stream().findFirst().orElse(0L))
            : Set.of("all"));
  }

  private RuleNode tree(int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return test();
    }
    return switch (random.nextInt(3)) {
      case 0 -> new RuleNode.All(parts(depth));
      case 1 -> new RuleNode.Any(parts(depth));
      default -> new RuleNode.Not(tree(depth - 1));
    };
  }

  private List<RuleNode> parts(int depth) {
    return IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(i -> tree(depth - 1)).toList();
  }

  private RuleNode test() {
    var criterion = Criterion.values()[random.nextInt(Criterion.values().length)];
    return switch (criterion.operand()) {
      case NONE -> RuleNode.is(criterion);
      case DAYS -> RuleNode.is(criterion, Integer.toString(random.nextInt(9)));
      default -> {
        var known = codes.get(criterion.operand());
        yield new RuleNode.Test(
            criterion,
            Stream.generate(() -> known.get(random.nextInt(known.size())))
                .limit(1 + random.nextInt(3))
                .toList());
      }
    };
  }

  private void readTown(Connection c) throws SQLException {
    each(
        c,
        "select id, code, parent_id from unit order by id",
        r -> {
          units.put(r.getString("code"), r.getLong("id"));
          parents.put(r.getLong("id"), number(r, "parent_id"));
        });
    each(
        c,
        "select id, login from agent order by id",
        r -> agents.put(r.getString("login"), r.getLong("id")));
    codes.put(Criterion.Operand.UNIT, List.copyOf(units.keySet()));
    codes.put(Criterion.Operand.AGENT, List.copyOf(agents.keySet()));
    codes.put(Criterion.Operand.STATE, texts(c, "select distinct code from circuit_state"));
    codes.put(Criterion.Operand.TYPE, texts(c, "select code from document_type"));
    codes.put(Criterion.Operand.PRIORITY, texts(c, "select code from priority"));
    codes.put(Criterion.Operand.CATEGORY, List.of("INCOMING", "OUTGOING", "INTERNAL"));
    codes.put(Criterion.Operand.CHANNEL, List.of("PAPER", "EMAIL", "WEB", "PHONE", "COUNTER"));
    codes.put(Criterion.Operand.TAG, List.of("éclairage", "RELANCE", "presse", "aucune"));
  }

  private static List<Letter> readLetters(Connection c) throws SQLException {
    var found = new ArrayList<Letter>();
    each(
        c,
        "select l.*, t.code as type, p.code as priority from correspondence l join document_type t on t.id = l.type_id"
            + " join priority p on p.id = l.priority_id order by l.id",
        r ->
            found.add(
                new Letter(
                    r.getLong("id"),
                    r.getString("state"),
                    r.getBoolean("closed"),
                    r.getString("type"),
                    r.getString("category"),
                    r.getString("channel"),
                    r.getString("priority"),
                    r.getObject("deadline", LocalDate.class),
                    r.getObject("arrival_date", LocalDate.class),
                    r.getLong("unit_id"),
                    number(r, "assignee_id"),
                    r.getBoolean("confidential"),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new HashSet<>(),
                    new HashSet<>(),
                    new HashSet<>(),
                    new HashSet<>(),
                    new HashSet<>())));
    var byId = new HashMap<Long, Letter>();
    found.forEach(l -> byId.put(l.id(), l));
    facts(c, byId);
    return found;
  }

  private static void facts(Connection c, Map<Long, Letter> byId) throws SQLException {
    each(
        c,
        "select * from correspondence_participant",
        r ->
            of(byId, r)
                .copies()
                .add(
                    new RuleOracle.Copy(
                        r.getString("role"), number(r, "agent_id"), number(r, "unit_id"))));
    each(
        c,
        "select *, answered_at is null and not withdrawn as awaited from contribution",
        r ->
            of(byId, r)
                .asked()
                .add(
                    new RuleOracle.Asked(
                        r.getLong("asked_by"),
                        number(r, "asked_of_agent_id"),
                        number(r, "asked_of_unit_id"),
                        r.getBoolean("awaited"),
                        r.getBoolean("waiting"))));
    each(
        c,
        "select *, answered_at is null and withdrawn_at is null as awaited from task",
        r ->
            of(byId, r)
                .tasks()
                .add(
                    new RuleOracle.Task(
                        r.getLong("asked_by"),
                        r.getLong("asking_unit_id"),
                        r.getLong("asked_of_unit_id"),
                        r.getBoolean("awaited"))));
    each(
        c,
        "select *, returned_on is null as out from transmission",
        r ->
            of(byId, r)
                .transmissions()
                .add(
                    new RuleOracle.Transmission(
                        r.getObject("expected_on", LocalDate.class),
                        r.getBoolean("undelivered"),
                        r.getBoolean("out"))));
    each(
        c,
        "select * from approval_step",
        r ->
            of(byId, r)
                .steps()
                .add(
                    new RuleOracle.Step(
                        r.getLong("round"),
                        r.getString("kind"),
                        r.getLong("agent_id"),
                        r.getString("status"))));
    each(
        c,
        "select * from correspondence_follow",
        r -> of(byId, r).followers().add(r.getLong("agent_id")));
    each(
        c,
        "select * from correspondence_reading",
        r -> of(byId, r).readers().add(r.getLong("agent_id")));
    each(
        c,
        "select x.correspondence_id, g.key from correspondence_tag x join tag g on g.id = x.tag_id",
        r -> of(byId, r).tags().add(r.getString("key")));
    each(c, "select * from quarantine", r -> of(byId, r).quarantine().add(r.getBoolean("held")));
    each(
        c,
        "select * from correspondence_audience",
        r -> of(byId, r).tokens().add(r.getString("token")));
  }

  /** Gives every letter random facts, in this transaction only. */
  private final class Scatter {
    private final Connection connection;

    Scatter(Connection connection) {
      this.connection = connection;
    }

    void all() throws SQLException {
      for (var table :
          List.of(
              "correspondence_participant",
              "contribution",
              "task",
              "sending where transmission_id is not null",
              "transmission",
              "signature_proof",
              "approval_step",
              "correspondence_follow",
              "correspondence_reading",
              "correspondence_tag",
              "tag",
              "quarantine")) {
        run("delete from " + table);
      }
      for (int i = 0; i < TAGS.size(); i++) {
        var key = TAGS.get(i).toLowerCase(java.util.Locale.ROOT);
        run("insert into tag (id, key, label) values (?, ?, ?)", i + 1L, key, TAGS.get(i));
      }
      for (var id : texts(connection, "select id::text from correspondence")) {
        one(Long.parseLong(id));
      }
    }

    private void one(long id) throws SQLException {
      run(
          "update correspondence set state = ?, closed = ?, category = ?, channel = ?, deadline = ?, arrival_date = ?,"
              + " unit_id = ?, assignee_id = ?, confidential = ? where id = ?",
          some(Criterion.Operand.STATE),
          random.nextInt(4) == 0,
          some(Criterion.Operand.CATEGORY),
          some(Criterion.Operand.CHANNEL),
          random.nextInt(5) == 0 ? null : today.plusDays(random.nextInt(11) - 5L),
          today.minusDays(random.nextInt(10)),
          unit(),
          random.nextBoolean() ? agent() : null,
          random.nextBoolean(),
          id);
      for (int i = random.nextInt(3); i > 0; i--) {
        var person = random.nextBoolean();
        run(
            "insert into correspondence_participant (correspondence_id, role, agent_id, unit_id) values (?, ?, ?, ?)",
            id,
            random.nextBoolean() ? "COPY" : "APPROVER",
            person ? agent() : null,
            person ? null : unit());
        run(
            "insert into contribution (id, version, correspondence_id, asked_by, asked_of_agent_id, asked_of_unit_id, asked_at,"
                + " question, answered_at, withdrawn, waiting) values (nextval('row_id'), 1, ?, ?, ?, ?, now(), 'x', case when ? then now() end, ?, ?)",
            id,
            agent(),
            person ? agent() : null,
            person ? null : unit(),
            random.nextInt(3) == 0,
            random.nextInt(3) == 0,
            random.nextInt(3) == 0);
        run(
            "insert into task (id, version, correspondence_id, asked_by, asking_unit_id, asked_of_unit_id, asked_at, question,"
                + " answered_at, withdrawn_at) values (nextval('row_id'), 1, ?, ?, ?, ?, now(), 'x', case when ? then now() end,"
                + " case when ? then now() end)",
            id,
            agent(),
            unit(),
            unit(),
            random.nextInt(3) == 0,
            random.nextInt(3) == 0);
      }
      for (int i = random.nextInt(3); i > 0; i--) {
        run(
            "insert into transmission (id, version, correspondence_id, position, document_id, contact_id, motive, sent_on,"
                + " expected_on, undelivered, returned_on, asked_by, asked_at) select nextval('row_id'), 1, ?, ?, d.id, k.id, 'x',"
                + " current_date, ?, ?, case when ? then current_date end, ?, now()"
                + " from (select id from document limit 1) d, (select id from contact limit 1) k",
            id,
            i,
            random.nextInt(3) == 0 ? null : today.plusDays(random.nextInt(7) - 3L),
            random.nextInt(4) == 0,
            random.nextInt(3) == 0,
            agent());
      }
      steps(id);
      marks(id);
    }

    private void steps(long id) throws SQLException {
      int rounds = random.nextInt(3);
      for (int round = 1; round <= rounds; round++) {
        var end = List.of("REFUSED", "CURRENT", "DONE").get(random.nextInt(3));
        run(
            "insert into approval_step (id, version, correspondence_id, round, position, kind, agent_id, status)"
                + " values (nextval('row_id'), 1, ?, ?, 0, ?, ?, ?)",
            id,
            round,
            List.of("VISA", "SIGNATURE", "PAPER").get(random.nextInt(3)),
            agent(),
            round < rounds && end.equals("CURRENT") ? "DROPPED" : end);
      }
    }

    private void marks(long id) throws SQLException {
      if (random.nextInt(8) == 0) {
        run(
            "insert into quarantine (correspondence_id, held, reason, since) values (?, ?, 'x', now())",
            id,
            random.nextBoolean());
      }
      for (var agent : agents.values()) {
        if (random.nextInt(3) == 0) {
          run(
              "insert into correspondence_follow values (current_tenant(), ?, ?, now())",
              agent,
              id);
        }
        if (random.nextInt(3) == 0) {
          run(
              "insert into correspondence_reading values (current_tenant(), ?, ?, now())",
              id,
              agent);
        }
      }
      for (long tag = 1; tag <= TAGS.size(); tag++) {
        if (random.nextInt(3) == 0) {
          run("insert into correspondence_tag values (current_tenant(), ?, ?)", id, tag);
        }
      }
    }

    private Long unit() {
      return units.get(some(Criterion.Operand.UNIT));
    }

    private Long agent() {
      return agents.get(some(Criterion.Operand.AGENT));
    }

    private String some(Criterion.Operand operand) {
      var known = codes.get(operand);
      return known.get(random.nextInt(known.size()));
    }

    private void run(String text, Object... values) throws SQLException {
      try (var statement = connection.prepareStatement(text)) {
        for (int i = 0; i < values.length; i++) {
          statement.setObject(i + 1, values[i]);
        }
        statement.executeUpdate();
      }
    }
  }

  private static Letter of(Map<Long, Letter> byId, ResultSet r) throws SQLException {
    return byId.get(r.getLong("correspondence_id"));
  }

  private static Long number(ResultSet r, String column) throws SQLException {
    var value = r.getLong(column);
    return r.wasNull() ? null : value;
  }

  private static List<String> texts(Connection c, String query) throws SQLException {
    var found = new ArrayList<String>();
    each(c, query, r -> found.add(r.getString(1)));
    return found;
  }

  private static void each(Connection c, String query, Taking taking) throws SQLException {
    try (var statement = c.createStatement();
        var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        taking.take(rows);
      }
    }
  }

  private interface Taking {
    void take(ResultSet row) throws SQLException;
  }

  private interface Work {
    void run();
  }
}
