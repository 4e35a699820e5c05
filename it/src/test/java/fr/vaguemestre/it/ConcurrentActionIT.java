package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.it.bench.SamplePdf;
import jakarta.json.Json;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@Journey
class ConcurrentActionIT {
  private static final int ROUNDS = 8;

  private final Rest mailOffice = Rest.as("courrier");
  private final Rest assistant = Rest.as("assistante");

  @Test
  void of_two_agents_who_act_at_once_one_wins_and_the_other_is_told() throws Exception {
    var letter = register();
    for (int round = 0; round < ROUNDS; round++) {
      var seen = seen(letter);
      var words = List.of("un " + round, "deux " + round);
      var answers =
          atOnce(
              () -> note(mailOffice, letter, seen, words.get(0)),
              () -> note(assistant, letter, seen, words.get(1)));

      assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(200, 412);
      var loser = answers.get(0).statusCode() == 412 ? 0 : 1;
      assertThat(Rest.json(answers.get(loser)).getString("code")).isNotBlank();
      assertThat(history(letter)).contains(words.get(1 - loser)).doesNotContain(words.get(loser));

      var again =
          note(List.of(mailOffice, assistant).get(loser), letter, seen(letter), words.get(loser));
      assertThat(again.statusCode()).isEqualTo(200);
      assertThat(history(letter)).contains(words.get(loser));
    }
  }

  private String register() {
    var unit = Rest.json(assistant.get("/v1/me")).getJsonArray("units").getString(0);
    var type =
        Rest.json(mailOffice.get("/v1/types"))
            .getJsonArray("items")
            .getJsonObject(0)
            .getString("code");
    var metadata =
        Json.createObjectBuilder()
            .add("subject", "Deux agents à la fois")
            .add("type", type)
            .add("unit", unit)
            .build();
    var response =
        mailOffice.post(
            "/v1/correspondence",
            List.of(
                Rest.Part.json("metadata", metadata.toString()),
                Rest.Part.file(
                    "file", "lettre.pdf", "application/pdf", SamplePdf.of("Bonjour", 2000, 1))),
            "Idempotency-Key",
            UUID.randomUUID().toString());
    assertThat(response.statusCode()).isEqualTo(201);
    return "/v1/correspondence/" + Rest.json(response).getJsonNumber("id");
  }

  private String seen(String letter) {
    return mailOffice.get(letter).headers().firstValue("ETag").orElseThrow();
  }

  private String history(String letter) {
    return mailOffice.get(letter + "/notes").body();
  }

  private static HttpResponse<String> note(Rest who, String letter, String seen, String words) {
    var body = Json.createObjectBuilder().add("body", words).build().toString();
    return who.post(letter + "/actions/note", body, "If-Match", seen);
  }

  private static List<HttpResponse<String>> atOnce(
      Callable<HttpResponse<String>> one, Callable<HttpResponse<String>> other) throws Exception {
    var start = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var running =
          List.of(one, other).stream()
              .map(
                  request ->
                      threads.submit(
                          () -> {
                            start.await();
                            return request.call();
                          }))
              .toList();
      var answers = new ArrayList<HttpResponse<String>>();
      for (var request : running) {
        answers.add(request.get());
      }
      return answers;
    }
  }
}
