package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Operations: what load balancers, collectors and operators are told, and what they are not. */
@Journey
class MonitoringIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String WORD = "monitoring-it-0001";

  @Test
  void the_public_is_told_what_is_vital_and_no_cause() throws Exception {
    var body = json(get("/health/ready"));
    assertThat(body.getString("status")).isIn("UP", "DEGRADED");
    assertThat(body.getJsonArray("checks"))
        .extracting(check -> check.asJsonObject().getString("name"))
        .containsExactly("database", "store");
    assertThat(get("/health/ready").body()).doesNotContain("cause").doesNotContain("detail");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void an_operator_is_told_every_check_and_an_agent_is_not() throws Exception {
    assertThat(
            json(get("/health/ready", "Authorization", basic("exploitant"))).getJsonArray("checks"))
        .extracting(check -> check.asJsonObject().getString("name"))
        .contains("database", "store", "disk", "index", "queue", "mail", "office", "ocr");
    assertThat(json(get("/health/ready", "Authorization", basic("agent"))).getJsonArray("checks"))
        .hasSize(2);
  }

  @Test
  void metrics_are_for_who_shows_the_token() throws Exception {
    assertThat(get("/metrics").statusCode()).isEqualTo(403);
    assertThat(get("/metrics", "Authorization", "Bearer wrong").statusCode()).isEqualTo(403);
    assertThat(get("/metrics", "Authorization", basic("exploitant")).statusCode()).isEqualTo(403);
    ALetter.registered("Compteur de la surveillance", "EQS");
    var read = metricsWithLag();
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    assertThat(read.body())
        .contains("vaguemestre_outbox_waiting{lane=\"extract\"}")
        .contains("vaguemestre_index_lag_seconds ")
        .contains("vaguemestre_job_failed_towns{job=\"consistency\"}")
        .contains("vaguemestre_http_request_duration_seconds_count{route=\"rest\",status=\"2xx\"}")
        .contains("vaguemestre_db_pool_connections{pool=\"VaguemestreDS\",state=\"used\"}")
        .contains("vaguemestre_disk_free_bytes ")
        .contains("vaguemestre_check_status{check=\"database\"} 0.0")
        .contains("jvm_memory_used_bytes")
        .doesNotContain("Compteur")
        .doesNotContain("demo")
        .doesNotContain("PONT");
  }

  @Test
  void ORG7_what_waits_for_a_suspended_town_is_not_late() throws Exception {
    var town = ATown.founded("m.suspendu");
    town.suspend();
    ATown.change(
        "insert into index_queue (tenant_id, correspondence_id, queued_at) values (%d, 1, now() - interval '1 day')"
            .formatted(town.id()));
    ATown.pause(11_000); // figures serve for ten seconds
    var lag =
        metricsWithLag()
            .body()
            .lines()
            .filter(line -> line.startsWith("vaguemestre_index_lag_seconds "))
            .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
            .findFirst();
    assertThat(lag).isPresent();
    assertThat(lag.getAsDouble()).isLessThan(3600);
    try {
      ATown.until(() -> check("index"), check -> check.getString("status").equals("UP"));
    } finally {
      town.resume();
    }
  }

  /** Once they tell of the index, which they leave out while counting takes too long. */
  private static HttpResponse<String> metricsWithLag() throws Exception {
    for (int i = 0; ; i++) {
      var read = get("/metrics", "Authorization", "Bearer " + RunningServer.METRICS_TOKEN);
      if (i == 60 || read.body().contains("vaguemestre_index_lag_seconds ")) {
        return read;
      }
      ATown.pause(1_000);
    }
  }

  private static JsonObject check(String name) {
    try {
      return json(get("/health/ready", "Authorization", basic("exploitant")))
          .getJsonArray("checks")
          .getValuesAs(JsonObject.class)
          .stream()
          .filter(check -> check.getString("name").equals(name))
          .findFirst()
          .orElseThrow();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_request_keeps_the_word_it_came_with_if_it_is_one() throws Exception {
    assertThat(word(get("/failure.xhtml", "X-Request-Id", WORD))).isEqualTo(WORD);
    assertThat(get("/failure.xhtml", "X-Request-Id", WORD).body()).contains(WORD);
    assertThat(word(get("/failure.xhtml", "X-Request-Id", "<b>no word</b>")))
        .matches("[0-9a-f]{32}");
    assertThat(word(get("/api/v1/me", "X-Request-Id", WORD)))
        .as("refused at the door")
        .isEqualTo(WORD);
  }

  @Test
  void a_job_bears_the_word_of_the_request_it_was_asked_for_by() {
    var town = ATown.founded("m.un");
    var asked =
        town.administrator()
            .send(
                town.administrator()
                    .request("/v1/jobs/consistency/start")
                    .header("X-Request-Id", WORD)
                    .POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(asked.statusCode()).isEqualTo(202);
    assertThat(
            ATown.texts(
                "select request_id from job_run where job = 'CONSISTENCY' and tenant_id = "
                    + town.id()))
        .containsExactly(WORD);
    new Night(town).until("consistency", last -> last.getString("state").equals("DONE"));
  }

  @Test
  void each_line_of_the_collected_log_is_json() throws IOException {
    var lines = Files.readAllLines(RunningServer.data().resolve("server/log/server.json.log"));
    assertThat(lines).isNotEmpty();
    for (var line : lines.subList(0, lines.size() - 1)) { // the last may be half written
      try (var reader = Json.createReader(new StringReader(line))) {
        assertThat(reader.readObject()).containsKeys("timestamp", "level", "logger", "message");
      }
    }
  }

  @Test
  void an_operator_sees_the_checks_the_queues_and_the_versions(Browser operator) {
    var page = operator.login("exploitant").open("/admin/monitoring.xhtml").page();
    assertThat(page.locator("#checks tbody tr").count()).isEqualTo(10);
    assertThat(page.locator("#checks tr[data-check=database]").getAttribute("data-status"))
        .isEqualTo("UP");
    assertThat(page.locator("#queues tbody tr").count()).isEqualTo(9);
    assertThat(page.locator("#versions").innerText()).contains("PostgreSQL");
    operator.screenshot("monitoring").assertAccessible().assertFitsNarrow().assertNoPageError();
  }

  @Test
  void the_operator_of_another_town_sees_no_other_towns_queues(Browser operator) {
    var town = ATown.founded("m.deux");
    var page = operator.login(town.login(), ATown.PASSWORD).open("/admin/monitoring.xhtml").page();
    assertThat(page.locator("#checks tbody tr").count()).isEqualTo(10);
    assertThat(page.locator("#queues").count()).isZero();
  }

  private static HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(RunningServer.baseUrl() + path));
    return CLIENT.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String word(HttpResponse<String> answer) {
    return answer.headers().firstValue("X-Request-Id").orElseThrow();
  }

  private static jakarta.json.JsonObject json(HttpResponse<String> answer) {
    return Rest.json(answer);
  }

  private static String basic(String login) {
    return "Basic " + Base64.getEncoder().encodeToString((login + ":demo").getBytes());
  }
}
