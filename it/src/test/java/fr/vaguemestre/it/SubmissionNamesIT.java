package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.it.Rest.Part;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** API1: the names of what portals send are words to be shown. */
@Journey
class SubmissionNamesIT {
  private static final String SUBMISSIONS = "/v1/submissions";
  private static ATown town;

  @BeforeAll
  static void a_town() {
    town = ATown.founded("names." + UUID.randomUUID().toString().substring(0, 6));
  }

  @Test
  void API1_a_file_name_is_shown_tame_and_is_never_a_path() {
    var portal = APortal.full(town);
    for (var name :
        List.of(
            "../../etc/passwd",
            "..\\..\\C:\\Windows\\x.txt",
            "C:\\x",
            "/etc/shadow",
            "..",
            "nul\0l.txt",
            "facture\u202etxt.fdp.txt",
            "entete\u0007.txt",
            "<b>|?*.txt",
            "n".repeat(700) + ".txt")) {
      var answer = send(portal, name);
      assertThat(answer.statusCode()).as(name + " " + answer.body()).isEqualTo(201);
      var here = SUBMISSIONS + "/" + json(answer).getInt("id") + "/documents";
      var kept =
          json(portal.rest().get(here)).getJsonArray("items").getValuesAs(JsonObject.class).get(1);
      assertThat(kept.getString("name"))
          .as(name)
          .isNotEqualTo("..")
          .doesNotContainPattern("[/\\\\\\p{Cntrl}\\p{Cf}<>:\"|?*]")
          .hasSizeBetween(1, 200);
      var bytes = portal.rest().download(here + "/" + kept.getInt("id"));
      assertThat(bytes.body()).isEqualTo("pièce".getBytes(UTF_8));
      assertThat(bytes.headers().firstValue("Content-Disposition").orElseThrow())
          .matches("attachment; filename=\"[A-Za-z0-9 ._()-]+\"; filename\\*=UTF-8''[!-~]+");
    }
    long before = letters();
    ARefusal.expect(send(portal, "n".repeat(4000) + ".txt"), 400, "request.malformed");
    assertThat(letters()).isEqualTo(before);
    assertThat(portal.noted(31).getLast()).isEqualTo("POST /v1/submissions 400 request.malformed");
  }

  private static HttpResponse<String> send(APortal portal, String name) {
    return portal
        .rest()
        .post(
            SUBMISSIONS,
            List.of(
                Part.json("submission", MachineScopesIT.WISH),
                Part.file("file", name, "text/plain", "pièce".getBytes(UTF_8))));
  }

  private static long letters() {
    return ATown.number("select count(*) from correspondence where tenant_id = " + town.id());
  }
}
