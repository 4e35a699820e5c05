package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.it.bench.SamplePdf;
import java.util.List;

/** A letter of the demo town with its file, brought by the mail office through the API. */
final class ALetter {
  private ALetter() {}

  /** Its path below {@code /api}. */
  static String registered(String subject, String unit) {
    var answer =
        AReply.CLERK.post(
            "/v1/correspondence",
            List.of(
                Rest.Part.json(
                    "metadata",
                    "{\"subject\":\"%s\",\"type\":\"SALLE\",\"unit\":\"%s\"}"
                        .formatted(subject, unit)),
                Rest.Part.file("file", "l.pdf", "application/pdf", SamplePdf.ofPages(subject, 1))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return "/v1/correspondence/" + Rest.json(answer).getJsonNumber("id");
  }
}
