package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** SEA2 by the API: criteria, pages by key, kept searches and whom they serve. */
@ExtendWith(RunningServer.class)
class SearchesIT {
  private static final Rest ASSISTANT = Rest.as("assistante");
  private static final Rest AGENT = Rest.as("agent");
  private static final Rest OTHER = Rest.as("autre");

  @Test
  void SEA2_each_criterion_narrows_to_the_letter_it_tells() {
    var word = word();
    registered(
        word,
        "{\"lastName\":\"Quatresols\",\"email\":\"g.%s@exemple.fr\",\"city\":\"L’Isle-sur-le-Doubs\"}"
            .formatted(word),
        "DSP");
    awaited(word, 1);
    for (var criterion :
        List.of(
            "sender=quatre",
            "email=" + word,
            "city=isle+doubs",
            "subject=" + word,
            "unit=DSP",
            "unit=DSP&below=true",
            "category=INCOMING",
            "files=no",
            "open=yes",
            "type=SALLE",
            "from=2020-01-01&to=2099-01-01",
            "deadlineFrom=2020-01-01")) {
      assertThat(found(ASSISTANT, word, criterion)).as(criterion).isEqualTo(1);
    }
    for (var criterion :
        List.of(
            "sender=cinqsols",
            "city=paris",
            "unit=DAJ&below=true",
            "category=OUTGOING",
            "files=yes",
            "open=no",
            "to=2001-01-01",
            "late=true",
            "mine=registered",
            "closingFrom=2000-01-01",
            "assignee=nobody")) {
      assertThat(found(ASSISTANT, word, criterion)).as(criterion).isZero();
    }
    assertThat(found(AReply.CLERK, word, "mine=registered")).isEqualTo(1);
    assertThat(found(OTHER, word, "subject=" + word)).isZero();
    ARefusal.expect(ASSISTANT.get("/v1/search?deadlineTo=demain"), 422, "field.not-date");
  }

  @Test
  void SEA2_all_that_is_found_comes_page_by_page_each_letter_once() {
    var word = word();
    for (int i = 0; i < 7; i++) {
      registered(word, "null", "DSP");
    }
    awaited(word, 7);
    var seen = new HashSet<Long>();
    var next = "";
    int pages = 0;
    do {
      var page = Rest.json(ASSISTANT.get("/v1/search?limit=2&subject=" + word + next));
      assertThat(page.getInt("total")).isEqualTo(7);
      page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
          .map(i -> i.getJsonNumber("id").longValue())
          .forEach(id -> assertThat(seen.add(id)).isTrue());
      next = page.isNull("next") ? null : "&after=" + page.getString("next");
      pages++;
    } while (next != null);
    assertThat(seen).hasSize(7);
    assertThat(pages).isEqualTo(4);
  }

  @Test
  void O8_a_shared_search_finds_each_reader_their_own_letters() {
    var word = word();
    registered(word, "null", "DSP");
    registered(word, "null", "EQS");
    awaited(word, 2);
    var kept = kept("Nos " + word, "subject=" + word, "DSP");
    var path = "/v1/search?kept=" + kept.getInt("id");
    assertThat(Rest.json(ASSISTANT.get(path)).getInt("total")).isEqualTo(2);
    assertThat(Rest.json(AGENT.get(path)).getInt("total"))
        .as("the agent of EQS sees the letter of EQS")
        .isEqualTo(found(AGENT, word, ""));
    assertThat(found(AGENT, word, "")).isPositive();
    ARefusal.expect(OTHER.get(path), 404, "platform.not-found");
    ARefusal.expect(OTHER.get(kept.getString("href").substring(4)), 404, "platform.not-found");
    ARefusal.expect(delete(AGENT, kept), 403, "platform.forbidden");
    assertThat(delete(ASSISTANT, kept).statusCode()).isEqualTo(204);
    ARefusal.expect(AGENT.get(path), 404, "platform.not-found");
  }

  @Test
  void SEA2_a_search_kept_for_oneself_is_nobody_else_s_and_shared_with_no_foreign_unit() {
    var kept = kept("Privée " + word(), "q=piscine&late=true", null);
    assertThat(kept.getString("criteria")).isEqualTo("q=piscine&late=true");
    assertThat(kept.get("unit")).isEqualTo(JsonValue.NULL);
    for (var somebody : List.of(AGENT, OTHER, Rest.as("dgs"), Rest.as("admin"))) {
      ARefusal.expect(somebody.get("/v1/searches/" + kept.getInt("id")), 404, "platform.not-found");
    }
    assertThat(keep(ASSISTANT, "Ailleurs", "q=a", "DAJ").body())
        .contains("search.share-not-yours", "\"unit\"");
    assertThat(keep(ASSISTANT, " ", "q=a", null).statusCode()).isEqualTo(422);
    assertThat(keep(ASSISTANT, "Jour", "from=demain", null).body()).contains("criteria");
    assertThat(delete(ASSISTANT, kept).statusCode()).isEqualTo(204);
  }

  @Test
  void ORG7_a_kept_search_in_the_hands_of_another_town_is_refused() {
    var ours = ATown.founded("rech.a");
    var theirs = ATown.founded("rech.b");
    var answer = keep(ours.administrator(), "Tout", "q=", "MAIRIE");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var kept = Rest.json(answer);
    var stranger = theirs.administrator();
    ARefusal.expect(stranger.get("/v1/searches/" + kept.getInt("id")), 404, "platform.not-found");
    ARefusal.expect(
        stranger.get("/v1/search?kept=" + kept.getInt("id")), 404, "platform.not-found");
    ARefusal.expect(delete(stranger, kept), 404, "platform.not-found");
    assertThat(Rest.json(stranger.get("/v1/searches")).getJsonArray("items")).isEmpty();
    assertThat(ours.administrator().get("/v1/searches/" + kept.getInt("id")).statusCode())
        .isEqualTo(200);
  }

  private static String word() {
    return "z" + UUID.randomUUID().toString().replaceAll("[^a-f]", "q").substring(0, 12);
  }

  private static void registered(String subject, String sender, String unit) {
    var answer =
        AReply.CLERK.post(
            "/v1/correspondence",
            List.of(
                Rest.Part.json(
                    "metadata",
                    "{\"subject\":\"%s\",\"type\":\"SALLE\",\"unit\":\"%s\",\"sender\":%s}"
                        .formatted(subject, unit, sender))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private static void awaited(String word, int letters) {
    ATown.until(
        () -> Rest.json(AReply.CLERK.get("/v1/search?q=" + word)),
        r -> r.getInt("total") == letters);
  }

  private static int found(Rest who, String word, String criteria) {
    var answer = who.get("/v1/search?facets=true&q=" + word + "&" + criteria);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Rest.json(answer).getInt("total");
  }

  private static JsonObject kept(String name, String criteria, String unit) {
    var answer = keep(ASSISTANT, name, criteria, unit);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Rest.json(answer);
  }

  private static HttpResponse<String> keep(Rest who, String name, String criteria, String unit) {
    return who.post(
        "/v1/searches",
        "{\"name\":\"%s\",\"criteria\":\"%s\",\"unit\":%s}"
            .formatted(name, criteria, unit == null ? "null" : "\"" + unit + "\""));
  }

  private static HttpResponse<String> delete(Rest who, JsonObject kept) {
    return who.send(who.request("/v1/searches/" + kept.getInt("id")).DELETE());
  }
}
