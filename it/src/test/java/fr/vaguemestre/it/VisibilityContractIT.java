package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Visibility;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.platform.db.Statement;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * ORG3, O8: the SQL rendering of visibility equals the set intersection, on random tokens; the
 * index is held to the same intersection by its own contract test.
 */
@InServer
class VisibilityContractIT {
  private static final int READERS = 300;

  private final Correspondences correspondences =
      TestWar.find(TestWar.EJB + "Correspondences", Correspondences.class);

  private final DataSource application =
      TestWar.find("java:jboss/datasources/VaguemestreDS", DataSource.class);

  private final UserTransaction transaction =
      TestWar.find("java:jboss/UserTransaction", UserTransaction.class);

  @Deployment
  static WebArchive war() {
    return TestWar.of(VisibilityContractIT.class);
  }

  @Test
  void lists_show_exactly_the_letters_that_share_a_token_with_the_reader() throws Exception {
    transaction.begin();
    try {
      TenantContext.call(1, this::compare);
    } finally {
      transaction.rollback();
    }
  }

  private Void compare() throws SQLException {
    var random = new Random(8);
    var letters = scatterTokens(random);
    for (int i = 0; i < READERS; i++) {
      var held = some(random, 6);
      var expected =
          letters.entrySet().stream()
              .filter(letter -> Visibility.sees(held, letter.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      assertThat(seenBy(held)).as("reader holding %s", held).containsExactlyElementsOf(expected);
      assertThat(seenOneByOne(held))
          .as("letter by letter, reader holding %s", held)
          .containsExactlyElementsOf(expected);
      assertThat(correspondences.lines(reader(held), letters.keySet()))
          .as("by their ids, reader holding %s", held)
          .extracting(LetterLine::id)
          .containsExactlyElementsOf(expected);
    }
    return null;
  }

  /** Gives every letter random tokens instead of its own, in this transaction only. */
  private Map<Long, Set<String>> scatterTokens(Random random) throws SQLException {
    var letters = new TreeMap<Long, Set<String>>();
    correspondences.lines(reader(Set.of("all", "cab")), Statement.sql("true"), "c.id", 1);
    try (var connection = application.getConnection()) {
      run(connection, "delete from correspondence_audience");
      for (var id : ids(connection)) {
        var tokens = some(random, 4);
        letters.put(id, tokens);
        for (var token : tokens) {
          run(
              connection,
              "insert into correspondence_audience (correspondence_id, token) values ("
                  + id
                  + ", '"
                  + token
                  + "')");
        }
      }
    }
    return letters;
  }

  private List<Long> seenBy(Set<String> held) {
    return correspondences.lines(reader(held), Statement.sql("true"), "c.id", 100_000).stream()
        .map(LetterLine::id)
        .toList();
  }

  /** Asked of each letter by itself, through a reader who holds every token there is. */
  private List<Long> seenOneByOne(Set<String> held) {
    var every =
        IntStream.range(0, 30).mapToObj(VisibilityContractIT::token).collect(Collectors.toSet());
    return correspondences
        .lines(reader(every), Visibility.conditionByLetter("c", reader(held)), "c.id", 100_000)
        .stream()
        .map(LetterLine::id)
        .toList();
  }

  private static Reader reader(Set<String> tokens) {
    return new Reader(1, 1, "test", "Test", null, null, 0, Set.of(), Set.of(), Map.of(), tokens);
  }

  private static Set<String> some(Random random, int most) {
    return random
        .ints(random.nextInt(most + 1), 0, 30)
        .mapToObj(VisibilityContractIT::token)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String token(int n) {
    return (n % 3 == 0 ? "a" : n % 3 == 1 ? "u" : "c") + n;
  }

  private static List<Long> ids(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery("select id from correspondence order by id")) {
      var ids = new ArrayList<Long>();
      while (result.next()) {
        ids.add(result.getLong(1));
      }
      return ids;
    }
  }

  private static void run(Connection connection, String statement) throws SQLException {
    try (var s = connection.createStatement()) {
      s.execute(statement);
    }
  }
}
