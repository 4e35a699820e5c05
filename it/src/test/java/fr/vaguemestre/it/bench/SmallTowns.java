package fr.vaguemestre.it.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Base64;

/**
 * Towns {@code B0}, {@code B1} … founded through the API, with letters written past the services
 * ({@code bench/towns.sql}); their only agent is {@code b}.
 */
final class SmallTowns {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private SmallTowns() {}

  /** Founds what is not there yet, through the API; nanoseconds in all. */
  static long found(int towns) {
    long begin = System.nanoTime();
    for (int i = 0; i < towns; i++) {
      foundOne(i);
    }
    return System.nanoTime() - begin;
  }

  private static void foundOne(int number) {
    var wish =
        """
        {"code":"B%1$d","name":"Mesure %1$d","adminLogin":"b","adminFirstName":"Mesure","adminLastName":"Mesure"}"""
            .formatted(number);
    var request =
        HttpRequest.newBuilder(URI.create(BenchServer.address() + "/v1/towns"))
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString("exploitant:demo".getBytes(UTF_8)))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(wish))
            .build();
    try {
      var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 201 && !answer.body().contains("installation.code-taken")) {
        throw new IllegalStateException(answer.body());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Gives letters to the towns that have none. */
  static void fill(int letters) throws SQLException {
    try (var in = SmallTowns.class.getResourceAsStream("/bench/towns.sql");
        var connection = BenchServer.database("vaguemestre");
        var statement = connection.createStatement()) {
      statement.execute(new String(in.readAllBytes(), UTF_8).replace(":letters", "" + letters));
      statement.execute("vacuum analyze");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Until nothing waits to be indexed, in any town. */
  static void awaitIndex() {
    try (var connection = BenchServer.database("vaguemestre")) {
      while (Crowd.number(connection, "select count(*) from index_queue") > 0) {
        BenchServer.pause(500);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
