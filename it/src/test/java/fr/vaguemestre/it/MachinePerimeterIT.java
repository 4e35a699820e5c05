package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** API4: machine accounts send what their unit and their types allow, while they are in force. */
@Journey
class MachinePerimeterIT {
  private static final String SUBMISSIONS = "/v1/submissions";
  private static ATown town;

  /** Streets, with the lamps below them; parks beside; each with a type, and one of no unit. */
  @BeforeAll
  static void a_town_of_three_units() {
    town = ATown.founded("perim." + UUID.randomUUID().toString().substring(0, 6));
    unit("VOI", "MAIRIE");
    unit("LAMP", "VOI");
    unit("PARC", "MAIRIE");
    for (var unit : new String[] {"VOI", "LAMP", "PARC"}) {
      ATown.change(
          """
          insert into document_type (tenant_id, id, version, code, label, domain, family, default_unit_id)
            select tenant_id, nextval('row_id'), 1, 'T%2$s', 'T%2$s', 'D', 'F', id from unit where tenant_id = %1$d and code = '%2$s'
          """
              .formatted(town.id(), unit));
    }
  }

  @Test
  void API4_a_unit_opens_the_types_of_its_branch_and_no_other() {
    var streets = APortal.full(town);
    perimeter(streets, "VOI");
    assertThat(types(streets)).containsExactlyInAnyOrder("TVOI", "TLAMP");
    assertThat(send(streets, "TVOI").statusCode()).isEqualTo(201);
    assertThat(send(streets, "TLAMP").statusCode()).isEqualTo(201);
    long before = letters();
    for (var type : new String[] {"TPARC", "DIVERS", "INCONNU", "tvoi' or '1'='1"}) {
      ARefusal.expect(send(streets, type), 422, "submission.type-not-open");
    }
    assertThat(letters()).isEqualTo(before);
    assertThat(streets.noted(7))
        .filteredOn("POST /v1/submissions 422 submission.type-not-open"::equals)
        .hasSize(4);
  }

  @Test
  void API4_types_narrow_a_perimeter_and_never_widen_it() {
    var lamps = APortal.full(town);
    perimeter(lamps, "VOI");
    allow(lamps, "TLAMP");
    allow(lamps, "TPARC");
    assertThat(types(lamps)).containsExactly("TLAMP");
    ARefusal.expect(send(lamps, "TVOI"), 422, "submission.type-not-open");
    ARefusal.expect(send(lamps, "TPARC"), 422, "submission.type-not-open");
    assertThat(send(lamps, "TLAMP").statusCode()).isEqualTo(201);
  }

  @Test
  void API4_what_an_account_sent_stays_its_own_when_its_perimeter_changes() {
    var moved = APortal.full(town);
    var here = SUBMISSIONS + "/" + json(send(moved, "TPARC")).getInt("id");
    perimeter(moved, "VOI");
    ARefusal.expect(send(moved, "TPARC"), 422, "submission.type-not-open");
    assertThat(moved.rest().get(here).statusCode()).isEqualTo(200);
    assertThat(moved.rest().post(here + "/messages", "{\"text\":\"Merci.\"}").statusCode())
        .isEqualTo(201);
    var neighbour = APortal.full(town);
    for (var below : new String[] {"", "/documents", "/reply", "/reply/document"}) {
      ARefusal.expect(neighbour.rest().get(here + below), 404, "platform.not-found");
    }
    for (var below : new String[] {"/messages", "/withdrawal"}) {
      ARefusal.expect(
          neighbour.rest().post(here + below, "{\"text\":\"x\"}"), 404, "platform.not-found");
    }
  }

  @Test
  void API4_a_scope_taken_away_is_gone_at_the_next_call() {
    var narrowed = APortal.full(town);
    var here = SUBMISSIONS + "/" + json(send(narrowed, "TVOI")).getInt("id");
    narrowed.change(
        "delete from api_client_scope where client_id = (select id from me) and scope = 'COMPLETE'");
    ARefusal.expect(
        narrowed.rest().post(here + "/messages", "{\"text\":\"x\"}"), 403, "access.scope-missing");
    assertThat(narrowed.rest().get(here).statusCode()).isEqualTo(200);
  }

  @Test
  void API4_a_closed_or_ended_account_is_nobody() {
    var closed = APortal.full(town);
    closed.change("update api_client set active = false where id = (select id from me)");
    var ended = APortal.full(town);
    ended.change(
        "update api_client set expires_at = now() - interval '1 second' where id = (select id from me)");
    long before = letters();
    for (var portal : new APortal[] {closed, ended}) {
      ARefusal.expect(send(portal, "TVOI"), 401, "access.not-authenticated");
      ARefusal.expect(
          portal.rest().get("/v1/delays/compute?received=2026-11-20"),
          401,
          "access.not-authenticated");
      assertThat(
              ATown.number(
                  "select count(*) from login_failure where tenant_id = %d and login = '%s'"
                      .formatted(town.id(), portal.login().replaceAll("@.*", ""))))
          .as("told to administrators as wrong secrets are")
          .isEqualTo(2);
    }
    assertThat(letters()).isEqualTo(before);
  }

  private static java.net.http.HttpResponse<String> send(APortal portal, String type) {
    return portal
        .rest()
        .post(SUBMISSIONS, MachineScopesIT.WISH.replace("\"DIVERS\"", "\"" + type + "\""));
  }

  private static java.util.List<String> types(APortal portal) {
    return json(portal.rest().get(SUBMISSIONS + "/types"))
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(t -> t.getString("code"))
        .toList();
  }

  private static void unit(String code, String above) {
    ATown.change(
        """
        insert into unit (tenant_id, id, version, code, label, short_label, kind, parent_id)
          select tenant_id, nextval('row_id'), 1, '%2$s', '%2$s', '%2$s', 'SERVICE', id from unit where tenant_id = %1$d and code = '%3$s'
        """
            .formatted(town.id(), code, above));
  }

  private static void perimeter(APortal portal, String unit) {
    portal.change(
        "update api_client set perimeter_unit_id = (select id from unit where code = '%s' and tenant_id = %d) where id = (select id from me)"
            .formatted(unit, town.id()));
  }

  private static void allow(APortal portal, String type) {
    portal.change(
        "insert into api_client_type select me.tenant_id, me.id, t.id from me join document_type t on t.tenant_id = me.tenant_id and t.code = '%s'"
            .formatted(type));
  }

  private static long letters() {
    return ATown.number("select count(*) from correspondence where tenant_id = " + town.id());
  }
}
