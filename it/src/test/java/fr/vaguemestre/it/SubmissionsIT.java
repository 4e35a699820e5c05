package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.it.Rest.Part;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * API1, DEL2: what portals send for people, acknowledged at once; what machine accounts may not.
 */
@Journey
class SubmissionsIT {
  private static final String SUBMISSIONS = "/v1/submissions";
  private static final String PERSON =
      """
      "person":{"firstName":"Geneviève","lastName":"Quatresols","email":"%s",
                "postalAddress":{"street":"14 bis, chemin de la Tuilerie","postcode":"25970","city":"Pontarlieu"}}""";
  private static ATown town;
  private static APortal portal;

  @BeforeAll
  static void a_town_with_a_portal() {
    town = ATown.founded("sve." + UUID.randomUUID().toString().substring(0, 6));
    portal = APortal.full(town);
  }

  // --- Sending

  @Test
  void API1_the_demo_portal_may_send_the_towns_types() {
    var types = json(Rest.as("portail").get(SUBMISSIONS + "/types"));
    assertThat(types.getJsonArray("items").getValuesAs(JsonObject.class))
        .extracting(t -> t.getString("code"))
        .contains("SCOL", "RECLAM");
  }

  @Test
  void API1_SVE_1_a_request_is_a_letter_to_qualify_and_acknowledged_in_the_answer() {
    var answer = submit(wish("Banc cassé", "g.q@example.fr"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var receipt = json(answer);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .isEqualTo(receipt.getJsonObject("links").getString("self"));
    assertThat(receipt.getString("chrono")).startsWith(town.code() + "/");
    var aee = receipt.getJsonObject("acknowledgement");
    assertThat(aee.getString("kind")).isEqualTo("AEE");
    assertThat(aee.getString("number")).isEqualTo("AEE-" + receipt.getString("trackingCode"));
    assertThat(aee.getString("text"))
        .contains(aee.getString("number"), "a reçu votre envoi électronique le ", "Banc cassé")
        .doesNotContain("rejet", "réputée", "implicite", "{{");
    var letter = letter(receipt);
    assertThat(letter.getString("subject")).isEqualTo("Banc cassé");
    assertThat(letter.getString("channel")).isEqualTo("WEB");
    assertThat(letter.getJsonObject("sender").getString("email")).isEqualTo("g.q@example.fr");
    assertThat(letter.getJsonArray("documents").getJsonObject(0).getString("name"))
        .isEqualTo("demande.txt");
  }

  @Test
  void SVE_7_who_moved_is_answered_where_they_live_now_and_their_letter_says_it() {
    var here = wish("Avant", "demenage@example.fr");
    letter(json(submit(here)));
    var moved = json(submit(here.replace("14 bis, chemin de la Tuilerie", "2 rue Neuve")));
    assertThat(
            ATown.texts(
                "select k.street from contact k join correspondence c on c.tenant_id = k.tenant_id and c.sender_id = k.id where c.id = "
                    + letterId(moved)))
        .containsExactly("2 rue Neuve");
    assertThat(
            ATown.number(
                "select count(*) from contact where tenant_id = %d and email = 'demenage@example.fr'"
                    .formatted(town.id())))
        .isEqualTo(2);
    assertThat(ATown.texts("select applicant from submission where id = " + moved.getInt("id")))
        .first()
        .asString()
        .contains("2 rue Neuve", "25970");
    assertThat(document(moved, 0))
        .contains("Geneviève Quatresols", "2 rue Neuve, 25970 Pontarlieu");
  }

  @Test
  void API1_files_come_as_they_are_under_names_that_are_only_shown() {
    var parts =
        List.of(
            Part.json("submission", wish("Avec pièce", "g.q@example.fr")),
            Part.file("file", "../../etc/passwd.txt", "text/plain", "photo".getBytes(UTF_8)));
    var answer = portal.rest().post(SUBMISSIONS, parts);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(letter(json(answer)).getJsonArray("documents").getJsonObject(1).getString("name"))
        .isEqualTo("passwd.txt");
    var program =
        portal
            .rest()
            .post(
                SUBMISSIONS,
                List.of(
                    parts.getFirst(),
                    Part.file(
                        "file", "x.pdf", "application/pdf", new byte[] {'M', 'Z', 0, 1, 2, 3})));
    assertThat(program.statusCode()).as(program.body()).isEqualTo(415);
    assertThat(portal.rest().post(SUBMISSIONS, List.of(parts.get(1))).statusCode()).isEqualTo(422);
  }

  @Test
  void API1_too_many_files_are_refused_before_any_is_kept() {
    var parts = new java.util.ArrayList<Part>();
    parts.add(Part.json("submission", wish("Cent un fichiers", "g.q@example.fr")));
    for (int i = 0; i <= 100; i++) {
      parts.add(Part.file("file", i + ".txt", "text/plain", ("n° " + i).getBytes(UTF_8)));
    }
    refused(portal.rest().post(SUBMISSIONS, parts), 413, "request.too-many-files");
  }

  @Test
  void DEL2_the_longest_text_of_a_town_leaves_with_its_markers_filled() {
    ATown.change(
        """
        insert into acknowledgement_text (tenant_id, id, kind, paper, since, body)
          values (%d, nextval('row_id'), 'AEE', false, date '2020-01-01',
                  rpad('Reçu le {{date_reception}}, n° {{numero}} : « {{objet}} ».' || chr(10) || chr(10), 20000, 'x'))
        """
            .formatted(town.id()));
    try {
      var answer = submit(wish("L".repeat(400), "g.q@example.fr"));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      assertThat(json(answer).getJsonObject("acknowledgement").getString("text"))
          .startsWith("Reçu le ")
          .hasSizeGreaterThan(20000);
    } finally {
      ATown.change("delete from acknowledgement_text where tenant_id = " + town.id());
    }
  }

  @Test
  void SVE_5_the_acknowledgement_leaves_by_mail_to_who_asked_but_never_in_a_loop() {
    ATown.change("update tenant set email = 'mairie@t.example.fr' where id = " + town.id());
    var sent = json(submit(wish("Par courriel", "lou@example.fr")));
    var number = sent.getJsonObject("acknowledgement").getString("number");
    ATown.until(
        () -> sent,
        s ->
            ATown.texts(ack("status", number)).getFirst().equals("SENT")
                && ATown.texts(ack("means", number)).getFirst().equals("EMAIL"));
    for (var unread : List.of("noreply@example.fr", "Mairie@t.example.fr")) {
      var kept = json(submit(wish("Sans courriel", unread)));
      var other = kept.getJsonObject("acknowledgement").getString("number");
      assertThat(ATown.texts(ack("means", other))).as(unread).containsExactly("ANSWER");
    }
  }

  @Test
  void SVE_5_an_acknowledgement_that_failed_leaves_when_it_is_replayed() {
    ATown.change("update tenant set email = 'mairie@t.example.fr' where id = " + town.id());
    var sent = json(submit(wish("Rejoué", "lou@example.fr")));
    var number = sent.getJsonObject("acknowledgement").getString("number");
    ATown.until(() -> sent, s -> ATown.texts(ack("status", number)).equals(List.of("SENT")));
    ATown.change(
        "update acknowledgement set status = 'FAILED', reason = 'server away' where tenant_id = %d and number = '%s'"
            .formatted(town.id(), number));
    ATown.change(
        "insert into intention (tenant_id, id, version, kind, lane, subject_id, status, due_at, created_at, attempts)"
            + " select tenant_id, nextval('row_id'), 1, 'ACKNOWLEDGE', 'OUTSIDE', id, 'READY', now(), now(), 0"
            + " from acknowledgement where tenant_id = %d and number = '%s'"
                .formatted(town.id(), number));
    ATown.until(() -> sent, s -> ATown.texts(ack("status", number)).equals(List.of("SENT")));
    assertThat(ATown.texts(ack("coalesce(reason, '')", number))).containsExactly("");
  }

  // --- Once

  @Test
  void API1_the_same_key_is_the_same_answer_and_another_request_under_it_is_refused() {
    var key = UUID.randomUUID().toString();
    var first = submit(wish("Deux fois", "g.q@example.fr"), key);
    var again = submit(wish("Deux fois", "g.q@example.fr"), key);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    refused(
        submit(wish("Autre chose", "g.q@example.fr"), key),
        409,
        "submission.key-used-for-another-request");
    var other = APortal.full(town);
    var theirs = other.rest().post(SUBMISSIONS, wish("Deux fois", "g.q@example.fr"), key(key));
    assertThat(json(theirs).getInt("id")).isNotEqualTo(json(first).getInt("id"));
    refused(submit(wish("x", "g.q@example.fr"), " "), 422, "request.invalid");
  }

  @Test
  void API1_a_request_that_was_kept_is_not_refused_when_it_is_repeated_after_the_rules_changed() {
    var narrowed = APortal.full(town);
    var key = UUID.randomUUID().toString();
    var wish = wish("Avant la fermeture", "g.q@example.fr");
    var first = narrowed.rest().post(SUBMISSIONS, wish, key(key));
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    ATown.change(
        "insert into document_type (tenant_id, id, version, code, label, domain, family) values (%d, nextval('row_id'), 1, 'APRES', 'Après', 'D', 'F')"
            .formatted(town.id()));
    narrowed.change(
        "insert into api_client_type select me.tenant_id, me.id, t.id from me join document_type t on t.tenant_id = me.tenant_id and t.code = 'APRES'");
    var again = narrowed.rest().post(SUBMISSIONS, wish, key(key));
    assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    refused(
        narrowed.rest().post(SUBMISSIONS, wish.replace("Avant", "Après"), key(key)),
        409,
        "submission.key-used-for-another-request");
    refused(narrowed.rest().post(SUBMISSIONS, wish), 422, "submission.type-not-open");
  }

  @Test
  void API1_a_request_repeated_on_eight_threads_makes_one_letter() throws Exception {
    var key = UUID.randomUUID().toString();
    Callable<String> one = () -> submit(wish("À huit", "g.q@example.fr"), key).body();
    try (var threads = Executors.newFixedThreadPool(8)) {
      var answers = threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> one).toList());
      var bodies = new java.util.HashSet<String>();
      for (var answer : answers) {
        bodies.add(answer.get());
      }
      assertThat(bodies).hasSize(1);
    }
    assertThat(
            ATown.number(
                "select count(*) from correspondence where tenant_id = %d and subject = 'À huit'"
                    .formatted(town.id())))
        .isEqualTo(1);
  }

  // --- Refused

  @Test
  void SVE_7_whoever_asks_says_who_they_are_and_every_fault_is_named_at_once() {
    var answer =
        portal
            .rest()
            .post(SUBMISSIONS, "{\"subject\":\"x\",\"company\":{\"name\":\"A\",\"siret\":\"12\"}}");
    refused(answer, 422, "request.invalid");
    assertThat(json(answer).getJsonArray("errors").getValuesAs(JsonObject.class))
        .extracting(e -> e.getString("field"))
        .containsExactlyInAnyOrder("type", "company.siret");
    refused(
        portal
            .rest()
            .post(
                SUBMISSIONS,
                "{\"type\":\"DIVERS\",\"subject\":\"x\"," + PERSON.formatted("a@b.fr") + "}"),
        422,
        "submission.empty");
    refused(
        submit(wish("Banc \u202eéssac", "g.q@example.fr")), 422, "platform.invisible-character");
    assertThat(letter(json(submit(wish("Un\\n\\ndeux", "g.q@example.fr")))).getString("subject"))
        .isEqualTo("Un deux");
    refused(
        submit(wish("x", "g.q@example.fr").replace("DIVERS", "AUTRE")),
        422,
        "submission.type-not-open");
  }

  @Test
  void API4_a_machine_account_sends_only_what_it_may() {
    var narrow = APortal.full(town);
    ATown.change(
        "insert into document_type (tenant_id, id, version, code, label, domain, family) values (%d, nextval('row_id'), 1, 'T%s', 'Seul', 'D', 'F')"
            .formatted(town.id(), "SEUL"));
    narrow.change(
        "insert into api_client_type select me.tenant_id, me.id, t.id from me join document_type t on t.tenant_id = me.tenant_id and t.code = 'TSEUL'");
    var types = json(narrow.rest().get(SUBMISSIONS + "/types")).getJsonArray("items");
    assertThat(types.getValuesAs(JsonObject.class))
        .extracting(t -> t.getString("code"))
        .containsExactly("TSEUL");
    refused(
        narrow.rest().post(SUBMISSIONS, wish("x", "g.q@example.fr")),
        422,
        "submission.type-not-open");
  }

  @Test
  void API4_scopes_hold_on_every_address() {
    var mine = json(submit(wish("À moi", "g.q@example.fr")));
    var here = SUBMISSIONS + "/" + mine.getInt("id");
    var sender = APortal.of(town, "SUBMIT").rest();
    var follower = APortal.of(town, "FOLLOW").rest();
    refused(follower.post(SUBMISSIONS, wish("x", "g.q@example.fr")), 403, "access.scope-missing");
    refused(follower.get(SUBMISSIONS + "/types"), 403, "access.scope-missing");
    refused(sender.get(here), 403, "access.scope-missing");
    refused(sender.post(here + "/messages", "{\"text\":\"x\"}"), 403, "access.scope-missing");
    refused(follower.post(here + "/withdrawal", "{}"), 403, "access.scope-missing");
    refused(follower.get(here), 404, "platform.not-found");
    refused(
        follower.get(SUBMISSIONS + "/by-code/" + mine.getString("trackingCode")),
        404,
        "platform.not-found");
    refused(
        APortal.full(town).rest().post(here + "/messages", "{\"text\":\"x\"}"),
        404,
        "platform.not-found");
  }

  @Test
  void API4_a_machine_account_calls_nothing_else_and_agents_send_nothing_here() {
    var mine = json(submit(wish("Fermé", "g.q@example.fr")));
    var machine = portal.rest();
    for (var path :
        List.of(
            "/v1/me",
            "/v1/types",
            "/v1/baskets",
            "/v1/search?q=Ferme",
            "/v1/correspondence/" + letterId(mine),
            "/v1/correspondence/" + letterId(mine) + "/history")) {
      refused(machine.get(path), 403, "access.not-for-machine-accounts");
    }
    refused(machine.post("/v1/tokens", "{}"), 403, "access.not-for-machine-accounts");
    assertThat(machine.get("/v1/delays/compute?received=2026-11-20").statusCode()).isEqualTo(200);
    refused(
        town.administrator().get(SUBMISSIONS + "/types"), 403, "access.for-machine-accounts-only");
    assertThat(Rest.anonymous().get(SUBMISSIONS + "/types").statusCode()).isEqualTo(401);
    assertThat(Rest.as(portal.login(), "faux").get(SUBMISSIONS + "/types").statusCode())
        .isEqualTo(401);
  }

  @Test
  void API4_a_machine_account_opens_no_screen() throws Exception {
    var pair = Base64.getEncoder().encodeToString((portal.login() + ":demo").getBytes(UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(RunningServer.baseUrl() + "/basket/list.xhtml"))
            .header("Authorization", "Basic " + pair)
            .build();
    try (var client = HttpClient.newHttpClient()) {
      assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(401);
    }
  }

  @Test
  void API4_an_account_that_has_ended_is_out_at_once() {
    var ending = APortal.full(town);
    assertThat(ending.rest().get(SUBMISSIONS + "/types").statusCode()).isEqualTo(200);
    ending.change(
        "update api_client set expires_at = now() - interval '1 second' where id = (select id from me)");
    refused(ending.rest().get(SUBMISSIONS + "/types"), 403, "access.for-machine-accounts-only");
    var closed = APortal.full(town);
    closed.change("update api_client set active = false where id = (select id from me)");
    assertThat(closed.rest().get(SUBMISSIONS + "/types").statusCode()).isEqualTo(401);
  }

  @Test
  void API4_wrong_secrets_from_elsewhere_shut_no_portal_out() {
    var attacked = APortal.full(town);
    ATown.change(
        "insert into login_failure (tenant_id, login, address, failed_at) select %d, '%s', '203.0.113.9', now() from generate_series(1, 40)"
            .formatted(town.id(), attacked.login().replaceFirst("@.*", "")));
    assertThat(attacked.rest().get(SUBMISSIONS + "/types").statusCode()).isEqualTo(200);
  }

  // --- Afterwards

  @Test
  void API1_a_portal_follows_adds_and_withdraws() {
    var mine = json(submit(wish("Suivie", "g.q@example.fr")));
    var here = SUBMISSIONS + "/" + mine.getInt("id");
    var rest = portal.rest();
    var key = UUID.randomUUID().toString();
    var message = rest.post(here + "/messages", "{\"text\":\"Une précision.\"}", key(key));
    assertThat(message.statusCode()).as(message.body()).isEqualTo(201);
    assertThat(rest.post(here + "/messages", "{\"text\":\"Une précision.\"}", key(key)).body())
        .isEqualTo(message.body());
    refused(
        rest.post(here + "/messages", "{\"text\":\"Une autre.\"}", key(key)),
        409,
        "submission.key-used-for-another-request");
    refused(rest.post(here + "/messages", "{\"text\":\" \"}"), 422, "request.invalid");
    var pieces =
        rest.post(
            here + "/pieces",
            List.of(
                Part.file("file", "domicile.txt", "text/plain", "facture".getBytes(UTF_8)),
                Part.file("text", null, "text/plain", "Le justificatif".getBytes(UTF_8))));
    assertThat(pieces.statusCode()).as(pieces.body()).isEqualTo(201);
    refused(
        rest.post(
            here + "/pieces",
            List.of(Part.file("text", null, "text/plain", "Rien".getBytes(UTF_8)))),
        422,
        "submission.pieces-missing");
    var status =
        json(
            rest.get(
                SUBMISSIONS
                    + "/by-code/"
                    + mine.getString("trackingCode").toLowerCase(Locale.ROOT).replace("-", "")));
    assertThat(status.getJsonObject("status").getString("label")).isNotBlank();
    assertThat(status.getJsonObject("status").getBoolean("closed")).isFalse();
    assertThat(status.getJsonArray("acknowledgements")).hasSize(1);
    assertThat(status.getJsonArray("additions").getValuesAs(JsonObject.class))
        .extracting(a -> a.getString("kind"))
        .containsExactly("MESSAGE", "PIECES");
    assertThat(status.getJsonArray("additions").getJsonObject(1).getJsonArray("files").toString())
        .isEqualTo("[\"message.txt\",\"domicile.txt\"]");
    assertThat(letter(mine).getJsonArray("documents").getValuesAs(JsonObject.class))
        .extracting(d -> d.getString("name"))
        .containsExactly("demande.txt", "message.txt", "message.txt", "domicile.txt");
    assertThat(document(mine, 2)).isEqualTo("Le justificatif\n");
    assertThat(town.administrator().get("/v1/correspondence/" + letterId(mine) + "/history").body())
        .contains("ADD_MESSAGE", "ADD_PIECES");
    assertThat(rest.post(here + "/withdrawal", "{\"reason\":\"Réglé\"}").statusCode())
        .isEqualTo(201);
    assertThat(json(rest.get(here)).isNull("withdrawnAt")).isFalse();
    refused(rest.post(here + "/withdrawal", "{}"), 409, "submission.withdrawn");
    assertThat(
            json(town.administrator().get("/v1/correspondence/" + letterId(mine) + "/legal"))
                .getString("sentence"))
        .contains("retirée le");
    refused(rest.post(here + "/messages", "{\"text\":\"x\"}"), 409, "submission.withdrawn");
  }

  @Test
  void API1_a_portal_reads_back_what_was_sent_and_not_the_agents_words() {
    var mine = json(submit(wish("Banc cassé", "g.q@example.fr")));
    ATown.change(
        """
        insert into document_type (tenant_id, id, version, code, label, domain, family)
          values (%1$d, nextval('row_id'), 1, 'PLAINTE', 'Plainte', 'D', 'F');
        update correspondence set subject = 'Signalement, voir contentieux 2025',
               type_id = (select t.id from document_type t where t.tenant_id = %1$d and t.code = 'PLAINTE')
         where tenant_id = %1$d and id = %2$d
        """
            .formatted(town.id(), letterId(mine)));
    var answer = portal.rest().get(SUBMISSIONS + "/" + mine.getInt("id"));
    assertThat(json(answer).getString("subject")).isEqualTo("Banc cassé");
    assertThat(json(answer).getString("type")).isEqualTo("DIVERS");
    assertThat(answer.body()).doesNotContain("contentieux");
  }

  @Test
  void API1_what_is_added_meanwhile_is_seen_before_an_agent_acts_on_what_was() {
    var mine = json(submit(wish("Entre-temps", "g.q@example.fr")));
    var address = "/v1/correspondence/" + letterId(mine);
    var administrator = town.administrator();
    var seen = administrator.get(address).headers().firstValue("ETag").orElseThrow();
    assertThat(
            portal
                .rest()
                .post(
                    SUBMISSIONS + "/" + mine.getInt("id") + "/messages",
                    "{\"text\":\"Trop tard ?\"}")
                .statusCode())
        .isEqualTo(201);
    var now = administrator.get(address).headers().firstValue("ETag").orElseThrow();
    assertThat(now).isNotEqualTo(seen);
  }

  @Test
  void a_tracking_code_of_another_town_is_not_there() {
    var mine = json(submit(wish("Chez nous", "g.q@example.fr")));
    refused(
        Rest.as("portail").get(SUBMISSIONS + "/by-code/" + mine.getString("trackingCode")),
        404,
        "platform.not-found");
    refused(
        Rest.as("portail").get(SUBMISSIONS + "/" + mine.getInt("id")), 404, "platform.not-found");
    refused(portal.rest().get(SUBMISSIONS + "/douze"), 404, "platform.not-found");
  }

  private static String wish(String subject, String email) {
    return "{\"type\":\"DIVERS\",\"subject\":\"%s\",\"text\":\"Bonjour.\",%s,\"answers\":{\"lieu\":\"square\"}}"
        .formatted(subject, PERSON.formatted(email));
  }

  private static HttpResponse<String> submit(String wish) {
    return portal.rest().post(SUBMISSIONS, wish);
  }

  private static HttpResponse<String> submit(String wish, String key) {
    return portal.rest().post(SUBMISSIONS, wish, key(key));
  }

  private static String[] key(String key) {
    return new String[] {"Idempotency-Key", key};
  }

  private static long letterId(JsonObject receipt) {
    return ATown.number(
        "select correspondence_id from submission where id = " + receipt.getInt("id"));
  }

  private static JsonObject letter(JsonObject receipt) {
    return json(town.administrator().get("/v1/correspondence/" + letterId(receipt)));
  }

  /** The words of the letter's document at that place. */
  private static String document(JsonObject receipt, int place) {
    var document = letter(receipt).getJsonArray("documents").getJsonObject(place).getInt("id");
    return town.administrator()
        .get("/v1/correspondence/" + letterId(receipt) + "/content?document=" + document)
        .body();
  }

  private static String ack(String column, String number) {
    return "select %s from acknowledgement where tenant_id = %d and number = '%s'"
        .formatted(column, town.id(), number);
  }

  private static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    var problem = json(answer);
    var codes = new java.util.ArrayList<String>();
    codes.add(problem.getString("code"));
    problem.getJsonArray("errors").getValuesAs(JsonObject.class).stream()
        .map(e -> e.getString("code"))
        .forEach(codes::add);
    assertThat(codes).as(answer.body()).contains(code);
    assertThat(problem.getString("detail")).doesNotContain("{").isNotBlank();
  }
}
