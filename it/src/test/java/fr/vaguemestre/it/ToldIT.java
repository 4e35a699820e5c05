package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** CIR7: who is told why of what was done to a letter, and who is not. */
@Journey
class ToldIT {
  private static final Rest ASSISTANT = Rest.as("assistante");
  private static final Rest DGA = Rest.as("dga");

  @Test
  void CIR7_those_in_copy_by_a_units_list_are_told_once() {
    var letter = ALetter.registered("Une liste de diffusion", "EQS");
    act(Rest.as("h.clavier"), letter, "redirect", "{\"unit\":\"VSP\"}");
    until(() -> told("m.chatelain", letter).equals(List.of("COPIED")));
    assertThat(Rest.as("p.merle").get(letter + "/history").body()).contains("a:m.chatelain");
    act(Rest.as("p.merle"), letter, "redirect", "{\"unit\":\"EQS\"}");
    act(Rest.as("h.clavier"), letter, "redirect", "{\"unit\":\"VSP\"}");
    until(() -> told("y.marchal", letter).equals(List.of("NEW", "NEW")));
    assertThat(told("m.chatelain", letter)).as("in copy already").containsExactly("COPIED");
  }

  @Test
  void CIR7_a_letter_described_otherwise_that_stays_where_it_is_is_new_to_nobody() {
    var letter = ALetter.registered("Mal dit", "EQS");
    until(() -> told("agent", letter).equals(List.of("NEW")));
    act(Rest.as("h.clavier"), letter, "qualify", "{\"subject\":\"Mieux dit\"}");
    act(DGA, letter, "request-task", "{\"unit\":\"VOI\",\"question\":\"Quand ?\"}");
    until(() -> told("autre", letter).equals(List.of("ASKED")));
    assertThat(told("agent", letter)).containsExactly("NEW");
  }

  @Test
  void CIR7_whose_visa_is_awaited_again_is_told_again() {
    var reply = AReply.drafted("Un visa à redonner");
    var letter = reply.path();
    reply.act(
        ASSISTANT,
        "submit",
        "{\"steps\":[{\"agent\":\"dga\",\"kind\":\"VISA\"},{\"agent\":\"elu\",\"kind\":\"SIGNATURE\"}]}");
    until(() -> told("dga", letter).equals(List.of("APPROVAL")));
    reply.act(DGA, "approve", "{}");
    reply.act(AReply.MAYOR, "send-back", "{\"reason\":\"Revoyez le montant\"}");
    until(() -> told("dga", letter).equals(List.of("APPROVAL", "APPROVAL")));
  }

  @Test
  void CIR7_an_answer_is_told_to_who_asked_for_it_and_to_nobody_else() {
    var letter = ALetter.registered("Deux avis demandés", "DSP");
    act(DGA, letter, "request-contribution", "{\"unit\":\"VOI\",\"question\":\"Quoi ?\"}");
    act(Rest.as("autre"), letter, "contribute", "{\"answer\":\"Favorable.\"}");
    until(() -> told("dga", letter).equals(List.of("ANSWERED")));
    act(ASSISTANT, letter, "request-contribution", "{\"unit\":\"EVE\",\"question\":\"Et vous ?\"}");
    act(Rest.as("g.roussel"), letter, "contribute", "{\"answer\":\"Réservé.\"}");
    until(() -> told("assistante", letter).contains("ANSWERED"));
    assertThat(told("dga", letter)).containsExactly("ANSWERED");
    act(DGA, letter, "request-task", "{\"unit\":\"VOI\",\"question\":\"Quand ?\"}");
    act(Rest.as("autre"), letter, "answer-task", "{\"answer\":\"Lundi.\"}");
    until(() -> told("dga", letter).equals(List.of("ANSWERED", "ANSWERED")));
    assertThat(told("assistante", letter)).containsOnlyOnce("ANSWERED");
  }

  @Test
  void CIR7_what_is_awaited_no_longer_is_no_longer_unread() {
    var letter = ALetter.registered("Un avis dont on se passe", "DSP");
    act(ASSISTANT, letter, "request-contribution", "{\"agent\":\"dga\",\"question\":\"Quoi ?\"}");
    until(() -> told("dga", letter).equals(List.of("ASKED")));
    assertThat(unread("dga", letter)).isEqualTo(1);
    act(ASSISTANT, letter, "stop-opinions", "{}");
    until(() -> unread("dga", letter) == 0);
  }

  private static long unread(String login, String letter) {
    return ATown.number(
        "select count(*) from notification n join agent a on a.tenant_id = n.tenant_id and a.id = n.agent_id"
            + " where n.read_at is null and a.login = '%s' and n.correspondence_id = %s"
                .formatted(login, id(letter)));
  }

  /** Why, in the order it was told. */
  private static List<String> told(String login, String letter) {
    return Rest.json(Rest.as(login).get("/v1/notifications")).getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(n -> n.getJsonObject("links").getString("letter").endsWith(letter))
        .map(n -> n.getString("reason"))
        .toList()
        .reversed();
  }

  private static String id(String letter) {
    return letter.substring(letter.lastIndexOf('/') + 1);
  }

  private static void until(BooleanSupplier wanted) {
    var end = Instant.now().plus(Duration.ofMinutes(1));
    while (!wanted.getAsBoolean()) {
      assertThat(Instant.now()).as("what is awaited comes").isBefore(end);
      ATown.pause(200);
    }
  }

  private static void act(Rest rest, String letter, String action, String body) {
    var tag = rest.get(letter).headers().firstValue("ETag").orElseThrow();
    var answer = rest.post(letter + "/actions/" + action, body, "If-Match", tag);
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 204);
  }
}
