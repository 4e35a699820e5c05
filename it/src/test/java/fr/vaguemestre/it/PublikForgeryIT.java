package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static java.net.http.HttpClient.Version.HTTP_1_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * API3, API4: what is signed falsely, or once too often, brings nothing (that it is refused {@link
 * PublikIT} says).
 */
@Journey
class PublikForgeryIT {
  private static final String SUBMIT = "/publik/api/formdefs/reclam/submit";
  private static final String ORIG = "portail.example.fr";
  private static final String KEY = "exemple-de-clef";
  private static final Rest ANYBODY = Rest.anonymous();
  private static final String FORM =
      """
      {"data":{"objet":"%s","nom":"Quatresols","prenom":"Geneviève","courriel":"noreply@example.fr",
               "adresse":"14 bis, chemin de la Tuilerie","code_postal":"25970","ville":"Pontarlieu"}}""";

  @Test
  void API3_API4_a_forged_or_spent_signature_brings_nothing_and_is_in_the_log() {
    var subject = "Faux " + nonce();
    var log = RunningServer.log().size();
    var spent = nonce();
    assertThat(ANYBODY.get(PublikIT.signed("/publik/api/formdefs/", ORIG, KEY, spent)).statusCode())
        .isEqualTo(200);
    for (var address :
        new String[] {
          PublikIT.signed(SUBMIT, ORIG, "autre-clef", nonce()),
          PublikIT.signed(SUBMIT, "autre.example.fr", KEY, nonce()),
          PublikIT.signed(SUBMIT, ORIG, KEY, nonce())
              .replace("reclam", "scol")
              .replace("nonce=", "nonce=x"),
          PublikIT.signed(SUBMIT, ORIG, KEY, nonce()).replaceFirst("signature=.*", "signature="),
          PublikIT.signed(SUBMIT, ORIG, KEY, nonce()).replace("algo=sha256", "algo=md5"),
          PublikIT.signed(SUBMIT, ORIG, KEY, spent)
        }) {
      var answer = post(address, subject);
      assertThat(answer.statusCode()).as(address + " " + answer.body()).isEqualTo(403);
      assertThat(json(answer).getInt("err")).isEqualTo(1);
    }
    assertThat(letters(subject)).isZero();
    assertThat(RunningServer.log().stream().skip(log).toList())
        .filteredOn(line -> line.contains("a signed address was refused"))
        .hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void API3_API4_one_signed_form_on_two_threads_is_one_letter() throws Exception {
    var subject = "Deux fois " + nonce();
    var address = PublikIT.signed(SUBMIT, ORIG, KEY, nonce());
    Callable<Integer> one = () -> post(address, subject).statusCode();
    try (var threads = Executors.newFixedThreadPool(2)) {
      var said = threads.invokeAll(IntStream.range(0, 2).mapToObj(i -> one).toList());
      assertThat(java.util.List.of(said.get(0).get(), said.get(1).get()))
          .containsExactlyInAnyOrder(200, 403);
    }
    assertThat(letters(subject)).isEqualTo(1);
  }

  private static HttpResponse<String> post(String address, String subject) {
    return ANYBODY.send(
        ANYBODY
            .request(address)
            .version(HTTP_1_1)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(FORM.formatted(subject))));
  }

  private static long letters(String subject) {
    return ATown.number("select count(*) from submission where subject = '%s'".formatted(subject));
  }

  private static String nonce() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
