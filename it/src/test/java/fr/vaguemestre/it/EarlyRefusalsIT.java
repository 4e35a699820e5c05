package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** API3: what is refused before any resource is asked is told in the partner's format too. */
@Journey
class EarlyRefusalsIT {
  private static final String MAARCH = "/maarch/rest/entities";
  private static final String PUBLIK = "/publik/api/categories/";
  private static final String LUTECE = "/lutece/rest/notificationstore/v3/status";
  private static final String OURS = "/v1/submissions/types";
  private static final Map<String, String> SCOPES =
      Map.of(MAARCH, "REGISTER", PUBLIK, "SUBMIT", LUTECE, "NOTIFY", OURS, "SUBMIT");
  private static ATown town;

  @BeforeAll
  static void a_town() {
    town = ATown.founded("early." + UUID.randomUUID().toString().substring(0, 6));
  }

  @Test
  void API3_too_many_calls_and_calls_from_elsewhere_are_refused_in_each_format() {
    for (var door : SCOPES.keySet()) {
      var busy = APortal.of(town, SCOPES.get(door));
      busy.change("update api_client set calls_per_minute = 1 where id = (select id from me)");
      var last =
          IntStream.range(0, 4)
              .mapToObj(i -> busy.rest().get(door))
              .filter(answer -> answer.statusCode() == 429)
              .findFirst()
              .orElseThrow();
      assertThat(last.headers().firstValue("Retry-After")).as(door).isPresent();
      told(door, 429, json(last), type(last.headers().firstValue("Content-Type").orElse("")));
      var elsewhere = APortal.of(town, SCOPES.get(door));
      elsewhere.change(
          "update api_client set networks = '192.0.2.0/24' where id = (select id from me)");
      var refused = elsewhere.rest().get(door);
      assertThat(refused.statusCode()).as(door).isEqualTo(403);
      told(door, 403, json(refused), type(refused.headers().firstValue("Content-Type").orElse("")));
      assertThat(elsewhere.noted(1)).containsExactly("GET ? 403 access.address-not-allowed");
    }
  }

  @Test
  void API3_what_is_too_long_and_what_another_site_sends_are_refused_in_each_format()
      throws IOException {
    for (var door : SCOPES.keySet()) {
      var portal = APortal.of(town, SCOPES.get(door));
      try (var call =
          RawCall.post(
              portal, door, "Content-Type: application/json", "Content-Length: 300000000")) {
        var answer = call.answer();
        assertThat(answer.status()).as(door).isEqualTo(413);
        var body = answer.text().substring(answer.text().indexOf('{'));
        try (var reader =
            Json.createReader(new StringReader(body.substring(0, body.lastIndexOf('}') + 1)))) {
          told(door, 413, reader.readObject(), type(answer.text()));
        }
      }
      assertThat(portal.noted(1)).containsExactly("POST ? 413 request.too-large");
      var lent =
          portal
              .rest()
              .send(
                  portal
                      .rest()
                      .request(door)
                      .header("Origin", "https://ailleurs.example.org")
                      .POST(BodyPublishers.ofString("{}")));
      assertThat(lent.statusCode()).as(door).isEqualTo(403);
      told(door, 403, json(lent), type(lent.headers().firstValue("Content-Type").orElse("")));
    }
  }

  private static void told(String door, int status, JsonObject body, String type) {
    switch (door) {
      case MAARCH -> {
        assertThat(body.keySet()).containsExactly("errors");
        assertThat(body.getString("errors"))
            .satisfies(
                words -> {
                  if (status == 403) {
                    assertThat(words).isEqualTo("Service forbidden");
                  } else {
                    assertThat(words).isNotBlank();
                  }
                });
        assertThat(type).isEqualTo("application/json");
      }
      case PUBLIK -> {
        assertThat(body.getInt("err")).isEqualTo(1);
        assertThat(body.getString("err_class")).matches("(access|request)\\..+");
        assertThat(body.getString("err_desc")).isNotBlank();
        assertThat(type).isEqualTo("application/json");
      }
      case LUTECE -> {
        assertThat(body.getJsonObject("acknowledge").getString("status")).isEqualTo("error");
        assertThat(body.getJsonObject("acknowledge").getJsonArray("errors")).hasSize(1);
        assertThat(type).isEqualTo("application/json");
      }
      default -> {
        assertThat(body.getInt("status")).isEqualTo(status);
        assertThat(type).isEqualTo("application/problem+json");
      }
    }
  }

  private static String type(String told) {
    return told.contains("application/problem+json")
        ? "application/problem+json"
        : told.contains("application/json") ? "application/json" : told;
  }
}
