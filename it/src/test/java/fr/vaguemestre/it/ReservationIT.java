package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.it.bench.SamplePdf;
import jakarta.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** ORG6: who opens a letter to act keeps the others from acting, until done, left or taken over. */
@Journey
class ReservationIT {
  private final Rest assistant = Rest.as("assistante");
  private final Rest director = Rest.as("p.merle");
  private final Rest stranger = Rest.as("autre");

  @Test
  void ORG6_what_one_has_reserved_the_other_sees_and_cannot_act_on() {
    var letter = register();
    assertThat(assistant.get(letter + "/reservation").statusCode()).isEqualTo(204);
    var mine = put(assistant, letter, "");
    assertThat(mine.statusCode()).isEqualTo(200);
    assertThat(Rest.json(mine).getBoolean("mine")).isTrue();

    var seen = Rest.json(director.get(letter + "/reservation"));
    assertThat(seen.getString("name")).isEqualTo("Amélie Lantier");
    assertThat(seen.getBoolean("mine")).isFalse();
    assertThat(stranger.get(letter + "/reservation").statusCode()).isEqualTo(404);
    assertThat(put(stranger, letter, "?takeOver=true").statusCode()).isEqualTo(404);

    assertThat(act(director, letter, "note", "body", "Vu.").statusCode())
        .as("a note is not work on the letter")
        .isEqualTo(200);
    var refused = copy(director, letter);
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Rest.json(refused).getString("code")).isEqualTo("routing.reserved");
    assertThat(Rest.json(refused).toString()).contains("Amélie Lantier");
    assertThat(put(director, letter, "").statusCode()).isEqualTo(409);

    assertThat(delete(director, letter).statusCode()).isEqualTo(204);
    assertThat(director.get(letter + "/reservation").statusCode())
        .as("another's is left as it is")
        .isEqualTo(200);
    assertThat(delete(assistant, letter).statusCode()).isEqualTo(204);
    assertThat(copy(director, letter).statusCode()).isEqualTo(200);
  }

  @Test
  void ORG6_doing_what_one_reserved_frees_it() {
    var letter = register();
    put(assistant, letter, "");
    assertThat(copy(assistant, letter).statusCode()).isEqualTo(200);
    assertThat(assistant.get(letter + "/reservation").statusCode()).isEqualTo(204);
  }

  @Test
  void ORG6_a_reservation_whose_page_has_died_ends_by_itself() {
    var letter = register();
    put(assistant, letter, "");
    assertThat(copy(director, letter).statusCode()).isEqualTo(409);
    ATown.change(
        "update reservation set renewed_at = renewed_at - interval '3 minutes' where correspondence_id = "
            + letter.substring(letter.lastIndexOf('/') + 1));
    assertThat(director.get(letter + "/reservation").statusCode()).isEqualTo(204);
    assertThat(copy(director, letter).statusCode()).isEqualTo(200);
  }

  @Test
  void ORG6_a_take_over_is_asked_for_and_told_in_the_history() {
    var letter = register();
    put(assistant, letter, "");
    assertThat(put(director, letter, "?takeOver=true").statusCode()).isEqualTo(200);
    assertThat(put(assistant, letter, "").statusCode()).isEqualTo(409);
    assertThat(copy(assistant, letter).statusCode()).isEqualTo(409);
    assertThat(assistant.get(letter + "/history").body())
        .contains("TAKE_OVER", "agent=assistante", "Paul Merle");
    assertThat(copy(director, letter).statusCode()).isEqualTo(200);
  }

  @Test
  void ORG6_of_those_who_reserve_at_once_one_gets_it() throws Exception {
    for (int round = 0; round < 6; round++) {
      var letter = register();
      var start = new CyclicBarrier(4);
      try (var threads = Executors.newFixedThreadPool(4)) {
        var answers = new ArrayList<java.util.concurrent.Future<HttpResponse<String>>>();
        for (var who : List.of(assistant, director, Rest.as("dgs"), Rest.as("dga"))) {
          answers.add(
              threads.submit(
                  () -> {
                    start.await();
                    return put(who, letter, "");
                  }));
        }
        var codes = new ArrayList<Integer>();
        for (var answer : answers) {
          codes.add(answer.get().statusCode());
        }
        assertThat(codes).containsExactlyInAnyOrder(200, 409, 409, 409);
      }
    }
  }

  /** The code of a type of the demo town. */
  static String firstType() {
    return Rest.json(Rest.as("courrier").get("/v1/types"))
        .getJsonArray("items")
        .getJsonObject(0)
        .getString("code");
  }

  static String register() {
    var mailOffice = Rest.as("courrier");
    var type = firstType();
    var metadata =
        Json.createObjectBuilder()
            .add("subject", "Un courrier réservé")
            .add("type", type)
            .add("unit", "DSP")
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

  private static HttpResponse<String> put(Rest who, String letter, String query) {
    return who.send(who.request(letter + "/reservation" + query).PUT(BodyPublishers.noBody()));
  }

  private static HttpResponse<String> delete(Rest who, String letter) {
    return who.send(who.request(letter + "/reservation").DELETE());
  }

  private static HttpResponse<String> copy(Rest who, String letter) {
    return act(who, letter, "copy", "unit", "VOI");
  }

  private static HttpResponse<String> act(
      Rest who, String letter, String action, String field, String value) {
    var seen = who.get(letter).headers().firstValue("ETag").orElseThrow();
    var body = Json.createObjectBuilder().add(field, value).build().toString();
    return who.post(letter + "/actions/" + action, body, "If-Match", seen);
  }
}
