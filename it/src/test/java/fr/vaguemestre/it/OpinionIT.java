package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** CIR4: opinions as programs ask for them and give them, and who sees what (O6, O8). */
@Journey
class OpinionIT {
  private static final Rest ASSISTANT = Rest.as("assistante");
  private static final Rest ROADS = Rest.as("autre");
  private static final Rest GREEN = Rest.as("g.roussel");
  private static final Rest SCHOOLS = Rest.as("m.perrot");

  @Test
  void CIR4_several_are_asked_at_once_and_each_answer_is_read_as_it_comes() {
    var letter = ALetter.registered("Un tournoi au parc", "DSP");
    assertThat(ROADS.get(letter).statusCode()).isEqualTo(404);
    done(ask(letter, false, "Avant la commission", "{\"unit\":\"VOI\"},{\"agent\":\"m.perrot\"}"));
    assertThat(statuses(letter)).containsExactly("AWAITED", "AWAITED");
    assertThat(line(ROADS, letter, 0).getBoolean("mine")).isTrue();
    assertThat(line(ROADS, letter, 1).getBoolean("mine")).isFalse();
    assertThat(line(SCHOOLS, letter, 1).getString("reason")).isEqualTo("Avant la commission");
    assertThat(basket(ROADS, "CONTRIBUTIONS_TO_GIVE")).contains(id(letter));
    assertThat(basket(SCHOOLS, "CONTRIBUTIONS_TO_GIVE")).contains(id(letter));
    assertThat(basket(ASSISTANT, "CONTRIBUTIONS_AWAITED")).contains(id(letter));

    done(act(ROADS, letter, "contribute", "{\"answer\":\"Favorable.\"}"));
    assertThat(statuses(letter)).containsExactly("GIVEN", "AWAITED");
    assertThat(line(ASSISTANT, letter, 0).getString("answer")).isEqualTo("Favorable.");
    assertThat(basket(ROADS, "CONTRIBUTIONS_TO_GIVE")).doesNotContain(id(letter));
    assertThat(basket(ASSISTANT, "CONTRIBUTIONS_AWAITED")).contains(id(letter));
    refused(act(ROADS, letter, "contribute", "{\"answer\":\"Encore.\"}"), 403);

    done(act(SCHOOLS, letter, "contribute", "{\"answer\":\"Réservé.\"}"));
    assertThat(basket(ASSISTANT, "CONTRIBUTIONS_AWAITED")).doesNotContain(id(letter));
    refused(act(ASSISTANT, letter, "stop-opinions", "{}"), 409);
  }

  @Test
  void CIR4_one_after_the_other_each_sees_the_letter_and_answers_in_turn() {
    var letter = ALetter.registered("Un chemin dans le bois", "DSP");
    done(
        ask(
            letter,
            true,
            null,
            "{\"agent\":\"autre\"},{\"unit\":\"EVE\"},{\"agent\":\"m.perrot\"}"));
    assertThat(statuses(letter)).containsExactly("AWAITED", "WAITING", "WAITING");
    assertThat(GREEN.get(letter).statusCode()).as("O6: not before the turn").isEqualTo(404);
    assertThat(basket(GREEN, "CONTRIBUTIONS_TO_GIVE")).doesNotContain(id(letter));

    done(act(ROADS, letter, "contribute", "{\"answer\":\"Favorable.\"}"));
    assertThat(statuses(letter)).containsExactly("GIVEN", "AWAITED", "WAITING");
    assertThat(line(GREEN, letter, 0).getString("answer")).isEqualTo("Favorable.");
    assertThat(basket(GREEN, "CONTRIBUTIONS_TO_GIVE")).contains(id(letter));
    assertThat(SCHOOLS.get(letter).statusCode()).isEqualTo(404);
    assertThat(ASSISTANT.get(letter + "/history").body()).contains("next=u:EVE");

    done(act(ASSISTANT, letter, "stop-opinions", "{\"reason\":\"La réponse presse.\"}"));
    assertThat(statuses(letter)).containsExactly("GIVEN", "WITHDRAWN", "WITHDRAWN");
    assertThat(GREEN.get(letter).statusCode()).as("O6: seen for this alone").isEqualTo(404);
    assertThat(ROADS.get(letter).statusCode()).as("what is given stays").isEqualTo(200);
    assertThat(basket(GREEN, "CONTRIBUTIONS_TO_GIVE")).doesNotContain(id(letter));
    assertThat(basket(ASSISTANT, "CONTRIBUTIONS_AWAITED")).doesNotContain(id(letter));
  }

  @Test
  void CIR4_stopping_a_round_leaves_the_others_and_who_is_asked_twice_goes_on_seeing() {
    var letter = ALetter.registered("Une fontaine", "DSP");
    done(ask(letter, false, null, "{\"unit\":\"VOI\"}"));
    done(ask(letter, false, null, "{\"unit\":\"VOI\"},{\"unit\":\"EVE\"}"));
    refused(act(ASSISTANT, letter, "stop-opinions", "{}"), 422);
    refused(act(ASSISTANT, letter, "stop-opinions", "{\"round\":7}"), 422);
    done(act(ASSISTANT, letter, "stop-opinions", "{\"round\":2}"));
    assertThat(statuses(letter)).containsExactly("AWAITED", "WITHDRAWN", "WITHDRAWN");
    assertThat(ROADS.get(letter).statusCode()).isEqualTo(200);
    assertThat(GREEN.get(letter).statusCode()).isEqualTo(404);
    done(act(ASSISTANT, letter, "stop-opinions", "{}"));
    assertThat(ROADS.get(letter).statusCode()).isEqualTo(404);
  }

  @Test
  void CIR4_those_who_have_not_answered_are_reminded_once_a_day_by_whoever_holds_the_letter() {
    var letter = ALetter.registered("Un banc", "DSP");
    done(ask(letter, false, null, "{\"unit\":\"VOI\"},{\"unit\":\"EVE\"}"));
    done(act(ROADS, letter, "contribute", "{\"answer\":\"Favorable.\"}"));
    refused(act(GREEN, letter, "remind-opinions", "{}"), 403);
    done(act(ASSISTANT, letter, "remind-opinions", "{\"note\":\"Demain au plus tard.\"}"));
    assertThat(line(ASSISTANT, letter, 0).isNull("remindedAt")).isTrue();
    assertThat(line(ASSISTANT, letter, 1).isNull("remindedAt")).isFalse();
    assertThat(ASSISTANT.get(letter + "/history").body())
        .contains("REMIND_OPINIONS", "of=u:EVE", "Demain au plus tard.");
    var again = act(ASSISTANT, letter, "remind-opinions", "{}");
    refused(again, 409);
    assertThat(Rest.json(again).getString("code")).isEqualTo("opinion.reminded-today");
  }

  @Test
  void CIR4_nobody_one_twice_a_day_past_or_somebody_unknown_change_nothing() {
    var letter = ALetter.registered("Un portail", "DSP");
    refused(ask(letter, false, null, ""), 422);
    refused(ask(letter, false, null, "{\"unit\":\"VOI\"},{\"unit\":\"VOI\"}"), 422);
    refused(ask(letter, false, null, "{\"unit\":\"VOI\"},{\"agent\":\"personne\"}"), 422);
    refused(ask(letter, false, null, "{\"unit\":\"VOI\",\"agent\":\"autre\"}"), 422);
    refused(
        act(
            ASSISTANT,
            letter,
            "request-contribution",
            "{\"unit\":\"VOI\",\"question\":\"Quoi ?\",\"dueOn\":\"2020-01-01\"}"),
        422);
    var turned = "{\"unit\":\"VOI\",\"question\":\"Non \u202efavorable\"}";
    var hiding = act(ASSISTANT, letter, "request-contribution", turned);
    refused(hiding, 422);
    assertThat(hiding.body()).contains("platform.invisible-character", "question");
    assertThat(Rest.json(ASSISTANT.get(letter + "/contributions")).getInt("total")).isZero();
    assertThat(ROADS.get(letter).statusCode()).isEqualTo(404);
  }

  @Test
  void CIR4_the_letter_goes_on_without_waiting_and_opinions_are_proofs_never_the_citizens()
      throws IOException {
    var letter = ALetter.registered("Une passerelle", "DSP");
    done(ask(letter, true, null, "{\"unit\":\"VOI\"},{\"unit\":\"EVE\"}"));
    done(act(ROADS, letter, "contribute", "{\"answer\":\"Réserveunique du service.\"}"));
    done(act(ASSISTANT, letter, "draft", "{\"template\":\"REPONSE\",\"text\":\"Nous étudions.\"}"));
    awaitPdf(letter);
    var steps = "{\"steps\":[{\"agent\":\"elu\",\"kind\":\"SIGNATURE\"}]}";
    done(act(ASSISTANT, letter, "submit", steps));
    done(act(GREEN, letter, "contribute", "{\"answer\":\"Avistardif du service.\"}"));

    var bundle = Rest.json(ASSISTANT.get(letter + "/proofs/bundle"));
    assertThat(bundle.getJsonArray("contributions").toString())
        .contains("Réserveunique", "Avistardif", "\"GIVEN\"");
    try (var pdf = Loader.loadPDF(ASSISTANT.download(letter + "/reply/1/pdf").body())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("Nous étudions")
          .doesNotContain("Réserveunique", "Avistardif");
    }
  }

  private static void awaitPdf(String letter) {
    var until = Instant.now().plus(Duration.ofMinutes(2));
    while (!Rest.json(ASSISTANT.get(letter + "/reply"))
        .getJsonArray("items")
        .getJsonObject(0)
        .getString("conversion")
        .equals("DONE")) {
      assertThat(Instant.now()).isBefore(until);
      ATown.pause(200);
    }
  }

  private static HttpResponse<String> ask(String letter, boolean inTurn, String why, String whom) {
    var fields = Json.createObjectBuilder().add("question", "Qu’en pensez-vous ?");
    if (why != null) {
      fields.add("reason", why);
    }
    var body = fields.add("sequential", inTurn).build().toString();
    return act(
        ASSISTANT,
        letter,
        "request-contribution",
        body.substring(0, body.length() - 1) + ",\"to\":[" + whom + "]}");
  }

  private static List<String> statuses(String letter) {
    var items = Rest.json(ASSISTANT.get(letter + "/contributions")).getJsonArray("items");
    return IntStream.range(0, items.size())
        .mapToObj(i -> items.getJsonObject(i).getString("status"))
        .toList();
  }

  private static JsonObject line(Rest rest, String letter, int which) {
    return Rest.json(rest.get(letter + "/contributions"))
        .getJsonArray("items")
        .getJsonObject(which);
  }

  private static String basket(Rest rest, String code) {
    return rest.get("/v1/baskets/" + code + "/items?limit=200").body();
  }

  private static String id(String letter) {
    return "\"id\":" + letter.substring(letter.lastIndexOf('/') + 1) + ",";
  }

  private static HttpResponse<String> act(Rest rest, String letter, String action, String body) {
    var seen = ASSISTANT.get(letter).headers().firstValue("ETag").orElseThrow();
    return rest.post(letter + "/actions/" + action, body, "If-Match", seen);
  }

  private static void done(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static void refused(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
  }
}
