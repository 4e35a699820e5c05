package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** CIR2, CIR8: what is written with an action is kept whole in the history, or refused in words. */
@Journey
class LongWordsIT {
  private final Rest assistant = Rest.as("assistante");

  @Test
  void CIR8_long_words_are_kept_whole_or_refused() {
    var letter = ReservationIT.register();
    var asked = act(letter, "request-contribution", "question", "Qu’en pensez-vous ?");
    assertThat(asked.statusCode()).as(asked.body()).isEqualTo(200);
    var answer = "Voici notre avis. ".repeat(400);
    var given = act(letter, "contribute", "answer", answer);
    assertThat(given.statusCode()).as(given.body()).isEqualTo(200);
    assertThat(assistant.get(letter + "/history").body()).contains(answer.strip());

    var reason = act(letter, "redirect", "reason", "Trop long. ".repeat(1_000));
    assertThat(reason.statusCode()).isEqualTo(422);
    assertThat(Rest.json(reason).getString("code")).isEqualTo("journal.words-too-long");
  }

  private HttpResponse<String> act(String letter, String action, String field, String words) {
    var body = Json.createObjectBuilder().add("unit", "DSP").add(field, words).build();
    var seen = assistant.get(letter).headers().firstValue("ETag").orElseThrow();
    return assistant.post(letter + "/actions/" + action, body.toString(), "If-Match", seen);
  }
}
