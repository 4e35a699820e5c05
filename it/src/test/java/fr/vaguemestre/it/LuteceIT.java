package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonString;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** API3: applications of LUTECE tell how demands stand, and read it again. */
@Journey
class LuteceIT {
  private static final String STORE = "/lutece/rest/notificationstore/v3";
  private static ATown town;
  private static APortal application;
  private static Rest rest;

  @BeforeAll
  static void a_town_with_an_application() {
    town = ATown.founded("lutece." + UUID.randomUUID().toString().substring(0, 6));
    application = APortal.of(town, "NOTIFY");
    rest = application.rest();
  }

  @Test
  void API3_what_is_told_is_acknowledged_read_again_and_told_once() {
    var customer = "c-" + UUID.randomUUID();
    var first = tell(told(1_763_719_200_000L, "7", customer, 11, "En cours"));
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    tell(told(1_763_719_200_000L, "7", customer, 11, "En cours"));
    tell(told(1_763_805_600_000L, "7", customer, 15, "Terminée"));
    tell(told(1_763_700_000_000L, "7", customer, 10, "Trop vieux"));
    var list = json(rest.get(STORE + "/demand/list?customerId=" + customer));
    assertThat(list.getInt("number_result")).isEqualTo(1);
    var demand = list.getJsonArray("list_demand_display").getJsonObject(0);
    assertThat(demand.getString("status")).isEqualTo("Terminée");
    assertThat(demand.getJsonObject("demand").getInt("status_id")).isEqualTo(15);
    assertThat(demand.getJsonObject("demand").getBoolean("closed")).isTrue();
    assertThat(
            json(rest.get(STORE + "/demand/status?listStatus=11,12&customerId=" + customer))
                .getString("status"))
        .isEqualTo("NO_RESULT");
    var told =
        json(
            rest.get(
                STORE + "/notification/list?idDemand=7&idDemandType=108&customerId=" + customer));
    assertThat(told.getJsonArray("notifications")).hasSize(3);
    assertThat(rest.send(rest.request(STORE + "/demand/" + customer).DELETE()).statusCode())
        .isEqualTo(200);
    assertThat(
            json(rest.get(STORE + "/demand/list?customerId=" + customer)).getInt("number_result"))
        .isZero();
  }

  @Test
  void API3_what_is_missing_is_a_warning_and_not_an_error() {
    var answer = tell("{\"notification\":{\"date\":1763719200000,\"demand\":{},\"inconnu\":1}}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var acknowledge = json(answer).getJsonObject("acknowledge");
    assertThat(acknowledge.getString("status")).isEqualTo("warning");
    assertThat(acknowledge.getJsonArray("warnings").getValuesAs(JsonString::getString))
        .containsExactly(
            "demand id is missing", "demand type_id is missing", "customer is unknown");
    var nothing = tell("{}");
    assertThat(nothing.statusCode()).isEqualTo(400);
    assertThat(json(nothing).getJsonObject("acknowledge").getString("status")).isEqualTo("error");
  }

  @Test
  void API3_a_demand_is_tied_to_the_only_contact_of_that_address() {
    var email = "h" + UUID.randomUUID() + "@example.fr";
    var answer =
        town.administrator()
            .post(
                "/v1/correspondence",
                List.of(
                    Rest.Part.json(
                        "metadata",
                        "{\"subject\":\"x\",\"type\":\"DIVERS\",\"unit\":\"MAIRIE\",\"sender\":{\"lastName\":\"Histoire\",\"email\":\"%s\"}}"
                            .formatted(email)),
                    Rest.Part.file(
                        "file",
                        "l.txt",
                        "text/plain",
                        "x".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var telling =
        json(
            tell(
                "{\"notification\":{\"demand\":{\"id\":\"1\",\"type_id\":\"108\",\"customer\":{\"customer_id\":\"%s\",\"email\":\"%s\"}}}}"
                    .formatted(UUID.randomUUID(), email)));
    assertThat(telling.getJsonObject("acknowledge").getString("status")).isEqualTo("received");
    assertThat(
            ATown.number(
                "select count(*) from demand d join contact k on k.id = d.contact_id and k.tenant_id = d.tenant_id where k.email = '"
                    + email
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void API3_types_have_names_and_statuses_are_those_all_share() {
    assertThat(
            rest.post(
                    STORE + "/demandType",
                    "{\"id_demand_type\":108,\"label\":\"Cantine\",\"app_code\":\"CANT\"}")
                .statusCode())
        .isEqualTo(200);
    assertThat(json(rest.get(STORE + "/demandType/108")).getString("label")).isEqualTo("Cantine");
    assertThat(
            rest.send(
                    rest.request(STORE + "/demandType/108")
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString("{\"label\":\"Restauration\"}")))
                .statusCode())
        .isEqualTo(200);
    assertThat(rest.get(STORE + "/demandType").body()).contains("Restauration");
    assertThat(rest.send(rest.request(STORE + "/demandType/108").DELETE()).statusCode())
        .isEqualTo(200);
    assertThat(rest.get(STORE + "/demandType/108").statusCode()).isEqualTo(404);
    assertThat(rest.get(STORE + "/status").body()).contains("TOCOMPLETE");
  }

  @Test
  void API3_an_application_reads_its_own_and_needs_its_scope() {
    var customer = "c-" + UUID.randomUUID();
    tell(told(1_763_719_200_000L, "9", customer, 11, "En cours"));
    var other = APortal.of(town, "NOTIFY").rest();
    assertThat(
            json(other.get(STORE + "/demand/list?customerId=" + customer)).getInt("number_result"))
        .isZero();
    var wrong = APortal.of(town, "SUBMIT").rest();
    assertThat(wrong.post(STORE + "/notification", told(1, "9", customer, 11, "x")).statusCode())
        .isEqualTo(403);
    assertThat(town.administrator().get(STORE + "/status").statusCode()).isEqualTo(403);
    var nobody = Rest.anonymous().get(STORE + "/status");
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(json(nobody).getJsonObject("acknowledge").getString("status")).isEqualTo("error");
  }

  private static HttpResponse<String> tell(String body) {
    return rest.post(STORE + "/notification", body);
  }

  private static String told(long at, String demand, String customer, int status, String words) {
    return """
        {"notification":{"date":%d,"demand":{"id":"%s","type_id":"108","status_id":%d,"max_step":2,"current_step":1,
         "customer":{"customer_id":"%s","email":""}},"mydashboard":{"status_id":%d,"status_text":"%s","subject":"Cantine","message":"m"}}}"""
        .formatted(at, demand, status, customer, status, words);
  }
}
