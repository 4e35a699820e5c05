package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a program of another publisher can count on. */
@ExtendWith(RunningServer.class)
class ApiV1IT {
  private static final Rest COURRIER = Rest.as("courrier");
  private static final Rest AGENT = Rest.as("agent");
  private static final Rest AUTRE = Rest.as("autre");
  private static final String EMPTY = "{}";

  // --- Who, and what there is

  @Test
  void a_caller_learns_who_they_are_and_what_they_may_choose_from() {
    var me = json(AGENT.get("/v1/me"));
    assertThat(me.getString("login")).isEqualTo("agent");
    assertThat(me.getJsonArray("units").getString(0)).isEqualTo("EQS");
    assertThat(codes("/v1/types")).contains("SALLE");
    assertThat(codes("/v1/units")).contains("EQS", "DSP");
    assertThat(codes("/v1/priorities")).isNotEmpty();
    assertThat(AGENT.get("/v1/templates").statusCode()).isEqualTo(200);
  }

  @Test
  void a_token_stands_for_the_account_and_begets_no_token() {
    var issued = COURRIER.post("/v1/tokens", EMPTY);
    assertThat(issued.statusCode()).isEqualTo(201);
    var bearer = Rest.withToken(json(issued).getString("token"));
    assertThat(json(bearer.get("/v1/me")).getString("login")).isEqualTo("courrier");
    assertProblem(bearer.post("/v1/tokens", EMPTY), 403, "access.token-needs-password");
  }

  @Test
  void nobody_in_without_an_account() {
    for (var rest :
        List.of(Rest.anonymous(), Rest.as("courrier", "wrong"), Rest.withToken("invented"))) {
      var answer = rest.get("/v1/me");
      assertProblem(answer, 401, "access.not-authenticated");
      assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void the_description_is_open_to_all() {
    var answer = Rest.anonymous().get("/openapi");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("/v1/correspondence/{id}/actions/{action}", "Idempotency-Key");
  }

  // --- Being away

  @Test
  void ORG5_an_absence_is_declared_listed_and_ended() {
    var absent = AGENT;
    var replacement = Rest.as("y.marchal");
    var items = "/v1/baskets/TO_PROCESS/items";
    assertThat(names(replacement, items)).isEmpty();
    var declared =
        absent.post(
            "/v1/me/absences",
            """
            {"startsAt":"%s","endsAt":"%s","baskets":[{"basket":"TO_PROCESS","replacement":"y.marchal"}]}"""
                .formatted(Instant.now().minusSeconds(60), Instant.now().plus(Duration.ofDays(1))));
    assertThat(declared.statusCode()).as(declared.body()).isEqualTo(201);
    var absence = json(declared);
    assertThat(absence.getBoolean("running")).isTrue();
    var address = absence.getString("href").substring("/api".length());
    assertThat(declared.headers().firstValue("Location").orElseThrow()).endsWith(address);
    assertThat(json(absent.get(address)).getJsonArray("baskets").getJsonObject(0).getString("name"))
        .isNotBlank();
    assertThat(json(absent.get("/v1/me/absences")).getInt("total")).isEqualTo(1);
    assertThat(names(replacement, items)).isNotEmpty().containsOnly(absence(absent));

    assertThat(AUTRE.get(address).statusCode()).isEqualTo(404);
    assertThat(Rest.as("admin").get(address).statusCode()).isEqualTo(404);
    assertThat(AUTRE.send(AUTRE.request(address).DELETE()).statusCode()).isEqualTo(404);
    assertThat(absent.send(absent.request(address).DELETE()).statusCode()).isEqualTo(204);
    assertThat(json(absent.get("/v1/me/absences")).getInt("total")).isZero();
    assertThat(names(replacement, items)).isEmpty();
  }

  @Test
  void ORG5_an_absence_that_cannot_be_says_why_by_its_field() {
    var absent = Rest.as("h.clavier");
    assertThat(absent.post("/v1/me/absences", "{\"startsAt\":\"demain\"}").body())
        .contains("startsAt", "field.not-instant");
    assertThat(absent.post("/v1/me/absences", EMPTY).body()).contains("startsAt", "endsAt");
    var day = "\"startsAt\":\"2035-01-02T08:00:00+01:00\",\"endsAt\":\"2035-01-%s\"";
    assertThat(
            absent.post("/v1/me/absences", "{" + day.formatted("01T08:00:00+01:00") + "}").body())
        .contains("organisation.absence-ends-first");
    var unknown =
        absent.post(
            "/v1/me/absences",
            "{"
                + day.formatted("03T08:00:00+01:00")
                + ",\"baskets\":[{\"basket\":\"NONE\",\"replacement\":\"agent\"}]}");
    assertProblem(unknown, 422, "access.absence-basket");
    assertThat(json(absent.get("/v1/me/absences")).getInt("total")).isZero();
  }

  private static String absence(Rest of) {
    return json(of.get("/v1/me")).getString("name");
  }

  /** In whose place the letters of a basket are there. */
  private static List<String> names(Rest reader, String items) {
    return json(reader.get(items)).getJsonArray("items").getValuesAs(JsonObject.class).stream()
        .filter(item -> !item.isNull("inPlaceOf"))
        .map(item -> item.getString("inPlaceOf"))
        .toList();
  }

  // --- Registering

  @Test
  void a_letter_is_registered_read_back_and_found_by_its_words() {
    var word = "xylophone" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    var pdf = pdf("Demande de pret: " + word);
    var answer =
        COURRIER.post(
            "/v1/correspondence",
            List.of(metadata("Prêt du gymnase", ""), file("accusé.pdf", pdf)));
    assertThat(answer.statusCode()).isEqualTo(201);
    var receipt = json(answer);
    var address = receipt.getJsonObject("links").getString("self").substring("/api".length());
    assertThat(answer.headers().firstValue("Location")).hasValue("/api" + address);
    assertThat(receipt.getString("chrono")).matches("PONT/\\d{4}A/\\d+");
    assertThat(receipt.getString("deadline")).matches("\\d{4}-\\d\\d-\\d\\d");

    var letter =
        until(
            () -> json(COURRIER.get(address)),
            l -> !l.getJsonObject("extraction").getString("status").equals("PENDING"));
    assertThat(letter.getJsonObject("extraction").getString("status")).isEqualTo("DONE");
    assertThat(letter.getString("subject")).isEqualTo("Prêt du gymnase");
    assertThat(letter.getJsonArray("documents").getJsonObject(0).getString("name"))
        .isEqualTo("accusé.pdf");

    var content = COURRIER.download(address + "/content");
    assertThat(content.body()).isEqualTo(pdf);
    assertThat(content.headers().firstValue("Content-Disposition").orElseThrow())
        .isEqualTo("attachment; filename=\"accuse.pdf\"; filename*=UTF-8''accus%C3%A9.pdf");
    assertThat(content.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(COURRIER.download(address + "/thumbnail").headers().firstValue("Content-Type"))
        .hasValue("image/jpeg");
    assertThat(COURRIER.get(address + "/history").body()).contains("\"REGISTER\"");

    var found = until(() -> json(AGENT.get("/v1/search?q=" + word)), r -> r.getInt("total") == 1);
    assertThat(found.getJsonArray("items").getJsonObject(0).getString("snippet"))
        .contains("<mark>" + word + "</mark>");
    assertThat(json(AUTRE.get("/v1/search?q=" + word)).getInt("total")).isZero();
  }

  @Test
  void the_same_key_or_reference_again_gives_the_same_answer_and_no_second_letter() {
    var key = UUID.randomUUID().toString();
    var parts =
        List.of(
            metadata("Répétée", ",\"externalId\":\"" + key + "\""), file("a.pdf", pdf("Une fois")));
    var first = COURRIER.post("/v1/correspondence", parts, "Idempotency-Key", key);
    var again = COURRIER.post("/v1/correspondence", parts, "Idempotency-Key", key);
    var byReference = COURRIER.post("/v1/correspondence", parts);
    assertThat(List.of(first.statusCode(), again.statusCode(), byReference.statusCode()))
        .containsOnly(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(byReference.body()).isEqualTo(first.body());

    var other = List.of(metadata("Autre chose", ""), file("a.pdf", pdf("Une fois")));
    assertProblem(
        COURRIER.post("/v1/correspondence", other, "Idempotency-Key", key),
        409,
        "capture.key-used-for-another-request");
  }

  @Test
  void wrong_fields_are_all_named_at_once() {
    var answer =
        COURRIER.post(
            "/v1/correspondence",
            List.of(
                Rest.Part.json(
                    "metadata",
                    "{\"type\":5,\"channel\":\"PIGEON\",\"documentDate\":\"2026-13-45\",\"sender\":{\"email\":3}}")));
    assertProblem(answer, 422, "request.invalid");
    assertThat(fields(answer))
        .contains("subject", "type", "channel", "documentDate", "sender.email");

    var constraints =
        COURRIER.post(
            "/v1/correspondence",
            List.of(
                metadata("x", ",\"sender\":{\"lastName\":\"D\",\"email\":\"pas une adresse\"}")));
    assertProblem(constraints, 422, "request.invalid");
    assertThat(fields(constraints)).containsExactly("sender.email");

    var rule = COURRIER.post("/v1/correspondence", List.of(metadata("x", ",\"unit\":\"NULLE\"")));
    assertProblem(rule, 422, "organisation.unknown-unit");
    assertThat(fields(rule)).containsExactly("unit");

    var none = COURRIER.post("/v1/correspondence", List.of(file("a.pdf", pdf("Seul"))));
    assertThat(none.statusCode()).isEqualTo(422);
    assertThat(fields(none)).containsExactly("metadata");
  }

  @Test
  void what_cannot_be_read_or_taken_is_refused_for_what_it_is() {
    assertProblem(
        COURRIER.post("/v1/correspondence", List.of(Rest.Part.json("metadata", "{\"subject\":"))),
        400,
        "request.malformed-json");
    assertProblem(
        COURRIER.post("/v1/correspondence", EMPTY), 415, "request.unsupported-media-type");
    assertProblem(
        COURRIER.post(
            "/v1/correspondence",
            List.of(metadata("x", ""), file("a.pdf", new byte[] {'M', 'Z', 0, 1, 2, 3, 4, 5}))),
        415,
        "extraction.type-not-accepted");
    assertProblem(
        COURRIER.post(
            "/v1/correspondence",
            List.of(Rest.Part.json("metadata", "{\"a\":".repeat(50) + "1" + "}".repeat(50)))),
        413,
        "request.json-too-deep");
    assertProblem(
        AGENT.post("/v1/correspondence", List.of(metadata("x", ""))),
        403,
        "correspondence.registered-by-the-mail-office");
    assertProblem(
        COURRIER.send(
            COURRIER
                .request("/v1/correspondence")
                .header("Content-Type", "multipart/form-data")
                .POST(BodyPublishers.ofString("abc"))),
        400,
        "request.malformed");
    assertProblem(
        COURRIER.send(COURRIER.request("/v1/me").DELETE()), 405, "request.method-not-allowed");
    assertProblem(
        COURRIER.send(COURRIER.request("/v1/me").header("Accept", "text/csv").GET()),
        406,
        "request.not-acceptable");
  }

  @Test
  void a_file_over_the_limit_is_refused_with_its_name() {
    var big = java.util.Arrays.copyOf(pdf("Trop"), 201 * 1024 * 1024);
    var answer =
        COURRIER.post("/v1/correspondence", List.of(metadata("x", ""), file("g.pdf", big)));
    assertProblem(answer, 413, "capture.too-large");
    assertThat(json(answer).getString("detail")).contains("g.pdf");
  }

  @Test
  void words_are_french_unless_english_is_asked_for() {
    var french = json(COURRIER.get("/v1/correspondence/1"));
    var english =
        json(
            COURRIER.send(
                COURRIER
                    .request("/v1/correspondence/1")
                    .header("Accept-Language", "en-GB,fr;q=0.5")
                    .GET()));
    assertThat(french.getString("title")).isEqualTo("Introuvable");
    assertThat(english.getString("title")).isEqualTo("Not found");
    assertThat(english.getString("code")).isEqualTo(french.getString("code"));
  }

  // --- Not for everyone

  @Test
  void what_one_may_not_see_answers_as_what_does_not_exist() {
    var letter = register("Pas pour la voirie", "");
    var absent = AUTRE.get("/v1/correspondence/999999999").body();
    for (var path :
        List.of(
            "",
            "/content",
            "/content?rendition=true",
            "/thumbnail",
            "/documents",
            "/history",
            "/notes",
            "/contributions",
            "/tasks",
            "/tasks/1/file",
            "/transmissions",
            "/reply",
            "/reply/1/document",
            "/reply/1/pdf",
            "/approval",
            "/proofs",
            "/sendings",
            "/actions")) {
      var answer = AUTRE.get(letter + path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).as(path).isEqualTo(absent);
      assertThat(COURRIER.get(letter + path).statusCode()).as(path).isIn(200, 404);
    }
    for (var action : List.of("note", "redirect", "close", "qualify", "draft", "sign", "send")) {
      var body =
          "{\"body\":\"x\",\"unit\":\"VOI\",\"reason\":\"x\",\"template\":\"x\",\"password\":\"demo\",\"seenSha256\":\"x\",\"means\":\"POST\"}";
      var answer = AUTRE.post(letter + "/actions/" + action, body, "If-Match", "\"1\"");
      assertThat(answer.statusCode()).as(action).isIn(403, 404, 422);
      assertThat(answer.body())
          .as(action)
          .isEqualTo(
              AUTRE
                  .post("/v1/correspondence/999999999/actions/" + action, body, "If-Match", "\"1\"")
                  .body());
    }
  }

  @Test
  void an_external_reference_tells_nothing_of_a_letter_one_may_not_see() {
    var reference = UUID.randomUUID().toString();
    register("Sensible", ",\"externalId\":\"" + reference + "\"");
    var answer =
        Rest.as("courrier2")
            .post(
                "/v1/correspondence",
                List.of(metadata("Autre ville", ",\"externalId\":\"" + reference + "\"")));
    assertThat(answer.body()).doesNotContain("PONT/");
  }

  // --- Acting

  @Test
  void an_action_is_done_on_the_version_that_was_seen() {
    var letter = register("Deux mains", "");
    var path = letter + "/actions/note";
    var tag = tag(COURRIER.get(letter));
    assertProblem(
        COURRIER.post(path, "{\"body\":\"Sans version\"}"), 428, "request.if-match-missing");
    var done = COURRIER.post(path, "{\"body\":\"Première\"}", "If-Match", tag);
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(tag(done)).isNotEqualTo(tag);
    for (var stale : List.of(tag, "*", "W/" + tag(done), "\"zz\"")) {
      assertProblem(
          COURRIER.post(path, "{\"body\":\"Seconde\"}", "If-Match", stale), 412, "platform.stale");
    }
    assertThat(json(COURRIER.get(letter + "/notes")).getInt("total")).isEqualTo(1);
    var empty = COURRIER.post(path, "{\"body\":\" \"}", "If-Match", tag(done));
    assertProblem(empty, 422, "correspondence.note-empty");
    assertThat(fields(empty)).containsExactly("body");
    assertProblem(
        AGENT.post(letter + "/actions/reopen", EMPTY, "If-Match", tag(done)),
        409,
        "circuit.not-in-this-state");
    assertProblem(
        COURRIER.post(letter + "/actions/explode", EMPTY, "If-Match", tag(done)),
        404,
        "platform.not-found");
  }

  @Test
  void a_letter_lives_its_whole_life_through_the_api() {
    var assistante = Rest.as("assistante");
    var letter = register("Toute une vie", ",\"unit\":\"DSP\"");
    act(assistante, letter, "redirect", "{\"agent\":\"agent\",\"reason\":\"Pour réponse\"}");
    act(
        AGENT,
        letter,
        "request-contribution",
        "{\"agent\":\"assistante\",\"question\":\"Le gymnase est-il libre ?\"}");
    act(assistante, letter, "contribute", "{\"answer\":\"Oui, toute la journée.\"}");
    assertThat(json(AGENT.get(letter + "/contributions")).toString()).contains("toute la journée");

    var template =
        json(AGENT.get("/v1/templates")).getJsonArray("items").getJsonObject(0).getString("code");
    act(AGENT, letter, "draft", "{\"template\":\"" + template + "\",\"text\":\"C’est d’accord.\"}");
    var version =
        until(
            () -> json(AGENT.get(letter + "/reply")).getJsonArray("items").getJsonObject(0),
            v -> !v.getString("conversion").equals("PENDING"));
    assertThat(version.getString("conversion")).isEqualTo("DONE");

    act(
        AGENT,
        letter,
        "submit",
        "{\"steps\":[{\"agent\":\"dgs\",\"kind\":\"VISA\"},{\"agent\":\"elu\",\"kind\":\"SIGNATURE\"}]}");
    act(Rest.as("dgs"), letter, "approve", "{\"note\":\"Bien.\"}");
    var elu = Rest.as("elu");
    var sha = version.getString("pdfSha256");
    var wrong =
        elu.post(
            letter + "/actions/sign",
            "{\"password\":\"wrong\",\"seenSha256\":\"" + sha + "\"}",
            "If-Match",
            tag(elu.get(letter)));
    assertProblem(wrong, 422, "access.wrong-password");
    act(elu, letter, "sign", "{\"password\":\"demo\",\"seenSha256\":\"" + sha + "\"}");
    assertThat(json(elu.get(letter + "/proofs")).getInt("total")).isEqualTo(1);

    var sent =
        act(
            assistante,
            letter,
            "send",
            "{\"means\":\"EMAIL\",\"recipient\":\"zoe.durand@example.fr\"}");
    assertThat(sent.getString("state")).isEqualTo("CLOSED");
    until(
        () -> json(AGENT.get(letter + "/sendings")).getJsonArray("items").getJsonObject(0),
        s -> s.getString("status").equals("SENT"));
    assertThat(new String(AGENT.download(letter + "/reply/1/pdf").body(), ISO_8859_1))
        .startsWith("%PDF");
    assertThat(json(AGENT.get(letter + "/history")).toString())
        .contains("REGISTER", "REDIRECT", "CONTRIBUTE", "SUBMIT", "APPROVE", "SIGN", "SEND");
  }

  // --- Lists

  @Test
  void pages_follow_one_another_without_loss_or_repeat() {
    var rest = Rest.as("assistante");
    var whole = ids(json(rest.get("/v1/baskets/MY_DIRECTION/items?limit=200")));
    var paged = new ArrayList<Long>();
    String after = null;
    do {
      var page =
          json(
              rest.get(
                  "/v1/baskets/MY_DIRECTION/items?limit=3"
                      + (after == null ? "" : "&after=" + after)));
      paged.addAll(ids(page));
      after = page.isNull("next") ? null : page.getString("next");
    } while (after != null);
    assertThat(paged).isEqualTo(whole).hasSizeGreaterThan(3);
    assertProblem(rest.get("/v1/baskets/MY_DIRECTION/items?after=zz"), 422, "basket.cursor");
    assertProblem(rest.get("/v1/baskets/MY_DIRECTION/items?limit=zz"), 422, "request.invalid");
    assertProblem(rest.get("/v1/baskets/NONE/items"), 404, "platform.not-found");
    assertProblem(rest.get("/v1/search?q=x&after=zz"), 422, "search.cursor");
  }

  // --- How it is said

  private static JsonObject act(Rest rest, String letter, String action, String body) {
    var answer = rest.post(letter + "/actions/" + action, body, "If-Match", tag(rest.get(letter)));
    assertThat(answer.statusCode()).as(action + ": " + answer.body()).isEqualTo(200);
    return json(answer);
  }

  /** Registers a letter for the sports buildings; its address from {@code /v1}. */
  private static String register(String subject, String more) {
    var answer =
        COURRIER.post(
            "/v1/correspondence", List.of(metadata(subject, more), file("l.pdf", pdf(subject))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return "/v1/correspondence/" + json(answer).getJsonNumber("id").longValue();
  }

  private static Rest.Part metadata(String subject, String more) {
    var unit = more.contains("\"unit\"") ? "" : ",\"unit\":\"EQS\"";
    return Rest.Part.json(
        "metadata", "{\"subject\":\"" + subject + "\",\"type\":\"SALLE\"" + unit + more + "}");
  }

  private static Rest.Part file(String name, byte[] bytes) {
    return Rest.Part.file("file", name, "application/octet-stream", bytes);
  }

  private static String tag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    var problem = json(answer);
    assertThat(problem.getString("code")).isEqualTo(code);
    assertThat(problem.getInt("status")).isEqualTo(status);
    assertThat(problem.getString("title")).isNotBlank();
    assertThat(problem.getString("detail")).isNotBlank();
  }

  private static List<String> fields(HttpResponse<String> answer) {
    return json(answer).getJsonArray("errors").getValuesAs(JsonObject.class).stream()
        .map(e -> e.getString("field"))
        .toList();
  }

  private static List<String> codes(String path) {
    return json(AGENT.get(path)).getJsonArray("items").getValuesAs(JsonObject.class).stream()
        .map(item -> item.getString("code"))
        .toList();
  }

  private static List<Long> ids(JsonObject page) {
    return page.getJsonArray("items").getValuesAs(JsonValue::asJsonObject).stream()
        .map(item -> item.getJsonNumber("id").longValue())
        .toList();
  }

  private static JsonObject until(
      java.util.function.Supplier<JsonObject> read, Predicate<JsonObject> wanted) {
    var end = Instant.now().plus(Duration.ofSeconds(60));
    var last = read.get();
    while (!wanted.test(last)) {
      assertThat(Instant.now()).as("still " + last).isBefore(end);
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      last = read.get();
    }
    return last;
  }

  /** A real one-page PDF with a text layer. */
  private static byte[] pdf(String text) {
    var page = "BT /F1 14 Tf 60 700 Td (" + text.replaceAll("[^A-Za-z0-9 .:,-]", "_") + ") Tj ET";
    var objects =
        List.of(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            "<</Length " + page.length() + ">>stream\n" + page + "\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
    var file = new StringBuilder("%PDF-1.4\n");
    var places = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      places.append("%010d 00000 n \n".formatted(file.length()));
      file.append(i + 1).append(" 0 obj").append(objects.get(i)).append("endobj\n");
    }
    int start = file.length();
    file.append(places).append("trailer<</Size 6/Root 1 0 R>>\nstartxref\n");
    file.append(start).append("\n%%EOF\n");
    return file.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
