package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.it.bench.SamplePdf;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** API3, O15: a scan of a reply signed by hand is found again by the number in its bar code. */
@Journey
class ReconciliationIT {
  private static final String PLACE = "/maarch/rest/reconciliation";

  @Test
  void API3_O15_a_scan_becomes_the_signed_version_once_for_an_agent_who_may_attach_it() {
    var reply = AReply.drafted("Retrouvée par son code");
    var chrono = reply.letter(AReply.ASSISTANT).getString("chrono");
    assertThat(check(AReply.ASSISTANT, chrono).statusCode())
        .as("nothing to sign yet")
        .isEqualTo(403);
    reply.act(AReply.ASSISTANT, "submit", "{\"steps\":[{\"agent\":\"elu\",\"kind\":\"PAPER\"}]}");
    assertThat(json(check(AReply.ASSISTANT, chrono)).getString("result")).isEqualTo("OK");
    for (var other : new Rest[] {Rest.as("portail"), Rest.as("b.tissot")}) {
      var refused = check(other, chrono);
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(json(refused).getString("errors")).isEqualTo("Document out of perimeter");
      assertThat(add(other, chrono, SamplePdf.of("Faux", 2000, 1)).statusCode()).isEqualTo(403);
    }
    assertThat(add(AReply.ASSISTANT, chrono, "bonjour".getBytes(UTF_8)).statusCode())
        .as("no PDF")
        .isEqualTo(400);
    var scan = SamplePdf.of("Signé à la main", 2000, 1);
    var added = add(AReply.ASSISTANT, chrono, scan);
    assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
    assertThat(json(added).getJsonNumber("resId").longValue()).isEqualTo(reply.id());
    assertThat(
            ATown.number(
                "select count(*) from signature_proof where correspondence_id = " + reply.id()))
        .isEqualTo(1);
    assertThat(add(AReply.ASSISTANT, chrono, scan).statusCode())
        .as("sent again, nothing waits")
        .isEqualTo(403);
    assertThat(check(AReply.ASSISTANT, chrono).statusCode()).isEqualTo(403);
  }

  @Test
  void API4_a_machine_account_without_the_scope_is_refused_as_at_every_address_of_maarch() {
    var town = ATown.founded("recon." + UUID.randomUUID().toString().substring(0, 6));
    var sender = APortal.of(town, "SUBMIT", "FOLLOW", "COMPLETE", "NOTIFY").rest();
    for (var answer : List.of(check(sender, "X"), add(sender, "X", "%PDF-1.7".getBytes(UTF_8)))) {
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(json(answer).getString("errors")).isEqualTo("Service forbidden");
    }
  }

  @Test
  void API3_what_is_missing_is_a_bad_request() {
    for (var answer :
        new HttpResponse<?>[] {
          form(AReply.ASSISTANT, "autre=x"),
          form(AReply.ASSISTANT, "chrono="),
          form(AReply.ASSISTANT, "chrono=%zz"),
          AReply.ASSISTANT.post(PLACE + "/check", "{\"chrono\":\"\"}"),
          AReply.ASSISTANT.post(PLACE + "/add", "{\"chrono\":\"X\"}")
        }) {
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).isEqualTo("{\"errors\":\"Bad Request\"}");
    }
    assertThat(form(AReply.ASSISTANT, "chrono=" + "x".repeat(5000)).statusCode()).isEqualTo(413);
  }

  private static HttpResponse<String> check(Rest who, String chrono) {
    return form(who, "chrono=" + URLEncoder.encode(chrono, UTF_8));
  }

  /** As Open-Capture for MEM sends it. */
  private static HttpResponse<String> form(Rest who, String body) {
    return who.send(
        who.request(PLACE + "/check")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> add(Rest who, String chrono, byte[] file) {
    return who.post(
        PLACE + "/add",
        "{\"chrono\":\"%s\",\"encodedFile\":\"%s\",\"attachment_type\":\"signed_response\",\"status\":\"SIGN\"}"
            .formatted(chrono, Base64.getEncoder().encodeToString(file)));
  }
}
