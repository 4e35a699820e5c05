package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.access.Perimeter;
import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Readers;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.approval.ChainModels;
import fr.vaguemestre.approval.StepKind;
import fr.vaguemestre.approval.StepWish;
import fr.vaguemestre.organisation.Organisation;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.TenantContext;
import fr.vaguemestre.template.AnswerKind;
import fr.vaguemestre.template.AnswerWish;
import fr.vaguemestre.template.StandardAnswers;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Of two people who save one name at one time the second is told so by the field. */
@InServer
class SavedAtOnceIT {
  private static final int TOWN = 1;
  private static final String NAME = "Deux à la fois";

  private final Organisation organisation = find(Organisation.class);
  private final Readers readers = find(Readers.class);
  private final StandardAnswers answers = find(StandardAnswers.class);
  private final ChainModels models = find(ChainModels.class);
  private final UserTransaction transaction =
      TestWar.find("java:jboss/UserTransaction", UserTransaction.class);
  private final DataSource owner =
      TestWar.find("java:jboss/datasources/VaguemestreOwnerDS", DataSource.class);

  @Deployment
  static WebArchive war() {
    return TestWar.of(SavedAtOnceIT.class);
  }

  @Test
  void REP2_of_two_answers_saved_at_once_under_one_title_the_second_is_refused() throws Exception {
    var wish = new AnswerWish(null, AnswerKind.ANSWER, "DSP", NAME, "mots", "Texte.", true);
    var refused = second("standard_answer", "title", () -> answers.save(founder(), wish, null));
    assertThat(refused.key()).isEqualTo("template.answer.title-taken");
    assertThat(refused.field()).contains("title");
  }

  @Test
  void SIG1_of_two_chains_saved_at_once_under_one_name_the_second_is_refused() throws Exception {
    var steps = List.of(new StepWish("elu", StepKind.SIGNATURE));
    var refused =
        second(
            "chain_model",
            "label",
            () -> models.predefine(founder(), null, NAME, "DSP", null, steps));
    assertThat(refused.key()).isEqualTo("approval.label-taken");
    assertThat(refused.field()).contains("label");
  }

  /** What the second is told, who waits in the database until the first has saved. */
  private Refusal second(String table, String column, Runnable save) throws Exception {
    try {
      transaction.begin();
      TenantContext.run(TOWN, save);
      var second = Beside.run(() -> refused(save));
      var end = Instant.now().plus(Duration.ofSeconds(30));
      while (count("select count(*) from pg_locks where not granted") == 0) {
        assertThat(Instant.now()).as("the second waits").isBefore(end);
        assertThat(second).as("before the first is done").isNotDone();
      }
      transaction.commit();
      return second.join();
    } finally {
      count(
          "with gone as (delete from %s where tenant_id = 1 and %s = '%s' returning 1) select count(*) from gone"
              .formatted(table, column, NAME));
    }
  }

  private Refusal refused(Runnable save) {
    try {
      transaction.begin();
      try {
        TenantContext.run(TOWN, save);
        return null;
      } catch (Refusal refusal) {
        return refusal;
      } finally {
        transaction.rollback();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private long count(String query) throws Exception {
    try (var connection = owner.getConnection();
        var statement = connection.createStatement();
        var result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  /** Who holds every right. */
  private Reader founder() {
    var admin = readers.asItStands(organisation.agent("admin").orElseThrow().id()).orElseThrow();
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
        Stream.of(Right.values())
            .collect(Collectors.toMap(Function.identity(), right -> Perimeter.TOWN)),
        admin.tokens());
  }

  private static <T> T find(Class<T> type) {
    return TestWar.find(TestWar.EJB + type.getSimpleName(), type);
  }
}
