package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The night jobs of a test's own town, through the API. */
final class Night {
  private final ATown town;

  Night(ATown town) {
    this.town = town;
  }

  /** Starts the job and waits until it has ended; returns its last run. */
  JsonObject run(String job) {
    start(job);
    return until(job, last -> !List.of("WANTED", "RUNNING").contains(last.getString("state")));
  }

  void start(String job) {
    assertThat(ask(job, "start")).isEqualTo(202);
  }

  /** The status of the answer. */
  int ask(String job, String deed) {
    return town.administrator().post("/v1/jobs/" + job + "/" + deed, "").statusCode();
  }

  JsonObject until(String job, Predicate<JsonObject> wanted) {
    return ATown.until(
            () -> Rest.json(town.administrator().get("/v1/jobs/" + job)),
            answer -> !answer.isNull("last") && wanted.test(answer.getJsonObject("last")))
        .getJsonObject("last");
  }

  /** What the job's last run left out ({@code SKIPPED}) or found, as {@code item: reason}. */
  List<String> notes(String job, String kind) {
    return ATown.texts(
        """
        select n.item || ': ' || n.reason from job_note n
         where n.tenant_id = %1$d and n.kind = '%3$s'
           and n.run_id = (select max(r.id) from job_run r where r.tenant_id = %1$d and r.job = '%2$s') order by n.id
        """
            .formatted(town.id(), job.toUpperCase(Locale.ROOT).replace('-', '_'), kind));
  }

  /** Rows of the town in this table that answer the condition. */
  long rows(String table, String condition) {
    return ATown.number(
        "select count(*) from %s where tenant_id = %d and %s"
            .formatted(table, town.id(), condition));
  }
}
