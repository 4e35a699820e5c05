package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpResponse;

/**
 * What every refusal of the API has: its status, a problem with a stable code, and nothing more.
 */
final class ARefusal {
  private ARefusal() {}

  /**
   * @param code of the problem, or of one of the fields at fault
   */
  static void expect(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    expect(answer.body(), status, code);
  }

  static void expect(RawCall.Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.text()).contains("application/problem+json");
    var text = answer.text();
    expect(text.substring(text.indexOf('{'), text.lastIndexOf('}') + 1), status, code);
  }

  private static void expect(String body, int status, String code) {
    assertThat(body).doesNotContain("\tat ", "Exception", "fr.vaguemestre");
    try (var reader = Json.createReader(new StringReader(body))) {
      var problem = reader.readObject();
      assertThat(problem.getInt("status")).isEqualTo(status);
      assertThat(problem.getString("detail")).doesNotContain("{").isNotBlank();
      assertThat(problem.getString("type"))
          .isEqualTo("urn:vaguemestre:problem:" + problem.getString("code"));
      var fields = problem.getJsonArray("errors").getValuesAs(JsonObject.class);
      if (!problem.getString("code").equals(code)) {
        assertThat(fields).as(body).extracting(f -> f.getString("code")).contains(code);
      }
    }
  }
}
