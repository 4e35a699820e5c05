package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** REP4: a mailing checked, launched and followed by a program. */
@Journey
class MailingApiIT {
  private static final Rest ASSISTANT = AReply.ASSISTANT;
  private static final String HEADER = "Civilité;Nom;Prénom;Adresse;Code postal;Ville;Courriel\n";
  private static final String GOOD =
      HEADER
          + "Madame;Durand;Émilie;1 rue Haute;25300;Pontarlieu;e.durand@exemple.fr\n"
          + "Monsieur;Faivre;Paul;2 rue Basse;25300;Pontarlieu;p.faivre@exemple.fr\n";

  /** Nobody's name. */
  private static final String WRONG = ";;;4 rue;25300;Pontarlieu;\n";

  @Test
  void REP4_what_was_checked_is_launched_once_and_followed_to_its_end() throws Exception {
    var reply = AMailing.signed("Par programme " + System.nanoTime());
    var path = reply.path() + "/mailings";

    var wrong = check(path, GOOD + WRONG);
    assertThat(wrong.getBoolean("good")).isFalse();
    assertThat(wrong.getJsonArray("problems").getJsonObject(0).getInt("line")).isPositive();
    assertThat(wrong.getJsonArray("problems").getJsonObject(0).getString("detail")).isNotBlank();
    refused(launch(ASSISTANT, path, wrong.getString("checked"), GOOD + WRONG), 409);

    var checked = check(path, GOOD);
    assertThat(checked.getBoolean("good")).isTrue();
    assertThat(checked.getInt("recipients")).isEqualTo(2);
    refused(
        launch(ASSISTANT, path, checked.getString("checked"), GOOD.replace("Paul", "Luc")), 409);
    refused(launch(ASSISTANT, path, "", GOOD), 422);
    assertThat(json(ASSISTANT.get(path)).getJsonArray("items")).isEmpty();

    var begun = launch(ASSISTANT, path, checked.getString("checked"), GOOD);
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    var own = begun.headers().firstValue("Location").orElseThrow();
    var mailing = own.substring(own.indexOf("/v1/"));
    assertThat(json(launch(ASSISTANT, path, checked.getString("checked"), GOOD)).getInt("id"))
        .as("the same mailing")
        .isEqualTo(json(begun).getInt("id"));
    var done = ATown.until(() -> json(ASSISTANT.get(mailing)), m -> m.getBoolean("done"));
    assertThat(done.getInt("served")).isEqualTo(2);
    assertThat(json(ASSISTANT.get(mailing + "/recipients")).getJsonArray("items"))
        .hasSize(2)
        .allSatisfy(r -> assertThat(r.asJsonObject().getString("status")).isEqualTo("MADE"));
    try (var pdf = Loader.loadPDF(ASSISTANT.download(mailing + "/print").body())) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("Durand", "2 rue Basse");
    }
    assertThat(json(ASSISTANT.get(path)).getJsonArray("items")).hasSize(1);
    assertThat(ATown.number("select count(*) from mailing where correspondence_id = " + reply.id()))
        .isEqualTo(1);
  }

  @Test
  void O8_who_does_not_see_the_letter_sees_no_mailing_and_who_may_not_send_launches_none() {
    var reply = AMailing.signed("Pas pour tous " + System.nanoTime());
    var path = reply.path() + "/mailings";
    var checked = check(path, GOOD).getString("checked");
    var stranger = Rest.as("autre");
    assertThat(stranger.get(path).statusCode()).isEqualTo(404);
    refused(launch(stranger, path, checked, GOOD), 404);
    assertThat(launch(AReply.MAYOR, path, checked, GOOD).statusCode()).isIn(403, 404);
    var begun = launch(ASSISTANT, path, checked, GOOD);
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    var mailing = "/v1/mailings/" + json(begun).getInt("id");
    for (var address : List.of("", "/recipients", "/print")) {
      assertThat(stranger.get(mailing + address).statusCode()).as(address).isEqualTo(404);
    }
    refused(stranger.post(mailing + "/resume", "{}"), 404);
  }

  private static JsonObject check(String path, String csv) {
    var answer = ASSISTANT.post(path + "/check", parts("{\"means\":\"POST\"}", csv));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  private static HttpResponse<String> launch(Rest who, String path, String checked, String csv) {
    return who.post(path, parts("{\"means\":\"POST\",\"checked\":\"" + checked + "\"}", csv));
  }

  private static List<Rest.Part> parts(String mailing, String csv) {
    return List.of(
        Rest.Part.json("mailing", mailing),
        Rest.Part.file("file", "u.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
  }

  private static void refused(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
  }
}
