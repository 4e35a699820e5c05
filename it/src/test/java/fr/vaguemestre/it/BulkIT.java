package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** CIR3: one thing done to many letters over the API; each letter has its own result. */
@Journey
class BulkIT {
  private final Rest clerk = Rest.as("courrier");
  private final Rest assistant = Rest.as("assistante");

  @Test
  void cir3_what_stops_one_letter_stops_no_other() {
    var fresh = letter();
    var stale = letter();
    var last = letter();
    var hidden = letterOf(Rest.as("autre"));
    note(stale);

    var answer =
        bulk(
            "redirect",
            "\"unit\":\"EQS\",\"reason\":\"Pour suite à donner\"",
            item(fresh),
            item(stale),
            item(hidden),
            "{\"id\":999999999,\"version\":1}",
            item(last));

    assertThat(answer.getInt("total")).isEqualTo(5);
    assertThat(answer.getInt("done")).isEqualTo(2);
    assertThat(outcomes(answer))
        .containsExactly(
            "DONE null",
            "REFUSED platform.stale",
            "REFUSED platform.not-found",
            "REFUSED platform.not-found",
            "DONE null");
    assertThat(answer.getJsonArray("items").getJsonObject(1).getString("detail"))
        .startsWith("Modifié entre-temps");
    assertThat(answer.getJsonArray("items").getJsonObject(2).isNull("chrono")).isTrue();
    assertThat(unit(fresh)).isEqualTo("EQS");
    assertThat(unit(last)).isEqualTo("EQS");
    assertThat(unit(stale)).isEqualTo("DSP");
  }

  @Test
  void cir3_marks_and_tags_are_each_readers_own_or_the_towns() {
    var letter = letter();
    var id = letter.getInt("id");
    assertThat(line(assistant, id).getBoolean("unread")).isTrue();

    assertThat(bulk("read", "\"tag\":null", item(letter)).getInt("done")).isEqualTo(1);
    assertThat(bulk("follow", "\"tag\":null", item(letter)).getInt("done")).isEqualTo(1);
    assertThat(bulk("tag", "\"tag\":\"  Relance du bulletin \"", item(letter)).getInt("done"))
        .isEqualTo(1);
    assertThat(bulk("tag", "\"tag\":\"RELANCE du bulletin\"", item(letter)).getInt("done"))
        .isEqualTo(1);

    var mine = line(assistant, id);
    assertThat(mine.getBoolean("unread")).isFalse();
    assertThat(mine.getBoolean("followed")).isTrue();
    assertThat(mine.getJsonArray("tags").toString()).isEqualTo("[\"Relance du bulletin\"]");
    var theirs = json(clerk.get("/v1/correspondence/" + id + "/history")).toString();
    assertThat(theirs).contains("\"TAG\"").doesNotContain("FOLLOW");
    assertThat(basket(assistant, "FOLLOWED")).contains(id);
    assertThat(basket(Rest.as("agent"), "FOLLOWED")).doesNotContain(id);

    assertThat(bulk("untag", "\"tag\":\"relance du bulletin\"", item(letter)).getInt("done"))
        .isEqualTo(1);
    assertThat(bulk("unfollow", "\"tag\":null", item(letter)).getInt("done")).isEqualTo(1);
    assertThat(bulk("unread", "\"tag\":null", item(letter)).getInt("done")).isEqualTo(1);
    assertThat(line(assistant, id).getJsonArray("tags")).isEmpty();
    assertThat(line(assistant, id).getBoolean("unread")).isTrue();
    assertThat(basket(assistant, "FOLLOWED")).doesNotContain(id);
  }

  @Test
  void cir3_a_wish_that_says_too_little_or_too_much_is_refused_whole() {
    var one = "{\"id\":1,\"version\":1}";
    assertRefused("{\"action\":\"sign\",\"items\":[" + one + "]}", "basket.bulk-unknown");
    assertRefused("{\"action\":\"read\",\"items\":[]}", "basket.bulk-none");
    assertRefused("{\"action\":\"read\"}", "basket.bulk-none");
    assertRefused(
        "{\"action\":\"read\",\"items\":[" + one + "," + one + "]}", "basket.bulk-too-many");
    assertRefused("{\"action\":\"redirect\",\"items\":[" + one + "]}", "routing.unit-or-agent");
    assertRefused(
        "{\"action\":\"close\",\"items\":[" + one + "]}", "correspondence.reason-missing");
    assertRefused("{\"action\":\"tag\",\"items\":[" + one + "]}", "filing.tag-empty");
    assertRefused("{\"items\":[" + one + "]}", "request.invalid");
    var many = IntStream.range(0, 201).mapToObj(i -> "{\"id\":" + i + ",\"version\":1}").toList();
    assertThat(
            assistant.post("/v1/bulk", "{\"action\":\"read\",\"items\":" + many + "}").statusCode())
        .isEqualTo(422);
  }

  @Test
  void org4_counters_follow_at_once_what_their_reader_does() {
    var letter = letter();
    var id = letter.getInt("id");
    long before = count("FOLLOWED");
    bulk("follow", "\"tag\":null", item(letter));
    assertThat(count("FOLLOWED")).isEqualTo(before + 1);
    bulk("unfollow", "\"tag\":null", item(letter));
    assertThat(count("FOLLOWED")).isEqualTo(before);
    assertThat(id).isPositive();
  }

  private long count(String basket) {
    return json(assistant.get("/v1/baskets")).getJsonArray("items").stream()
        .map(v -> v.asJsonObject())
        .filter(b -> b.getString("id").equals(basket))
        .mapToLong(b -> b.getInt("count"))
        .sum();
  }

  private void assertRefused(String body, String code) {
    var answer = assistant.post("/v1/bulk", body);
    assertThat(answer.statusCode()).as(body).isEqualTo(422);
    assertThat(json(answer).getString("code")).as(body).isEqualTo(code);
  }

  private JsonObject bulk(String action, String fields, String... items) {
    var answer =
        assistant.post(
            "/v1/bulk",
            "{\"action\":\""
                + action
                + "\","
                + fields
                + ",\"items\":["
                + String.join(",", items)
                + "]}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  private static List<String> outcomes(JsonObject answer) {
    return answer.getJsonArray("items").stream()
        .map(v -> v.asJsonObject())
        .map(i -> i.getString("outcome") + " " + i.getString("code", null))
        .toList();
  }

  private static String item(JsonObject letter) {
    return "{\"id\":" + letter.getInt("id") + ",\"version\":" + letter.getInt("version") + "}";
  }

  private String unit(JsonObject letter) {
    return json(clerk.get("/v1/correspondence/" + letter.getInt("id")))
        .getJsonObject("unit")
        .getString("code");
  }

  private void note(JsonObject letter) {
    var address = "/v1/correspondence/" + letter.getInt("id");
    var tag = clerk.get(address).headers().firstValue("ETag").orElseThrow();
    assertThat(
            clerk
                .post(address + "/actions/note", "{\"body\":\"Vu au guichet\"}", "If-Match", tag)
                .statusCode())
        .isEqualTo(200);
  }

  private static JsonObject line(Rest who, int id) {
    return json(who.get("/v1/baskets/MY_DIRECTION/items?limit=200")).getJsonArray("items").stream()
        .map(v -> v.asJsonObject())
        .filter(l -> l.getInt("id") == id)
        .findFirst()
        .orElseThrow();
  }

  private static List<Integer> basket(Rest who, String code) {
    return json(who.get("/v1/baskets/" + code + "/items?limit=200")).getJsonArray("items").stream()
        .map(v -> v.asJsonObject().getInt("id"))
        .toList();
  }

  /** A letter that only another direction sees. */
  private static JsonObject letterOf(Rest other) {
    return json(other.get("/v1/baskets/MY_DIRECTION/items?limit=1"))
        .getJsonArray("items")
        .getJsonObject(0);
  }

  private JsonObject letter() {
    var metadata =
        Json.createObjectBuilder()
            .add("subject", "Plusieurs à la fois")
            .add("type", "SALLE")
            .add("unit", "DSP")
            .build();
    var answer =
        clerk.post("/v1/correspondence", List.of(Rest.Part.json("metadata", metadata.toString())));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json(clerk.get("/v1/correspondence/" + json(answer).getInt("id")));
  }
}
