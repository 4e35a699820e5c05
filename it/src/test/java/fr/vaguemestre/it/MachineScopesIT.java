package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static java.net.http.HttpClient.Version.HTTP_1_1;
import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.access.Scope;
import fr.vaguemestre.it.Rest.Part;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * API4: the matrix of machine accounts, scope by route, over every address that the description of
 * the API has: what a scope does not open is 403, what is another account's is 404, and each
 * refusal is noted with its code.
 */
@Journey
class MachineScopesIT {
  private static final String SUBMISSIONS = "/v1/submissions";
  static final String WISH =
      """
      {"type":"DIVERS","subject":"Banc cassé","text":"Bonjour.",
       "person":{"firstName":"Geneviève","lastName":"Quatresols","email":"noreply@example.fr",
                 "postalAddress":{"street":"14 bis, chemin de la Tuilerie","postcode":"25970","city":"Pontarlieu"}}}""";
  private static ATown town;
  private static Map<String, String> theirs;

  @BeforeAll
  static void a_town_and_a_submission_of_another_account() {
    town = ATown.founded("scopes." + UUID.randomUUID().toString().substring(0, 6));
    var sent = json(APortal.full(town).rest().post(SUBMISSIONS, WISH));
    theirs =
        Map.of(
            "id",
            String.valueOf(sent.getInt("id")),
            "code",
            sent.getString("trackingCode"),
            "document",
            ATown.texts("select id from submission_file where submission_id = " + sent.getInt("id"))
                .getFirst());
  }

  @Test
  void API4_each_scope_alone_opens_its_own_addresses_and_no_other() {
    for (var scope : Scope.values()) {
      matrix(EnumSet.of(scope), APortal.of(town, scope.name()));
    }
  }

  @Test
  void API4_an_account_without_scope_opens_nothing_but_the_calculator() {
    matrix(Set.of(), APortal.of(town));
  }

  @Test
  void API4_all_scopes_together_open_no_agents_address() {
    var all = EnumSet.allOf(Scope.class);
    matrix(all, APortal.of(town, all.stream().map(Scope::name).toArray(String[]::new)));
  }

  /** Calls every address once, compares each answer with what the matrix says. */
  private static void matrix(Set<Scope> scopes, APortal portal) {
    long letters = letters();
    long sent = 0;
    int refused = 0;
    var routes = Route.all();
    for (var route : routes) {
      var answer = call(portal.rest(), route);
      var what = scopes + " " + route;
      assertThat(answer.statusCode()).as(what + " " + answer.body()).isLessThan(500);
      var needed = scope(route);
      if (route.of("/v1/delays/")) {
        assertThat(answer.statusCode()).as(what).isEqualTo(200);
      } else if (!route.of(SUBMISSIONS)) {
        ARefusal.expect(answer, 403, "access.not-for-machine-accounts");
      } else if (!scopes.contains(needed.orElseThrow())) {
        ARefusal.expect(answer, 403, "access.scope-missing");
      } else if (needed.get() == Scope.SUBMIT) {
        assertThat(answer.statusCode()).as(what + " " + answer.body()).isIn(200, 201);
        sent += answer.statusCode() == 201 ? 1 : 0;
      } else {
        ARefusal.expect(answer, 404, "platform.not-found");
      }
      refused += answer.statusCode() == 403 || answer.statusCode() == 404 ? 1 : 0;
    }
    assertThat(letters()).as("registered by " + scopes).isEqualTo(letters + sent);
    assertThat(portal.noted(routes.size()))
        .as("noted of " + scopes)
        .hasSize(routes.size())
        .noneMatch(line -> line.contains(" ? "))
        .filteredOn(line -> line.matches(".* 40[34] [a-z]+\\.[a-z-]+"))
        .hasSize(refused);
  }

  /** What an address of the submissions is opened by. */
  private static Optional<Scope> scope(Route route) {
    if (!route.of(SUBMISSIONS)) {
      return Optional.empty();
    }
    if (route.path().equals(SUBMISSIONS) || route.path().equals(SUBMISSIONS + "/types")) {
      return Optional.of(Scope.SUBMIT);
    }
    return Optional.of(route.reads() ? Scope.FOLLOW : Scope.COMPLETE);
  }

  /** With a body that is right, so that nothing else can be the reason of a refusal. */
  private static HttpResponse<String> call(Rest rest, Route route) {
    var address = route.with(theirs);
    if (route.path().equals(SUBMISSIONS)) {
      return rest.post(address, WISH);
    }
    if (route.multipart()) {
      return rest.post(
          address,
          List.of(
              Part.file(
                  "file", "x.txt", "text/plain", "facture".getBytes(StandardCharsets.UTF_8))));
    }
    var query = route.of("/v1/delays/") ? "?received=2026-11-20" : "";
    var request = rest.request(address + query).version(HTTP_1_1);
    if (route.takes() != null) {
      request.header("Content-Type", route.takes());
    }
    return rest.send(
        request.method(
            route.verb(),
            route.takes() == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString("{\"text\":\"x\",\"reason\":\"x\"}")));
  }

  private static long letters() {
    return ATown.number("select count(*) from correspondence where tenant_id = " + town.id());
  }
}
