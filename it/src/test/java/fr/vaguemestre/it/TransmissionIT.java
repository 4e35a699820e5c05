package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.it.bench.SamplePdf;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Documents handed to outside services, as programs do it and read it (SEN2). */
@Journey
class TransmissionIT {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Rest ASSISTANT = Rest.as("assistante");
  private static final Rest ELSEWHERE = Rest.as("autre");

  @Test
  void SEN2_a_document_leaves_by_post_is_awaited_late_and_comes_back_with_its_file() {
    var letter = ALetter.registered("Avis de la préfecture demandé", "DSP");
    var chrono = json(ASSISTANT.get(letter)).getString("chrono");
    var sent = LocalDate.now(PARIS).minusDays(20);
    done(
        transmit(
            letter,
            "\"sentOn\":\"%s\",\"expectedOn\":\"%s\",\"registeredNumber\":\"1A 001\""
                .formatted(sent, sent.plusDays(10))));
    done(transmit(letter, "\"expectedOn\":\"%s\"".formatted(LocalDate.now(PARIS).plusDays(9))));
    assertThat(one(letter, 0).getString("number")).isEqualTo(chrono + ".A");
    assertThat(one(letter, 1).getString("number")).isEqualTo(chrono + ".B");
    assertThat(one(letter, 0).getString("status")).isEqualTo("LATE");
    assertThat(one(letter, 0).getString("registeredNumber")).isEqualTo("1A 001");
    assertThat(one(letter, 1).getString("status")).isEqualTo("AWAITED");
    assertThat(late()).contains(id(letter));
    assertThat(ELSEWHERE.get(letter + "/transmissions").statusCode()).isEqualTo(404);

    refused(act(letter, "record-return", "{}"), 422, "Choisissez");
    var tag = tag(letter);
    var wish = "{\"transmission\":%d,\"comment\":\"Avis favorable.\"}".formatted(which(letter, 0));
    done(
        ASSISTANT.post(
            letter + "/actions/record-return",
            List.of(
                Rest.Part.json("fields", wish),
                Rest.Part.file(
                    "file", "avis.pdf", "application/pdf", SamplePdf.ofPages("Avis", 1))),
            "If-Match",
            tag));
    var back = one(letter, 0);
    assertThat(back.getString("status")).isEqualTo("RETURNED");
    assertThat(back.getString("returnComment")).isEqualTo("Avis favorable.");
    var file = back.getJsonObject("links").getString("returned").substring("/api".length());
    assertThat(ASSISTANT.get(file).body()).startsWith("%PDF");
    assertThat(ASSISTANT.get(letter + "/documents").body()).contains("avis.pdf");
    assertThat(late()).doesNotContain(id(letter));
    refused(act(letter, "record-return", wish), 409, "déjà");
    assertThat(one(letter, 0).getString("returnComment")).isEqualTo("Avis favorable.");
  }

  @Test
  void SEN2_marks_stay_one_each_when_several_transmit_at_once() {
    var letter = ALetter.registered("Plans demandés à plusieurs", "DSP");
    var tag = tag(letter);
    var body = body(letter, "\"expectedOn\":null");
    var tries =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    Beside.run(
                        () ->
                            ASSISTANT
                                .post(letter + "/actions/transmit", body, "If-Match", tag)
                                .statusCode()))
            .toList();
    var answers = tries.stream().map(CompletableFuture::join).toList();
    assertThat(answers).filteredOn(s -> s == 200).hasSize(1);
    assertThat(answers).filteredOn(s -> s != 200).allMatch(s -> s == 412 || s == 409);
    for (int i = 0; i < 3; i++) {
      done(transmit(letter, "\"expectedOn\":null"));
    }
    assertThat(
            json(ASSISTANT.get(letter + "/transmissions"))
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(t -> t.getString("number").replaceFirst(".*\\.", "")))
        .containsExactly("A", "B", "C", "D");
  }

  @Test
  void SEN2_by_mail_the_file_leaves_and_the_letter_stays_where_it_was() {
    var letter = ALetter.registered("Constat transmis par messagerie", "DSP");
    refused(
        act(letter, "transmit", body(letter, "\"expectedOn\":null").replace("POST", "EMAIL")),
        422,
        "adresse électronique");
    done(act(letter, "transmit", mail(letter, "prefecture@exemple.fr")));
    ATown.until(() -> json(ASSISTANT.get(letter + "/transmissions")), t -> sentBy(letter));
    assertThat(one(letter, 0).getString("status")).isEqualTo("GONE");
    assertThat(one(letter, 0).getString("recipient")).isEqualTo("prefecture@exemple.fr");
    assertThat(json(ASSISTANT.get(letter)).getString("state"))
        .as("the letter stays where it was")
        .isEqualTo("TO_PROCESS");
    assertThat(json(ASSISTANT.get(letter + "/sendings")).getInt("total"))
        .as("no departure of a reply")
        .isZero();
  }

  @Test
  void SEN2_what_cannot_be_handed_over_is_refused_in_words() {
    var letter = ALetter.registered("Refus de transmettre", "DSP");
    var other = ALetter.registered("Une autre lettre", "DSP");
    var today = LocalDate.now(PARIS);
    refused(
        act(letter, "transmit", body(other, "\"expectedOn\":null")), 422, "pièce de ce courrier");
    refused(transmit(letter, "\"sentOn\":\"%s\"".formatted(today.plusDays(1))), 422, "à venir");
    refused(transmit(letter, "\"expectedOn\":\"%s\"".formatted(today.minusDays(1))), 422, "avant");
    refused(
        act(
            letter,
            "transmit",
            "{\"document\":%d,\"motive\":\"x\",\"means\":\"POST\"}".formatted(document(letter))),
        422,
        "quel service");
    refused(act(letter, "record-return", "{}"), 409, "extérieur");
    assertThat(json(ASSISTANT.get(letter + "/transmissions")).getInt("total")).isZero();
    var tag = tag(letter);
    assertThat(
            ELSEWHERE
                .post(
                    letter + "/actions/transmit",
                    body(letter, "\"expectedOn\":null"),
                    "If-Match",
                    tag)
                .statusCode())
        .isEqualTo(404);
  }

  private static boolean sentBy(String letter) {
    return ATown.texts("select status from sending where correspondence_id = " + number(letter))
        .contains("SENT");
  }

  private static String mail(String letter, String address) {
    return body(letter, "\"expectedOn\":null")
        .replace("POST", "EMAIL")
        .replace("\"company\":", "\"email\":\"" + address + "\",\"company\":");
  }

  private static HttpResponse<String> transmit(String letter, String dates) {
    return act(letter, "transmit", body(letter, dates));
  }

  private static String body(String letter, String dates) {
    return """
    {"document":%d,"motive":"Pour avis","means":"POST","service":{"kind":"ADMINISTRATION","company":"Préfecture du Val"},%s}"""
        .formatted(document(letter), dates);
  }

  private static HttpResponse<String> act(String letter, String action, String body) {
    return ASSISTANT.post(letter + "/actions/" + action, body, "If-Match", tag(letter));
  }

  private static String late() {
    return ASSISTANT.get("/v1/baskets/RETURNS_LATE/items?limit=200").body();
  }

  private static String id(String letter) {
    return "\"id\":" + number(letter) + ",";
  }

  private static String number(String letter) {
    return letter.substring(letter.lastIndexOf('/') + 1);
  }

  private static JsonObject one(String letter, int which) {
    return json(ASSISTANT.get(letter + "/transmissions"))
        .getJsonArray("items")
        .getJsonObject(which);
  }

  private static long which(String letter, int at) {
    return one(letter, at).getJsonNumber("id").longValue();
  }

  private static long document(String letter) {
    return ATown.number(
        "select id from document where position = 0 and correspondence_id = " + number(letter));
  }

  private static String tag(String letter) {
    return ASSISTANT.get(letter).headers().firstValue("ETag").orElseThrow();
  }

  private static void done(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static void refused(HttpResponse<String> answer, int status, String words) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(words);
  }
}
