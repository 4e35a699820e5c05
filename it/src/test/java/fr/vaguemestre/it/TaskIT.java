package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.it.bench.SamplePdf;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tasks as programs ask for them, answer and withdraw them (O12), and who sees what (O6, O8). */
@Journey
class TaskIT {
  private static final Rest DGA = Rest.as("dga");
  private static final Rest ASSISTANT = Rest.as("b.nicod");
  private static final Rest ROADS = Rest.as("autre");
  private static final Rest GREEN = Rest.as("g.roussel");

  @Test
  void O12_a_unit_sees_the_letter_by_its_task_and_answers_it_once() {
    var letter = ALetter.registered("Une kermesse au bord de l’eau", "PVL");
    assertThat(ROADS.get(letter).statusCode()).isEqualTo(404);
    done(act(DGA, letter, "request-task", "{\"unit\":\"VOI\",\"question\":\"Quel plan ?\"}"));
    assertThat(ROADS.get(letter).statusCode()).isEqualTo(200);
    assertThat(GREEN.get(letter).statusCode()).isEqualTo(404);
    assertThat(task(ROADS, letter, 0).getString("status")).isEqualTo("AWAITED");
    assertThat(task(ROADS, letter, 0).getBoolean("mine")).isTrue();
    assertThat(task(ASSISTANT, letter, 0).getBoolean("mine")).isFalse();
    assertThat(basket(ROADS, "TASKS_TO_DO")).contains(id(letter));
    assertThat(basket(DGA, "TASKS_AWAITED")).contains(id(letter));
    assertThat(basket(ASSISTANT, "TASKS_AWAITED"))
        .as("those of the DGA's unit")
        .contains(id(letter));

    var seen = tag(ROADS.get(letter));
    var both =
        List.of(
            Rest.Part.json("fields", "{\"answer\":\"La rive sera fermée.\"}"),
            Rest.Part.file("file", "plan.pdf", "application/pdf", SamplePdf.ofPages("Plan", 1)));
    done(ROADS.post(letter + "/actions/answer-task", both, "If-Match", seen));
    var answered = task(DGA, letter, 0);
    assertThat(answered.getString("status")).isEqualTo("ANSWERED");
    assertThat(answered.getString("answer")).isEqualTo("La rive sera fermée.");
    var file = letter + "/tasks/" + answered.getJsonNumber("id") + "/file";
    assertThat(new String(DGA.download(file).body(), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF");
    assertThat(GREEN.get(file).statusCode()).isEqualTo(404);
    assertThat(basket(ROADS, "TASKS_TO_DO")).doesNotContain(id(letter));
    assertThat(basket(DGA, "TASKS_AWAITED")).doesNotContain(id(letter));

    refused(act(ROADS, letter, "answer-task", "{\"answer\":\"Encore\"}"), 403);
    assertThat(ROADS.get(letter).statusCode()).as("it goes on seeing the letter").isEqualTo(200);
  }

  @Test
  void O12_a_task_withdrawn_takes_the_sight_of_the_letter_away_unless_another_gives_it() {
    var letter = ALetter.registered("Un marché de nuit", "PVL");
    done(act(DGA, letter, "request-task", "{\"unit\":\"VOI\",\"question\":\"Un ?\"}"));
    done(act(DGA, letter, "request-task", "{\"unit\":\"VOI\",\"question\":\"Deux ?\"}"));
    refused(act(ROADS, letter, "answer-task", "{\"answer\":\"Laquelle ?\"}"), 422);
    done(act(ASSISTANT, letter, "withdraw-task", withdrawal(letter, 0)));
    assertThat(ROADS.get(letter).statusCode()).isEqualTo(200);
    refused(act(DGA, letter, "withdraw-task", withdrawal(letter, 0)), 409);
    done(act(DGA, letter, "withdraw-task", withdrawal(letter, 1)));
    assertThat(ROADS.get(letter).statusCode()).isEqualTo(404);
    assertThat(basket(ROADS, "TASKS_TO_DO")).doesNotContain(id(letter));
    refused(act(DGA, letter, "withdraw-task", withdrawal(letter, 1)), 409);
  }

  @Test
  void O12_only_who_holds_the_letter_with_the_right_splits_it_and_only_among_open_units() {
    var letter = ALetter.registered("Une brocante", "PVL");
    var wish = "{\"unit\":\"VOI\",\"question\":\"Où ?\"}";
    refused(act(Rest.as("elu"), letter, "request-task", wish), 404);
    refused(act(Rest.as("c.aubertin"), letter, "request-task", wish), 404);
    done(act(DGA, letter, "request-task", "{\"unit\":\"VOI\",\"question\":\"Où ?\"}"));
    refused(act(ROADS, letter, "request-task", wish), 403);
    refused(act(DGA, letter, "request-task", "{\"unit\":\"NULLE\",\"question\":\"Où ?\"}"), 422);
    refused(
        act(
            DGA,
            letter,
            "request-task",
            "{\"unit\":\"VOI\",\"question\":\"Où ?\",\"dueOn\":\"2020-01-01\"}"),
        422);
    assertThat(Rest.json(DGA.get(letter + "/tasks")).getInt("total")).isEqualTo(1);
  }

  private static String withdrawal(String letter, int which) {
    return "{\"task\":" + task(DGA, letter, which).getJsonNumber("id") + "}";
  }

  private static JsonObject task(Rest rest, String letter, int which) {
    return Rest.json(rest.get(letter + "/tasks")).getJsonArray("items").getJsonObject(which);
  }

  private static String basket(Rest rest, String code) {
    return rest.get("/v1/baskets/" + code + "/items?limit=200").body();
  }

  private static String id(String letter) {
    return "\"id\":" + letter.substring(letter.lastIndexOf('/') + 1) + ",";
  }

  private static HttpResponse<String> act(Rest rest, String letter, String action, String body) {
    return rest.post(letter + "/actions/" + action, body, "If-Match", tag(DGA.get(letter)));
  }

  private static void done(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static void refused(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
  }

  private static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }
}
