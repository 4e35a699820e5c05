package fr.vaguemestre.it;

import static java.net.http.HttpClient.Version.HTTP_1_1;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.it.Rest.Part;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** API4: requests that mean harm or make no sense: refused for what they are, noted, not kept. */
@Journey
class HostileRequestsIT {
  private static final String SUBMISSIONS = "/v1/submissions";
  private static final String WISH = MachineScopesIT.WISH;
  private static ATown town;

  @BeforeAll
  static void a_town() {
    town = ATown.founded("hostile." + UUID.randomUUID().toString().substring(0, 6));
  }

  @Test
  void API4_json_that_is_too_deep_too_long_or_doubtful_is_refused() {
    var hostile = new LinkedHashMap<String, String>();
    hostile.put("{\"type\":", "400 request.malformed-json");
    hostile.put("[]", "400 request.not-a-json-object");
    hostile.put("\"texte\"", "400 request.not-a-json-object");
    hostile.put("{\"a\":".repeat(10_000), "413 request.json-too-deep");
    hostile.put("{\"a\":" + "[".repeat(33) + "]".repeat(33) + "}", "413 request.json-too-deep");
    hostile.put(with("\"x\":" + "9".repeat(2000)), "400 request.malformed-json");
    hostile.put(with("\"replyTo\":1e999999999"), "422 request.invalid");
    hostile.put(with("\"type\":\"DIVERS\""), "400 request.json-duplicate-key");
    hostile.put(with("\"answers\":{\"a\":\"1\",\"a\":\"2\"}"), "400 request.json-duplicate-key");
    hostile.put(with("\"answers\":{" + answers(201) + "}"), "422 request.invalid");
    hostile.put(with("\"answers\":{\"a\":\"\\u0000\"}"), "422 request.invalid");
    hostile.put(with("\"x\":\"" + "x".repeat(1024 * 1024) + "\""), "413 request.json-too-large");
    var portal = APortal.full(town);
    long before = letters();
    hostile.forEach(
        (body, said) ->
            ARefusal.expect(
                post(portal, "application/json", body.getBytes(UTF_8)),
                Integer.parseInt(said.substring(0, 3)),
                said.substring(4)));
    assertThat(letters()).isEqualTo(before);
    assertThat(portal.noted(hostile.size()))
        .containsExactlyElementsOf(
            hostile.values().stream().map(said -> "POST /v1/submissions " + said).toList());
  }

  @Test
  void API4_bytes_that_are_no_utf_8_and_other_kinds_of_content_are_refused() {
    var portal = APortal.full(town);
    long before = letters();
    ARefusal.expect(
        post(portal, "application/json", WISH.getBytes(ISO_8859_1)), 400, "request.not-utf-8");
    for (var kind :
        List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "application/octet-stream")) {
      ARefusal.expect(
          post(portal, kind, WISH.getBytes(UTF_8)), 415, "request.unsupported-media-type");
    }
    for (var parts :
        List.of(
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=b")) {
      var answer = post(portal, parts, WISH.getBytes(UTF_8));
      assertThat(answer.statusCode()).as(parts + " " + answer.body()).isIn(400, 415, 422);
      ARefusal.expect(answer, answer.statusCode(), Rest.json(answer).getString("code"));
    }
    assertThat(letters()).isEqualTo(before);
    assertThat(portal.noted(8))
        .contains("POST /v1/submissions 400 request.not-utf-8")
        .filteredOn(line -> line.endsWith(" 415 request.unsupported-media-type"))
        .hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void API4_parts_that_are_none_are_refused() {
    var portal = APortal.full(town);
    long before = letters();
    for (var part :
        List.of(
            "\r\n\r\nsans en-tête",
            "\r\nContent-Disposition: form-data\r\n\r\nsans nom",
            "\r\nContent-Disposition: ;;;=\r\n\r\nsans rien",
            "\r\nContent-Disposition: form-data; name=\"submission\"\r\nContent-Type: ///\r\n\r\n{}",
            "\r\nContent-Disposition: form-data; name=\"submission\"\r\nContent-Transfer-Encoding: base64\r\n\r\n####",
            "\r\nContent-Disposition: form-data; name=\"submission\"\r\n\r\n[1]")) {
      var answer =
          post(
              portal,
              "multipart/form-data; boundary=b",
              ("--b" + part + "\r\n--b--\r\n").getBytes(UTF_8));
      assertThat(answer.statusCode()).as(part + " " + answer.body()).isIn(400, 422);
      ARefusal.expect(answer, answer.statusCode(), Rest.json(answer).getString("code"));
    }
    assertThat(letters()).isEqualTo(before);
    assertThat(portal.noted(6)).allMatch(line -> line.matches(".* (400|422) request\\.[a-z-]+"));
  }

  @Test
  void API1_a_key_brings_one_request_whatever_else_comes_under_it() {
    var portal = APortal.full(town);
    var key = new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
    var first = portal.rest().post(SUBMISSIONS, WISH, key);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    long before = letters();
    var other = "submission.key-used-for-another-request";
    ARefusal.expect(
        portal.rest().post(SUBMISSIONS, WISH.replace("Banc", "Arbre"), key), 409, other);
    var file = Part.file("file", "plus.txt", "text/plain", "de plus".getBytes(UTF_8));
    ARefusal.expect(
        portal.rest().post(SUBMISSIONS, List.of(Part.json("submission", WISH), file), key),
        409,
        other);
    ARefusal.expect(
        portal.rest().post(SUBMISSIONS, WISH, "Idempotency-Key", "k".repeat(201)),
        422,
        "request.invalid");
    assertThat(portal.rest().post(SUBMISSIONS, WISH, key).body()).isEqualTo(first.body());
    assertThat(letters()).isEqualTo(before);
    assertThat(portal.noted(5))
        .containsExactly(
            "POST /v1/submissions 201",
            "POST /v1/submissions 409 " + other,
            "POST /v1/submissions 409 " + other,
            "POST /v1/submissions 422 request.invalid",
            "POST /v1/submissions 201");
  }

  @Test
  void API4_an_id_or_a_code_that_is_none_names_nothing() {
    var portal = APortal.full(town);
    var none =
        List.of(
            "99999999999999999999",
            "-1",
            "1e3",
            "1%20or%201=1",
            "..%2f..%2fme",
            "by-code/%00",
            "by-code/'");
    for (var id : none) {
      var answer = portal.rest().get(SUBMISSIONS + "/" + id);
      assertThat(answer.statusCode()).as(id + " " + answer.body()).isIn(400, 404);
      assertThat(answer.body()).doesNotContain("\tat ", "Exception");
    }
    assertThat(portal.rest().get(SUBMISSIONS + "/types").statusCode()).isEqualTo(200);
  }

  /** The good request with one member more. */
  private static String with(String member) {
    return WISH.strip().replaceFirst("\\}$", "," + member.replace("\\", "\\\\") + "}");
  }

  private static String answers(int many) {
    return IntStream.range(0, many)
        .mapToObj(i -> "\"a" + i + "\":\"x\"")
        .collect(Collectors.joining(","));
  }

  private static HttpResponse<String> post(APortal portal, String type, byte[] body) {
    var request = portal.rest().request(SUBMISSIONS).header("Content-Type", type);
    return portal.rest().send(request.version(HTTP_1_1).POST(BodyPublishers.ofByteArray(body)));
  }

  private static long letters() {
    return ATown.number("select count(*) from correspondence where tenant_id = " + town.id());
  }
}
