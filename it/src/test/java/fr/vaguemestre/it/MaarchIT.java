package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** API3: connectors and capture tools written for Maarch Courrier. */
@Journey
class MaarchIT {
  private static final String API = "/maarch/rest";
  private static ATown town;
  private static Rest tool;
  private static long type;

  @BeforeAll
  static void a_town_with_a_tool() {
    town = ATown.founded("maarch." + UUID.randomUUID().toString().substring(0, 6));
    tool = APortal.of(town, "REGISTER").rest();
    type =
        ATown.number(
            "select id from document_type where code = 'DIVERS' and tenant_id = " + town.id());
  }

  // --- Registering

  @Test
  void API3_a_tool_registers_reads_and_completes_its_letter() {
    var contact =
        tool.post(
            API + "/contacts?allowDuplicateMail=true",
            """
            {"lastname":"Quatresols","firstname":"Geneviève","email":"g.q@example.fr","phone":"03 81 00 00 01",
             "addressNumber":"14","addressStreet":"chemin de la Tuilerie","addressPostcode":"25970","addressTown":"Pontarlieu"}""");
    assertThat(contact.statusCode()).as(contact.body()).isEqualTo(200);
    int sender = json(contact).getInt("id");
    assertThat(json(tool.get(API + "/getContactByMail?mail=G.Q@example.fr")).getInt("id"))
        .isEqualTo(sender);
    assertThat(json(tool.get(API + "/getContactByPhone?phone=0381000001")).getInt("id"))
        .isEqualTo(sender);
    long id =
        registered(
            wish(
                "\"subject\":\"Nid de poule\",\"senders\":[{\"type\":\"contact\",\"id\":"
                    + sender
                    + "}],\"customFields\":{\"3\":\"x\"},\"chrono\":\"\",\"documentDate\":null,\"arrivaldate\":\"2026-11-20 08:00:00\",\"tags\":[1]"));
    var letter = json(tool.get(API + "/resources/" + id));
    assertThat(letter.getString("subject")).isEqualTo("Nid de poule");
    assertThat(letter.getString("chrono")).startsWith(town.code() + "/");
    assertThat(letter.getString("status")).isEqualTo("NEW");
    assertThat(letter.getString("arrivalDate")).startsWith("2026-11-20");
    assertThat(letter.getJsonObject("customFields").getString("3")).isEqualTo("x");
    assertThat(letter.getJsonArray("senders").getJsonObject(0).getInt("id")).isEqualTo(sender);
    assertThat(tool.get(API + "/resources/" + id + "/content").body()).isEqualTo("Bonjour");
    var encoded = json(tool.get(API + "/resources/" + id + "/content?mode=base64"));
    assertThat(Base64.getDecoder().decode(encoded.getString("encodedDocument")))
        .isEqualTo("Bonjour".getBytes(UTF_8));
    assertThat(encoded.getString("mimeType")).isEqualTo("text/plain");
    var added =
        tool.post(
            API + "/attachments",
            "{\"resIdMaster\":%d,\"title\":\"Plan\",\"type\":\"simple_attachment\",\"encodedFile\":\"%s\",\"format\":\"txt\"}"
                .formatted(id, base64("plan".repeat(30_000))));
    assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
    var attachments = json(tool.get(API + "/resources/" + id + "/attachments"));
    assertThat(attachments.getJsonArray("attachments").getJsonObject(0).getInt("filesize"))
        .isEqualTo(120_000);
    assertThat(tool.get(API + "/attachments/" + json(added).getInt("id") + "/content").statusCode())
        .isEqualTo(200);
    assertThat(
            json(tool.post(
                    API + "/notes",
                    "{\"resId\":%d,\"value\":\"À voir\",\"entities\":[]}".formatted(id)))
                .getInt("noteId"))
        .isPositive();
    assertThat(tool.get(API + "/resources/" + id + "/notes").body()).contains("À voir");
    assertThat(town.administrator().get("/v1/correspondence/" + id + "/history").body())
        .contains("ADD_PIECES");
    ATown.change(
        "update document set added_by = (select id from agent where tenant_id = %1$d and login = split_part('%2$s', '@', 1)) where id = %3$d"
            .formatted(town.id(), town.login(), json(added).getInt("id")));
    assertThat(
            json(tool.get(API + "/resources/" + id + "/attachments")).getJsonArray("attachments"))
        .as("what agents add is theirs")
        .isEmpty();
    assertThat(tool.get(API + "/attachments/" + json(added).getInt("id") + "/content").statusCode())
        .isEqualTo(403);
  }

  @Test
  void API3_the_same_external_id_is_the_same_letter_even_at_once() throws Exception {
    var wish = wish("\"subject\":\"Deux fois\",\"externalId\":{\"grcId\":\"A-42\"}");
    Callable<Long> one = () -> registered(wish);
    var ids = new HashSet<Long>();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var id : threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> one).toList())) {
        ids.add(id.get());
      }
    }
    assertThat(ids).hasSize(1);
    var found =
        tool.send(
            tool.request(API + "/resources/external")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"type\":\"grcId\",\"value\":\"A-42\"}")));
    assertThat(json(found).getJsonNumber("resId").longValue()).isEqualTo(ids.iterator().next());
    assertThat(
            json(tool.get(API + "/resources/" + ids.iterator().next()))
                .getJsonObject("externalId")
                .getString("grcId"))
        .isEqualTo("A-42");
  }

  @Test
  void API3_what_is_wrong_is_said_in_the_words_clients_match_on() {
    refused(
        400,
        "Body modelId is empty or not an integer",
        wish("").replace("\"modelId\":1", "\"modelId\":0"));
    refused(
        400,
        "Body doctype does not exist",
        wish("").replace("\"doctype\":" + type, "\"doctype\":999999999"));
    refused(
        400, "File is mandatory for this indexing model", wish("").replace("encodedFile", "file"));
    refused(
        400,
        "Body diffusion has no dest",
        wish("\"diffusionList\":[{\"id\":1,\"type\":\"user\",\"mode\":\"cc\"}]"));
    refused(
        400,
        "Body status is empty or not a string",
        wish("").replace("\"status\":\"NEW\"", "\"status\":\"\""));
    refused(
        400,
        "Format with this mimeType is not allowed : pdf text/plain",
        wish("").replace("\"format\":\"txt\"", "\"format\":\"pdf\""));
    assertThat(error(tool.post(API + "/resources", wish("\"arrivalDate\":\"2199-01-01\""))))
        .startsWith("Body arrivalDate");
  }

  // --- Who may what

  @Test
  void API3_a_tool_knows_its_own_letters_and_no_other() {
    long mine = registered(wish("\"subject\":\"À moi\""));
    var other = APortal.of(town, "REGISTER").rest();
    for (var path : new String[] {"", "/content", "/attachments", "/notes", "/emails"}) {
      var answer = other.get(API + "/resources/" + mine + path);
      assertThat(answer.statusCode()).as(path).isEqualTo(403);
      assertThat(error(answer)).isEqualTo("Document out of perimeter");
    }
    assertThat(other.get(API + "/resources/999999999").statusCode()).isEqualTo(403);
    assertThat(
            other
                .post(
                    API + "/attachments",
                    "{\"resIdMaster\":%d,\"title\":\"x\",\"encodedFile\":\"eA==\",\"format\":\"txt\"}"
                        .formatted(mine))
                .statusCode())
        .isEqualTo(403);
    var unknown = other.get(API + "/getContactByMail?mail=g.q@example.fr");
    assertThat(unknown.statusCode())
        .as("clients take any other status for a failure")
        .isEqualTo(200);
    assertThat(unknown.body()).isEqualTo("[]");
    assertThat(json(search(other, "{}")).getInt("count")).isZero();
    var letter = town.letter("Secret", "x");
    assertThat(tool.get(API + "/resources/" + letter).statusCode()).isEqualTo(403);
    var sender = ATown.number("select sender_id from correspondence where id = " + letter);
    assertThat(
            error(
                tool.post(
                    API + "/resources",
                    wish("\"senders\":[{\"type\":\"contact\",\"id\":" + sender + "}]"))))
        .startsWith("Body senders");
    assertThat(json(town.administrator().get(API + "/resources/" + letter)).getString("subject"))
        .as("an agent sees what visibility shows")
        .isEqualTo("Secret");
  }

  @Test
  void API3_a_tool_learns_of_a_known_contact_no_more_than_it_said() {
    var named = "{\"lastname\":\"Connu\",\"email\":\"connu@example.fr\"";
    int id = json(tool.post(API + "/contacts", named + ",\"phone\":\"0381000002\"}")).getInt("id");
    var other = APortal.of(town, "REGISTER").rest();
    assertThat(json(other.post(API + "/contacts", named + "}")).getInt("id")).isEqualTo(id);
    var told = json(other.get(API + "/getContactByMail?mail=connu@example.fr"));
    assertThat(told.getInt("id")).isEqualTo(id);
    assertThat(told.isNull("phone")).isTrue();
    assertThat(other.get(API + "/getContactByPhone?phone=0381000002").body()).isEqualTo("[]");
    assertThat(json(tool.get(API + "/getContactByPhone?phone=0381000002")).getInt("id"))
        .isEqualTo(id);
  }

  @Test
  void API4_a_tool_registers_within_its_perimeter() {
    ATown.change(
        """
        insert into unit (tenant_id, id, version, code, label, short_label, kind, parent_id)
          select tenant_id, nextval('row_id'), 1, 'VOI', 'Voirie', 'Voirie', 'SERVICE', id from unit where tenant_id = %1$d and code = 'MAIRIE';
        insert into document_type (tenant_id, id, version, code, label, domain, family, default_unit_id)
          select tenant_id, nextval('row_id'), 1, 'TROU', 'Trou', 'D', 'F', id from unit where tenant_id = %1$d and code = 'VOI'
        """
            .formatted(town.id()));
    var narrow = APortal.of(town, "REGISTER");
    narrow.change(
        "update api_client set perimeter_unit_id = (select id from unit where code = 'VOI' and tenant_id = %d) where id = (select id from me)"
            .formatted(town.id()));
    var hole = wish("").replace("\"doctype\":" + type, "\"doctype\":\"TROU\"");
    var rest = narrow.rest();
    assertThat(rest.post(API + "/resources", hole.replace("MAIRIE", "VOI")).statusCode())
        .isEqualTo(200);
    var outside = rest.post(API + "/resources", hole);
    assertThat(outside.statusCode()).isEqualTo(403);
    assertThat(error(outside)).isEqualTo("Document out of perimeter");
    var copied =
        hole.replace("MAIRIE", "VOI")
            .replaceFirst(
                "\\}$",
                ",\"diffusionList\":[{\"type\":\"entity\",\"id\":\"VOI\",\"mode\":\"dest\"},{\"type\":\"entity\",\"id\":\"MAIRIE\",\"mode\":\"cc\"}]}");
    assertThat(rest.post(API + "/resources", copied).statusCode())
        .as("nor a copy outside it")
        .isEqualTo(403);
    for (var mode : new String[] {"dest", "cc"}) {
      for (var who : new String[] {town.login().replaceAll("@.*", ""), "personne.du.tout"}) {
        var named = rest.post(API + "/resources", to(hole.replace("MAIRIE", "VOI"), mode, who));
        assertThat(named.statusCode()).as(mode + " " + who + " " + named.body()).isEqualTo(400);
        assertThat(error(named))
            .as("somebody outside the perimeter is as somebody unknown")
            .isEqualTo("Body diffusion user does not exist");
      }
    }
    ATown.change(
        """
        insert into post (tenant_id, id, version, agent_id, unit_id, function, main)
          select a.tenant_id, nextval('row_id'), 1, a.id, u.id, 'AGENT', false
            from agent a join unit u on u.tenant_id = a.tenant_id and u.code = 'VOI' where a.tenant_id = %d and a.login = '%s'
        """
            .formatted(town.id(), town.login().replaceAll("@.*", "")));
    var inside =
        rest.post(
            API + "/resources",
            to(hole.replace("MAIRIE", "VOI"), "dest", town.login().replaceAll("@.*", "")));
    assertThat(inside.statusCode()).as(inside.body()).isEqualTo(200);
    var other = rest.post(API + "/resources", wish("").replace("MAIRIE", "VOI"));
    assertThat(other.statusCode()).isEqualTo(400);
    assertThat(error(other)).startsWith("Body doctype");
  }

  @Test
  void API3_scopes_and_passwords_hold() {
    var sender = APortal.of(town, "SUBMIT").rest();
    var answer = sender.post(API + "/resources", wish(""));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(error(answer)).isEqualTo("Service forbidden");
    assertThat(tool.get(API + "/users").statusCode()).isEqualTo(403);
    assertThat(tool.get("/v1/submissions/types").statusCode()).isEqualTo(403);
    var nobody = Rest.anonymous().get(API + "/resources/1");
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(error(nobody)).isEqualTo("Authentication Failed");
  }

  @Test
  void API3_an_agent_gets_a_token_for_a_password_and_a_tool_gets_none() {
    var given = authenticate(town.login(), ATown.PASSWORD);
    assertThat(given.statusCode()).isEqualTo(204);
    var token = given.headers().firstValue("Token").orElseThrow();
    assertThat(Rest.withToken(token).get(API + "/currentUser/profile").statusCode()).isEqualTo(200);
    assertThat(error(authenticate(town.login(), "faux"))).isEqualTo("Authentication Failed");
    assertThat(authenticate("portail", "demo").statusCode()).isEqualTo(401);
  }

  // --- Finding

  @Test
  void API3_letters_are_found_by_clause_and_by_criterion() {
    var word = "Clause" + UUID.randomUUID().toString().substring(0, 8);
    long id = registered(wish("\"subject\":\"" + word + "\""));
    var rows =
        json(
            tool.post(
                API + "/res/list",
                "{\"select\":\"res_id, alt_identifier\",\"clause\":\"subject = '%s' AND status <> 'DEL'\",\"orderBy\":[\"creation_date DESC\"],\"limit\":10,\"withFile\":true}"
                    .formatted(word)));
    var row = rows.getJsonArray("resources").getJsonObject(0);
    assertThat(row.getInt("res_id")).isEqualTo((int) id);
    assertThat(row).doesNotContainKey("subject");
    assertThat(row.getString("fileBase64Content")).isEqualTo(base64("Bonjour"));
    for (var clause :
        new String[] {"1=1; drop table note", "res_id = (select 1)", "secret = 'x'"}) {
      var answer = tool.post(API + "/res/list", "{\"clause\":\"" + clause + "\"}");
      assertThat(answer.statusCode()).as(clause).isEqualTo(400);
    }
    var found =
        json(
            search(
                tool,
                "{\"subject\":{\"values\":\"" + word.toUpperCase(java.util.Locale.ROOT) + "\"}}"));
    assertThat(found.getInt("count")).isEqualTo(1);
    assertThat(found.getJsonArray("allResources").getInt(0)).isEqualTo((int) id);
    assertThat(search(tool, "{\"inconnu\":{\"values\":\"x\"}}").statusCode()).isEqualTo(400);
  }

  @Test
  void API3_the_numbers_to_configure_a_tool_with_are_given() {
    assertThat(
            json(tool.get(API + "/doctypes"))
                .getJsonArray("doctypes")
                .getValuesAs(JsonObject.class))
        .extracting(t -> t.getJsonNumber("type_id").longValue())
        .contains(type);
    assertThat(
            json(tool.get(API + "/doctypes/types/" + type))
                .getJsonObject("doctype")
                .getString("description"))
        .isEqualTo("Divers");
    assertThat(
            json(tool.get(API + "/parameters/workingDays"))
                .getJsonObject("parameter")
                .getInt("param_value_int"))
        .isEqualTo(1);
    for (var list :
        new String[] {"entities", "priorities", "statuses", "indexingModels", "customFields"}) {
      assertThat(json(tool.get(API + "/" + list))).as(list).containsKey(list);
    }
  }

  @Test
  void API3_an_agent_reads_a_basket_and_acts_on_many_letters() {
    var agent = town.administrator();
    var letter = town.letter("Lot", "x");
    var baskets = json(agent.get("/v1/baskets")).getJsonArray("items");
    assertThat(baskets).isNotEmpty();
    var place =
        API + "/resourcesList/users/1/groups/1/baskets/" + baskets.getJsonObject(0).getString("id");
    var list = json(agent.get(place + "?limit=5"));
    assertThat(list).containsKeys("resources", "count", "basketLabel", "defaultAction");
    assertThat(
            put(agent, place + "/actions/follow", "{\"resources\":[" + letter + "]}").statusCode())
        .isEqualTo(204);
    assertThat(put(agent, place + "/actions/inconnue", "{\"resources\":[]}").statusCode())
        .isEqualTo(400);
    assertThat(
            put(tool, place + "/actions/follow", "{\"resources\":[" + letter + "]}").statusCode())
        .isEqualTo(403);
    assertThat(tool.get(place).statusCode()).isEqualTo(403);
  }

  @Test
  void API3_a_name_of_a_letter_is_refused_when_it_is_too_long_or_taken() {
    long one = registered(wish("\"externalId\":{\"external_id\":\"N-1\"}"));
    long two = registered(wish(""));
    assertThat(named(two, "N-2").statusCode()).isEqualTo(200);
    for (var wrong : new String[] {"N-1", "x".repeat(121)}) {
      var answer = named(two, wrong);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      assertThat(error(answer)).startsWith("Body external_id");
    }
    assertThat(
            json(tool.get(API + "/resources/" + two))
                .getJsonObject("externalId")
                .getString("external_id"))
        .isEqualTo("N-2");
    assertThat(
            json(tool.get(API + "/resources/" + one))
                .getJsonObject("externalId")
                .getString("external_id"))
        .isEqualTo("N-1");
  }

  @Test
  void API3_no_limit_however_it_is_written_gives_more_letters_with_files_than_may_be() {
    var word = "Limite" + UUID.randomUUID().toString().substring(0, 8);
    for (int i = 0; i < 22; i++) {
      registered(wish("\"subject\":\"" + word + "\""));
    }
    for (var limit : new String[] {"500", "-4294966796", "999999999999"}) {
      var rows =
          json(
              tool.post(
                  API + "/res/list",
                  "{\"select\":\"res_id\",\"clause\":\"subject = '%s'\",\"limit\":%s,\"withFile\":true}"
                      .formatted(word, limit)));
      assertThat(rows.getJsonArray("resources").size()).as(limit).isLessThanOrEqualTo(20);
    }
  }

  private static HttpResponse<String> named(long letter, String name) {
    return put(
        tool,
        API + "/res/externalInfos",
        "{\"externalInfos\":[{\"res_id\":%d,\"external_id\":\"%s\"}]}".formatted(letter, name));
  }

  /** The same wish, with this login in its list; the unit holds it when somebody is in copy. */
  private static String to(String wish, String mode, String login) {
    var dest = "{\"type\":\"entity\",\"id\":\"VOI\",\"mode\":\"dest\"},";
    return wish.replaceFirst(
        "\\}$",
        ",\"diffusionList\":[%s{\"type\":\"user\",\"id\":\"%s\",\"mode\":\"%s\"}]}"
            .formatted(mode.equals("cc") ? dest : "", login, mode));
  }

  private static HttpResponse<String> put(Rest rest, String path, String body) {
    return rest.send(
        rest.request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }

  private static long registered(String wish) {
    var answer = tool.post(API + "/resources", wish);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer).getJsonNumber("resId").longValue();
  }

  private static void refused(int status, String words, String wish) {
    var answer = tool.post(API + "/resources", wish);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(error(answer)).isEqualTo(words);
  }

  private static String error(HttpResponse<String> answer) {
    return json(answer).getString("errors");
  }

  private static String wish(String more) {
    return "{\"modelId\":1,\"status\":\"NEW\",\"doctype\":%d,\"destination\":\"MAIRIE\",\"encodedFile\":\"%s\",\"format\":\"txt\"%s}"
        .formatted(type, base64("Bonjour"), more.isEmpty() ? "" : "," + more);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static HttpResponse<String> search(Rest rest, String criteria) {
    return rest.post(API + "/search", criteria);
  }

  private static HttpResponse<String> authenticate(String login, String password) {
    var body = Json.createObjectBuilder().add("login", login).add("password", password).build();
    return Rest.anonymous().post(API + "/authenticate", body.toString());
  }
}
