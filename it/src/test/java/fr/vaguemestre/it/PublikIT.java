package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** API3: a Publik portal calls as it would call another Publik, and is called back. */
@Journey
class PublikIT {
  private static final String API = "/publik/api";
  private static final String ORIG = "portail.example.fr";
  private static final String KEY = "exemple-de-clef";
  private static final Rest ANYBODY = Rest.anonymous();
  private static final String PERSON =
      """
      "nom":"Quatresols","prenom":"Geneviève","courriel":"%s","adresse":"14 bis, chemin de la Tuilerie",
      "code_postal":"25970","ville":"Pontarlieu\"""";

  // --- Signed addresses

  @Test
  void API3_a_signed_address_is_let_in_once() {
    var address = signed(API + "/formdefs/", "", Instant.now(), nonce());
    var first = ANYBODY.get(address);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(json(first).getInt("err")).isZero();
    assertThat(json(first).getJsonArray("data").getValuesAs(JsonObject.class))
        .extracting(f -> f.getString("slug"))
        .contains("scol");
    refused(ANYBODY.get(address));
  }

  @Test
  void API3_a_nonce_on_eight_threads_lets_one_in() throws Exception {
    var address = signed(API + "/formdefs/", "", Instant.now(), nonce());
    Callable<Integer> one = () -> ANYBODY.get(address).statusCode();
    try (var threads = Executors.newFixedThreadPool(8)) {
      int in = 0;
      for (var status : threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> one).toList())) {
        in += status.get() == 200 ? 1 : 0;
      }
      assertThat(in).isEqualTo(1);
    }
  }

  @Test
  void API3_a_forged_late_or_rewritten_address_is_sent_away_in_the_portals_words() {
    var now = Instant.now();
    var good = signed(API + "/formdefs/", "format=json", now, nonce());
    refused(ANYBODY.get(good.replace("format=json", "format=xml")));
    refused(ANYBODY.get(good.replace("orig=" + ORIG, "orig=autre.example.fr")));
    refused(ANYBODY.get(signed(API + "/formdefs/", "", now.minusSeconds(120), nonce())));
    refused(ANYBODY.get(signed(API + "/formdefs/", "", now.plusSeconds(120), nonce())));
    refused(ANYBODY.get(signed(API + "/formdefs/", "", now, "n".repeat(129))));
    assertThat(ANYBODY.get(API + "/formdefs/").statusCode()).isEqualTo(401);
    assertThat(
            ANYBODY
                .get("/v1/submissions/types?" + good.substring(good.indexOf('?') + 1))
                .statusCode())
        .as("a signature opens nothing but Publik's own place")
        .isEqualTo(401);
    assertThat(ANYBODY.get(good).statusCode()).as("unspent by what was refused").isEqualTo(200);
  }

  // --- Forms

  @Test
  void API3_forms_are_found_with_their_fields_and_submitted() {
    var portal = Rest.as("portail");
    var schema = json(portal.get(API + "/formdefs/scol/schema"));
    assertThat(schema.getJsonArray("fields").getValuesAs(JsonObject.class))
        .extracting(f -> f.getString("varname"))
        .contains("nom", "courriel", "ville");
    assertThat(json(portal.get(API + "/categories/")).getJsonArray("data")).isNotEmpty();
    var email = "z" + nonce() + "@example.fr";
    var answer =
        portal.post(
            API + "/formdefs/scol/submit",
            """
            {"data":{%s,"objet":"Cantine","jours":["lundi","jeudi"],
             "acte":{"filename":"acte.txt","content_type":"text/plain","content":"%s"}}}"""
                .formatted(
                    PERSON.formatted(email),
                    Base64.getEncoder()
                        .encodeToString("Lou Quatresols\n".repeat(9000).getBytes(UTF_8))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    var data = json(answer).getJsonObject("data");
    assertThat(data.getString("acknowledgement")).contains("AEE-");
    var form = json(portal.get(API + "/forms/scol/" + data.getString("id") + "/"));
    assertThat(form.getJsonObject("fields").getString("jours")).isEqualTo("lundi, jeudi");
    assertThat(form.getJsonObject("workflow").getJsonObject("status").getBoolean("endpoint"))
        .isFalse();
    assertThat(form.getJsonObject("user").getString("email")).isEqualTo(email);
    var letter = letter(data.getString("id"));
    assertThat(
            ATown.number(
                "select size_bytes from document where name = 'acte.txt' and correspondence_id = "
                    + letter))
        .isEqualTo(9000L * "Lou Quatresols\n".length());
    ATown.change(
        "update correspondence set subject = 'Mots des agents', sender_id = null where id = "
            + letter);
    form = json(portal.get(API + "/forms/scol/" + data.getString("id") + "/"));
    assertThat(form.getString("title")).as("as it was sent").isEqualTo("Cantine");
    assertThat(form.getJsonObject("user").getString("email")).isEqualTo(email);
    var mine = json(portal.get(API + "/user/forms?email=" + email)).getJsonArray("data");
    assertThat(mine).hasSize(1);
    assertThat(
            json(portal.get(API + "/user/forms?email=" + email + "&status=done"))
                .getJsonArray("data"))
        .isEmpty();
    assertThat(list(portal.get(API + "/forms/scol/list?full=on"))).isNotEmpty();
    assertThat(list(portal.get(API + "/forms/scol/list?full=on&anonymise")).toString())
        .doesNotContain(email);
    assertThat(portal.get(API + "/code/" + json(answer).getString("tracking_code")).statusCode())
        .isEqualTo(200);
    assertThat(
            portal
                .post(
                    API + "/forms/scol/" + data.getString("id") + "/hooks/message/",
                    "{\"text\":\"Merci.\"}")
                .statusCode())
        .isEqualTo(200);
    assertThat(
            portal
                .post(API + "/forms/scol/" + data.getString("id") + "/jump/trigger/inconnu/", "{}")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void API3_every_fault_is_told_in_the_envelope_by_its_field() {
    var answer =
        Rest.as("portail").post(API + "/formdefs/scol/submit", "{\"data\":{\"objet\":\"x\"}}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).getInt("err")).isEqualTo(1);
    assertThat(json(answer).getJsonArray("errors").getValuesAs(JsonObject.class))
        .extracting(e -> e.getString("field"))
        .contains("data.nom", "data.prenom", "data.courriel", "data.ville");
    assertThat(Rest.as("portail").post(API + "/formdefs/inconnu/submit", "{}").statusCode())
        .isEqualTo(404);
    assertThat(Rest.as("courrier").get(API + "/formdefs/").statusCode())
        .as("agents send nothing here")
        .isEqualTo(403);
  }

  // --- Push and call back

  @Test
  void API3_a_pushed_form_is_one_letter_and_its_portal_is_called_back_when_it_is_closed()
      throws Exception {
    var jumps = new LinkedBlockingQueue<Map.Entry<String, String>>();
    var portal = portal(jumps);
    var root = "http://127.0.0.1:" + portal.getAddress().getPort() + "/";
    try {
      key("portal_url = '" + root + "'");
      var uuid = UUID.randomUUID().toString();
      var document =
          """
          {"id":"signalement/7","uuid":"%s","url":"%ssignalement/7/","display_name":"Signalement #7",
           "receipt_time":"2026-11-21T10:00:00","fields":{%s},"evolution":[%s]}""";
      var person = PERSON.formatted("g.q@example.fr");
      var first = push(document.formatted(uuid, root, person, ""));
      assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
      var again = push(document.formatted(uuid, root, person, "{\"status\":\"2\"}"));
      assertThat(again.body()).isEqualTo(first.body());
      var id = json(first).getJsonObject("data").getString("id");
      var letter = letter(id);
      close(letter);
      var refusedOnce = jumps.poll(60, TimeUnit.SECONDS);
      var call = jumps.poll(60, TimeUnit.SECONDS);
      assertThat(refusedOnce).as("the portal said no the first time").isNotNull();
      assertThat(call).as("and was asked again").isNotNull();
      assertThat(call.getKey()).startsWith("/signalement/7/jump/trigger/courrier-traite/?");
      var query = call.getKey().substring(call.getKey().indexOf('?') + 1);
      var signature = query.substring(query.lastIndexOf("&signature=") + 11);
      assertThat(java.net.URLDecoder.decode(signature, UTF_8))
          .isEqualTo(mac(query.substring(0, query.lastIndexOf("&signature=")), KEY));
      var body = Json.createReader(new StringReader(call.getValue())).readObject();
      assertThat(body.getBoolean("closed")).isTrue();
      assertThat(body.getString("status")).isEqualTo("Traité");
      assertThat(body.getInt("id"))
          .isEqualTo(
              Json.createReader(new StringReader(refusedOnce.getValue()))
                  .readObject()
                  .getInt("id"));
      ATown.until(
          () -> JsonObject.EMPTY_JSON_OBJECT,
          o ->
              ATown.texts("select status from publik_call where submission_id = " + id)
                  .equals(java.util.List.of("SENT")));
    } finally {
      key("portal_url = null");
      portal.stop(0);
    }
  }

  @Test
  void API3_no_address_but_the_portals_own_is_ever_called() {
    var uuid = UUID.randomUUID().toString();
    var answer =
        push(
            """
            {"uuid":"%s","url":"http://127.0.0.1:9/x/","display_name":"Ailleurs","fields":{%s}}"""
                .formatted(uuid, PERSON.formatted("g.q@example.fr")));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(
            ATown.number(
                "select count(*) from publik_form where submission_id = "
                    + json(answer).getJsonObject("data").getString("id")))
        .isZero();
  }

  private static HttpResponse<String> push(String document) {
    return ANYBODY.send(
        ANYBODY
            .request(signed(API + "/formdefs/reclam/push", "", Instant.now(), nonce()))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(document)));
  }

  /** A portal whose workflow is not yet where it waits the first time. */
  private static HttpServer portal(LinkedBlockingQueue<Map.Entry<String, String>> jumps)
      throws IOException {
    var portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var asked = new AtomicBoolean();
    portal.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          boolean first = asked.compareAndSet(false, true);
          jumps.add(Map.entry(exchange.getRequestURI().toString(), body));
          var answer = (first ? "{\"err\":1}" : "{\"err\":0}").getBytes(UTF_8);
          exchange.sendResponseHeaders(first ? 404 : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    portal.start();
    return portal;
  }

  /** The mail office says whose it is; the head of that unit closes it. */
  private static void close(long letter) {
    act("courrier", letter, "qualify", "{\"unit\":\"EQS\"}");
    act("h.clavier", letter, "close", "{\"reason\":\"Réglé\"}");
  }

  private static void act(String agent, long letter, String action, String body) {
    var rest = Rest.as(agent);
    var address = "/v1/correspondence/" + letter;
    var seen = rest.get(address).headers().firstValue("ETag").orElseThrow();
    var done = rest.post(address + "/actions/" + action, body, "If-Match", seen);
    assertThat(done.statusCode()).as(done.body()).isLessThan(300);
  }

  private static void key(String change) {
    ATown.change("update publik_key set " + change + " where orig = '" + ORIG + "'");
  }

  private static long letter(String submission) {
    return ATown.number("select correspondence_id from submission where id = " + submission);
  }

  private static JsonArray list(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.createReader(new StringReader(answer.body())).readArray();
  }

  private static void refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    assertThat(json(answer).getInt("err")).isEqualTo(1);
    assertThat(json(answer).getString("err_class")).isEqualTo("Access denied");
  }

  private static String nonce() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private static String signed(String path, String query, Instant at, String nonce) {
    return signed(path, query, at, nonce, ORIG, KEY);
  }

  /** An address as a portal of this name and key would sign it now. */
  static String signed(String path, String orig, String key, String nonce) {
    return signed(path, "", Instant.now(), nonce, orig, key);
  }

  private static String signed(
      String path, String query, Instant at, String nonce, String orig, String key) {
    var all =
        (query.isEmpty() ? "" : query + "&")
            + "algo=sha256&timestamp="
            + at.truncatedTo(ChronoUnit.SECONDS)
            + "&nonce="
            + nonce
            + "&orig="
            + orig;
    return path + "?" + all + "&signature=" + URLEncoder.encode(mac(all, key), UTF_8);
  }

  private static String mac(String text, String key) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
