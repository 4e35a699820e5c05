package fr.vaguemestre.it;

import static java.net.http.HttpClient.Version.HTTP_1_1;
import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.access.Scope;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * API3, API4: the partners' addresses, scope by route: each in its partner's format, each refusal
 * noted with its code.
 */
@Journey
class MachineDoorsIT {
  private static final String PUBLIK = "/publik/api";
  private static final String MAARCH = "/maarch/rest";
  private static final String STORE = "/lutece/rest/notificationstore/v3";
  private static final List<Door> DOORS =
      List.of(
          new Door(Scope.SUBMIT, "GET", PUBLIK + "/formdefs/", null),
          new Door(Scope.SUBMIT, "GET", PUBLIK + "/categories/", null),
          new Door(Scope.SUBMIT, "GET", PUBLIK + "/formdefs/divers/schema", null),
          new Door(Scope.SUBMIT, "POST", PUBLIK + "/formdefs/divers/submit", "{\"data\":{}}"),
          new Door(Scope.FOLLOW, "GET", PUBLIK + "/forms/", null),
          new Door(Scope.FOLLOW, "GET", PUBLIK + "/forms/divers/1/", null),
          new Door(Scope.FOLLOW, "GET", PUBLIK + "/user/forms?email=g.q@example.fr", null),
          new Door(Scope.FOLLOW, "GET", PUBLIK + "/code/K7QM-2VXP-9RTA", null),
          new Door(Scope.REGISTER, "GET", MAARCH + "/doctypes", null),
          new Door(Scope.REGISTER, "GET", MAARCH + "/entities", null),
          new Door(Scope.REGISTER, "GET", MAARCH + "/priorities", null),
          new Door(Scope.REGISTER, "GET", MAARCH + "/statuses", null),
          new Door(Scope.REGISTER, "GET", MAARCH + "/indexingModels", null),
          new Door(Scope.REGISTER, "GET", MAARCH + "/customFields", null),
          new Door(Scope.REGISTER, "GET", MAARCH + "/parameters/workingDays", null),
          new Door(Scope.REGISTER, "POST", MAARCH + "/search", "{}"),
          new Door(Scope.NOTIFY, "GET", STORE + "/demandType", null),
          new Door(Scope.NOTIFY, "GET", STORE + "/status", null),
          new Door(Scope.NOTIFY, "GET", STORE + "/demand/list?customerId=x", null),
          new Door(Scope.NOTIFY, "DELETE", STORE + "/demand/x", null));
  private static ATown town;

  /** An address and the scope that opens it. */
  private record Door(Scope scope, String verb, String path, String body) {}

  @BeforeAll
  static void a_town() {
    town = ATown.founded("doors." + UUID.randomUUID().toString().substring(0, 6));
  }

  @Test
  void API3_API4_each_scope_alone_opens_its_partners_addresses_and_no_other() {
    var scopes = new ArrayList<>(List.of(Scope.values()));
    scopes.add(null);
    for (var scope : scopes) {
      var portal = scope == null ? APortal.of(town) : APortal.of(town, scope.name());
      int refused = 0;
      for (var door : DOORS) {
        var answer = call(portal.rest(), door);
        var what = scope + " " + door + " " + answer.body();
        if (door.scope() == scope) {
          assertThat(answer.statusCode()).as(what).isNotEqualTo(403).isLessThan(500);
        } else {
          assertThat(answer.statusCode()).as(what).isEqualTo(403);
          assertThat(answer.headers().firstValue("Content-Type").orElse(""))
              .as(what)
              .startsWith("application/json");
          assertThat(answer.body()).as(what).doesNotContain("MAIRIE", "\tat ", "Exception");
          refused++;
        }
      }
      assertThat(portal.noted(DOORS.size()))
          .as("noted of " + scope)
          .hasSize(DOORS.size())
          .filteredOn(line -> line.endsWith(" 403 access.scope-missing"))
          .hasSize(refused);
    }
  }

  @Test
  void API3_API4_what_is_agents_stays_theirs_whatever_the_scopes() {
    var all = new ArrayList<String>();
    for (var scope : Scope.values()) {
      all.add(scope.name());
    }
    var portal = APortal.of(town, all.toArray(String[]::new)).rest();
    for (var path : List.of("/users", "/resourcesList/users/1/groups/1/baskets/QUALIFY")) {
      assertThat(portal.get(MAARCH + path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(portal.get(MAARCH + "/currentUser/profile").statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> call(Rest rest, Door door) {
    var request = rest.request(door.path()).version(HTTP_1_1);
    if (door.body() != null) {
      request.header("Content-Type", "application/json");
    }
    return rest.send(
        request.method(
            door.verb(),
            door.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(door.body())));
  }
}
