package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** SIG1, O13: chains changed on the way, sent back, restarted; each step is won once. */
@Journey
class ChainIT {
  private static final String CHAIN =
      "{\"steps\":[{\"agent\":\"dga\",\"kind\":\"VISA\"},{\"agent\":\"dgs\",\"kind\":\"VISA\"},{\"agent\":\"elu\",\"kind\":\"SIGNATURE\"}]}";

  private static final String ROUND_ABOUT =
      CHAIN.replace("{\"agent\":\"dgs\"", "{\"agent\":\"b.tissot\"");

  private final Rest deputy = Rest.as("dga");
  private final Rest director = Rest.as("dgs");

  @Test
  void SIG1_whoever_gives_a_visa_may_change_what_comes_next_and_nothing_else() {
    var reply = submitted("Suite modifiée");
    var odd =
        reply.tried(
            deputy,
            "approve",
            "{\"ahead\":[{\"agent\":\"elu\",\"kind\":\"SIGNATURE\"},{\"agent\":\"dgs\",\"kind\":\"VISA\"}]}");
    assertThat(odd.statusCode()).isEqualTo(422);
    assertThat(json(odd).getString("code")).isEqualTo("approval.ends-with-one-signature");
    var nobody =
        reply.tried(
            deputy,
            "approve",
            "{\"ahead\":[{\"agent\":\"assistante\",\"kind\":\"VISA\"},{\"agent\":\"elu\",\"kind\":\"SIGNATURE\"}]}");
    assertThat(nobody.statusCode()).as("no right to a visa").isEqualTo(422);
    assertThat(json(nobody).getString("code")).isEqualTo("approval.step-may-not");
    assertThat(nobody.body()).contains("Amélie Lantier", "steps");
    assertThat(reply.tried(director, "approve", "{}").statusCode()).isEqualTo(403);
    assertThat(steps(reply)).containsExactly("1 dga CURRENT", "1 dgs WAITING", "1 elu WAITING");

    reply.act(
        deputy,
        "approve",
        "{\"ahead\":[{\"agent\":\"p.merle\",\"kind\":\"VISA\"},{\"agent\":\"dgs\",\"kind\":\"VISA\"},{\"agent\":\"elu\",\"kind\":\"SIGNATURE\"}]}");
    assertThat(steps(reply))
        .containsExactly("1 dga DONE", "1 p.merle CURRENT", "1 dgs WAITING", "1 elu WAITING");
  }

  @Test
  void O8_whoever_is_replaced_before_their_turn_sees_the_letter_no_more() {
    var elsewhere = Rest.as("b.tissot");
    var reply = AReply.drafted("Étape remplacée");
    reply.act(AReply.ASSISTANT, "submit", ROUND_ABOUT);
    assertThat(elsewhere.get(reply.path()).statusCode()).isEqualTo(200);
    assertThat(AReply.MAYOR.get(reply.path()).statusCode()).isEqualTo(200);
    reply.act(
        deputy,
        "approve",
        "{\"ahead\":[{\"agent\":\"dgs\",\"kind\":\"VISA\"},{\"agent\":\"elu\",\"kind\":\"SIGNATURE\"}]}");
    assertThat(elsewhere.get(reply.path()).statusCode()).isEqualTo(404);
    assertThat(deputy.get(reply.path()).statusCode()).as("has given their visa").isEqualTo(200);
    assertThat(AReply.MAYOR.get(reply.path()).statusCode()).as("still to come").isEqualTo(200);
  }

  @Test
  void O8_whoever_is_not_in_the_next_round_nor_did_a_step_before_sees_it_no_more() {
    var elsewhere = Rest.as("b.tissot");
    var reply = AReply.drafted("Autre tour");
    reply.act(AReply.ASSISTANT, "submit", ROUND_ABOUT);
    reply.act(deputy, "refuse", "{\"reason\":\"À reprendre\"}");
    reply.act(AReply.ASSISTANT, "submit", CHAIN);
    assertThat(elsewhere.get(reply.path()).statusCode()).isEqualTo(404);
    assertThat(AReply.MAYOR.get(reply.path()).statusCode()).isEqualTo(200);
  }

  @Test
  void SIG1_a_reply_goes_back_to_the_step_before_with_a_reason_and_on_from_there() {
    var reply = submitted("Renvoi");
    assertThat(json(reply.tried(deputy, "send-back", "{\"reason\":\"x\"}")).getString("code"))
        .isEqualTo("circuit.condition.PREVIOUS_STEP");
    reply.act(deputy, "approve", "{}");
    assertThat(json(reply.tried(director, "send-back", "{\"reason\":\" \"}")).getString("code"))
        .isEqualTo("approval.reason-missing");
    reply.act(director, "send-back", "{\"reason\":\"Revoyez le montant\"}");
    assertThat(reply.state()).isEqualTo("IN_APPROVAL");
    assertThat(steps(reply))
        .containsExactly(
            "1 dga DONE",
            "1 dgs REFUSED",
            "1 elu DROPPED",
            "2 dga CURRENT",
            "2 dgs WAITING",
            "2 elu WAITING");
    assertThat(json(deputy.get(reply.path() + "/approval")).toString())
        .contains("Revoyez le montant");
    reply.act(deputy, "approve", "{}");
    reply.act(director, "approve", "{}");
    assertThat(steps(reply)).contains("2 elu CURRENT");
  }

  @Test
  void SIG1_a_corrected_reply_restarts_what_the_town_says() {
    var all = refusedByTheSecond("Reprise, toutes");
    all.act(AReply.ASSISTANT, "submit", "{}");
    assertThat(steps(all)).contains("2 dga CURRENT", "2 dgs WAITING", "2 elu WAITING");
    try {
      ATown.change("update tenant set approval_restart = 'FROM_REFUSAL' where id = 1");
      var from = refusedByTheSecond("Reprise, depuis le refus");
      from.act(AReply.ASSISTANT, "submit", "{}");
      assertThat(steps(from))
          .containsSubsequence("2 dgs CURRENT", "2 elu WAITING")
          .doesNotContain("2 dga CURRENT");
    } finally {
      ATown.change("update tenant set approval_restart = 'ALL' where id = 1");
    }
  }

  @Test
  void SIG1_a_round_left_by_another_way_ends_when_the_next_begins() {
    var reply = submitted("Sorti du circuit");
    ATown.change("update correspondence set state = 'TO_PROCESS' where id = " + reply.id());
    reply.act(AReply.ASSISTANT, "submit", CHAIN);
    assertThat(steps(reply))
        .containsExactly(
            "1 dga DROPPED",
            "1 dgs DROPPED",
            "1 elu DROPPED",
            "2 dga CURRENT",
            "2 dgs WAITING",
            "2 elu WAITING");
  }

  @Test
  void SIG1_of_two_callers_at_once_one_wins_the_step() {
    for (int round = 0; round < 4; round++) {
      var reply = submitted("Deux à la fois " + round);
      reply.act(deputy, "approve", "{}");
      var tag = director.get(reply.path()).headers().firstValue("ETag").orElseThrow();
      var answers =
          List.of("approve", "send-back").stream()
              .map(
                  action ->
                      Beside.run(
                          () ->
                              director.post(
                                  reply.path() + "/actions/" + action,
                                  "{\"reason\":\"Non\"}",
                                  "If-Match",
                                  tag)))
              .toList();
      assertThat(answers.stream().map(a -> a.join().statusCode()))
          .containsExactlyInAnyOrder(200, 412);
      assertThat(
              ATown.number(
                  "select count(*) from approval_step where status = 'CURRENT' and correspondence_id = "
                      + reply.id()))
          .isEqualTo(1);
    }
  }

  private AReply refusedByTheSecond(String subject) {
    var reply = submitted(subject);
    reply.act(deputy, "approve", "{}");
    reply.act(director, "refuse", "{\"reason\":\"À reprendre\"}");
    assertThat(reply.state()).isEqualTo("TO_PROCESS");
    return reply;
  }

  private static AReply submitted(String subject) {
    var reply = AReply.drafted(subject);
    reply.act(AReply.ASSISTANT, "submit", CHAIN);
    return reply;
  }

  private static List<String> steps(AReply reply) {
    return json(AReply.ASSISTANT.get(reply.path() + "/approval")).getJsonArray("items").stream()
        .map(v -> v.asJsonObject())
        .map(s -> s.getInt("round") + " " + s.getString("agent") + " " + s.getString("status"))
        .toList();
  }
}
