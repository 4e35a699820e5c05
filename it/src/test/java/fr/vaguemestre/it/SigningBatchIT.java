package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SIG2: many letters signed with one password; each has its own result and is signed once. */
@Journey
class SigningBatchIT {
  @Test
  void SIG2_each_letter_has_its_result_and_what_stops_one_stops_no_other() {
    var first = AReply.toSign("Parapheur, première");
    var changed = AReply.toSign("Parapheur, modifiée");
    var elsewhere = AReply.drafted("Parapheur, pas à signer");
    var last = AReply.toSign("Parapheur, dernière");
    var stale = changed.item();
    changed.act(AReply.ASSISTANT, "note", "{\"body\":\"Un mot de plus\"}");

    assertThat(begun("wrong", first.item()).statusCode()).isEqualTo(422);
    assertThat(begun("demo").statusCode()).isEqualTo(422);
    assertThat(begun("demo", first.item(), first.item()).statusCode()).isEqualTo(422);
    assertThat(
            Rest.as("agent").post("/v1/signing-batches", body("demo", first.item())).statusCode())
        .isEqualTo(403);
    assertThat(first.state()).isEqualTo("IN_APPROVAL");

    var strange =
        "{\"id\":%d,\"version\":1,\"seenSha256\":\"%s\"}".formatted(elsewhere.id(), "0".repeat(64));
    var batch = over(begun("demo", first.item(), stale, strange, last.item()));

    assertThat(batch.getInt("signed")).isEqualTo(2);
    assertThat(outcomes(batch))
        .containsExactly(
            "SIGNED null", "REFUSED platform.stale", "REFUSED platform.not-found", "SIGNED null");
    for (var signed : List.of(first, last)) {
      assertThat(signed.state()).isEqualTo("TO_SEND");
      var proofs = json(AReply.MAYOR.get(signed.path() + "/proofs")).getJsonArray("items");
      assertThat(proofs).hasSize(1);
      assertThat(proofs.getJsonObject(0).getString("seenSha256"))
          .isEqualTo(signed.last().getString("pdfSha256"));
    }
    assertThat(changed.state()).isEqualTo("IN_APPROVAL");
    assertThat(Rest.as("dgs").get("/v1/signing-batches/" + batch.getJsonNumber("id")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void SIG2_work_taken_up_again_after_a_crash_signs_nothing_twice() {
    var reply = AReply.toSign("Parapheur, coupure");
    var batch = over(begun("demo", reply.item()));
    var signed = facts(reply);
    ATown.change(
        """
        insert into intention (tenant_id, id, version, kind, lane, subject_id, status, due_at, created_at)
          select tenant_id, nextval('row_id'), 1, 'SIGN', 'SIGN', id, 'READY', now(), now() from batch_signature where batch = %d
        """
            .formatted(batch.getJsonNumber("id").longValue()));
    var end = Instant.now().plusSeconds(60);
    while (ATown.number("select count(*) from intention where kind = 'SIGN'") > 0) {
      assertThat(Instant.now()).isBefore(end);
      ATown.pause(100);
    }
    assertThat(facts(reply)).isEqualTo(signed);
  }

  @Test
  void SIG2_of_two_batches_with_the_same_letter_one_signs_it() {
    for (int round = 0; round < 3; round++) {
      var reply = AReply.toSign("Parapheur, deux fois " + round);
      var body = body("demo", reply.item());
      var both =
          List.of(1, 2).stream()
              .map(n -> Beside.run(() -> AReply.MAYOR.post("/v1/signing-batches", body)))
              .toList();
      var outcomes = both.stream().flatMap(f -> outcomes(over(f.join())).stream()).toList();
      assertThat(outcomes).containsOnlyOnce("SIGNED null").hasSize(2);
      assertThat(
              ATown.number(
                  "select count(*) from signature_proof where correspondence_id = " + reply.id()))
          .isEqualTo(1);
    }
  }

  private static List<String> facts(AReply reply) {
    return ATown.texts(
        "select id || ' ' || version from signature_proof where correspondence_id = %1$d union all select version::text from correspondence where id = %1$d union all select count(*)::text from journal_entry where correspondence_id = %1$d"
            .formatted(reply.id()));
  }

  private static HttpResponse<String> begun(String password, String... items) {
    return AReply.MAYOR.post("/v1/signing-batches", body(password, items));
  }

  private static String body(String password, String... items) {
    return "{\"password\":\"" + password + "\",\"items\":[" + String.join(",", items) + "]}";
  }

  private static JsonObject over(HttpResponse<String> begun) {
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    var address = begun.headers().firstValue("Location").orElseThrow().replaceFirst(".*/api", "");
    return ATown.until(() -> json(AReply.MAYOR.get(address)), b -> b.getBoolean("over"));
  }

  private static List<String> outcomes(JsonObject batch) {
    return batch.getJsonArray("items").stream()
        .map(v -> v.asJsonObject())
        .map(i -> i.getString("status") + " " + i.getString("code", null))
        .toList();
  }
}
