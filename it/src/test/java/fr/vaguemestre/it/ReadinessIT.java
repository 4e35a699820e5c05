package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code /health/ready}: 200 while the database answers, 503 soon after it no longer does; an
 * answer serves for some seconds. {@code /health/live} does not care.
 */
@Journey
class ReadinessIT {
  private static final Duration SOON = Duration.ofSeconds(6);

  @Test
  void a_database_that_hangs_is_told_soon_and_so_is_its_return()
      throws IOException, InterruptedException {
    assertThat(ready().statusCode()).isEqualTo(200);
    assertThat(ready().body()).contains("database");
    signal("-STOP");
    try {
      var answer = until(503);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("DOWN").doesNotContain("Exception");
      assertThat(get("/health/live").statusCode()).isEqualTo(200);
    } finally {
      signal("-CONT");
    }
    assertThat(until(200).statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> until(int status) throws IOException, InterruptedException {
    var answer = ready();
    for (int i = 0; i < 20 && answer.statusCode() != status; i++) {
      Thread.sleep(500);
      answer = ready();
    }
    return answer;
  }

  private static HttpResponse<String> ready() throws IOException, InterruptedException {
    return get("/health/ready");
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var address = RunningServer.baseUrl() + path;
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address)).timeout(SOON).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** To the database's first process and all its children. */
  private static void signal(String name) throws IOException, InterruptedException {
    var lock = RunningServer.data().resolve("postgres/postmaster.pid");
    var first = ProcessHandle.of(Long.parseLong(Files.readAllLines(lock).getFirst())).orElseThrow();
    var command = new ArrayList<>(List.of("kill", name, String.valueOf(first.pid())));
    first.descendants().forEach(child -> command.add(String.valueOf(child.pid())));
    new ProcessBuilder(command).start().waitFor();
  }
}
