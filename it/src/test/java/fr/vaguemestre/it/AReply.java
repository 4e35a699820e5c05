package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;

/** A letter of the demo town with its reply, brought to where a test begins, through the API. */
final class AReply {
  static final Rest CLERK = Rest.as("courrier");
  static final Rest ASSISTANT = Rest.as("assistante");
  static final Rest MAYOR = Rest.as("elu");

  private final long id;

  private AReply(long id) {
    this.id = id;
  }

  /** Drafted by the direction's assistant from its first template, its PDF ready. */
  static AReply drafted(String subject) {
    return drafted(subject, "null");
  }

  /** The same, to a letter of this sender, as JSON. */
  static AReply drafted(String subject, String sender) {
    var answer =
        CLERK.post(
            "/v1/correspondence",
            List.of(
                Rest.Part.json(
                    "metadata",
                    "{\"subject\":\"%s\",\"type\":\"SALLE\",\"unit\":\"DSP\",\"sender\":%s}"
                        .formatted(subject, sender))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var reply = new AReply(json(answer).getJsonNumber("id").longValue());
    reply.draft();
    return reply;
  }

  /** Of a letter that is there already, with no reply yet. */
  static AReply to(long letter) {
    return new AReply(letter);
  }

  /** On its way to the mayor's signature alone. */
  static AReply toSign(String subject) {
    return toSign(subject, "null");
  }

  /** The same, to a letter of this sender, as JSON. */
  static AReply toSign(String subject, String sender) {
    var reply = drafted(subject, sender);
    reply.act(ASSISTANT, "submit", "{\"steps\":[{\"agent\":\"elu\",\"kind\":\"SIGNATURE\"}]}");
    return reply;
  }

  /** Of this letter, whatever it has. */
  static AReply of(long letter) {
    return new AReply(letter);
  }

  /** A new version of the reply. */
  void draft() {
    var template =
        json(ASSISTANT.get("/v1/templates"))
            .getJsonArray("items")
            .getJsonObject(0)
            .getString("code");
    act(ASSISTANT, "draft", "{\"template\":\"" + template + "\",\"text\":\"D’accord.\"}");
    ATown.until(this::last, v -> v.getString("conversion").equals("DONE"));
  }

  long id() {
    return id;
  }

  String path() {
    return "/v1/correspondence/" + id;
  }

  /** The reply's last version. */
  JsonObject last() {
    return json(ASSISTANT.get(path() + "/reply")).getJsonArray("items").getJsonObject(0);
  }

  JsonObject letter(Rest who) {
    return json(who.get(path()));
  }

  String state() {
    return ATown.texts("select state from correspondence where id = " + id).getFirst();
  }

  /** Does an action; it must be done. */
  JsonObject act(Rest who, String action, String body) {
    var answer = tried(who, action, body);
    assertThat(answer.statusCode()).as(action + ": " + answer.body()).isLessThan(205);
    return answer.statusCode() == 204 ? JsonObject.EMPTY_JSON_OBJECT : json(answer);
  }

  java.net.http.HttpResponse<String> tried(Rest who, String action, String body) {
    var tag = who.get(path()).headers().firstValue("ETag").orElseThrow();
    return who.post(path() + "/actions/" + action, body, "If-Match", tag);
  }

  /** As an item of a batch, as the mayor sees it now. */
  String item() {
    return "{\"id\":%d,\"version\":%d,\"seenSha256\":\"%s\"}"
        .formatted(id, letter(MAYOR).getInt("version"), last().getString("pdfSha256"));
  }
}
