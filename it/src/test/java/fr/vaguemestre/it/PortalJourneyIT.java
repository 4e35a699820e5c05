package fr.vaguemestre.it;

import static fr.vaguemestre.it.Rest.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.it.Rest.Part;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * API1, API2, DEL2: a request from the portal to the reply, over REST and over SOAP; the portal is
 * called back at each step and never asks.
 */
@Journey
class PortalJourneyIT {
  private static final Rest PORTAL = Rest.as("portail");
  private static final String WEBHOOK = "/admin/webhook.xhtml?login=portail";
  private Listener listener;

  /** One of the two ways in. */
  private interface Door {
    long submit(String subject);

    void addPiece(long submission);

    /** In the citizen's words. */
    String label(long submission);

    /** The first bytes of the reply's PDF. */
    String reply(long submission);
  }

  @BeforeEach
  void listen() throws IOException {
    listener = new Listener();
  }

  @AfterEach
  void leave() {
    listener.close();
    ATown.change(
        "delete from webhook w using api_client k, agent a where k.tenant_id = w.tenant_id and k.id"
            + " = w.client_id and a.tenant_id = k.tenant_id and a.id = k.agent_id and a.tenant_id ="
            + " 1 and a.login = 'portail'");
  }

  @Test
  void API1_over_rest_from_the_request_to_the_reply(Browser administrator) {
    walk(administrator, new OverRest());
  }

  @Test
  void API2_over_soap_from_the_request_to_the_reply(Browser administrator) {
    walk(administrator, new OverSoap());
  }

  private void walk(Browser administrator, Door door) {
    var page = administrator.login("admin").open(WEBHOOK).page();
    page.locator("#address").fill(listener.address());
    page.locator("#save").click();
    page.locator("#secret").waitFor();

    long submission = door.submit("Salle des fêtes " + UUID.randomUUID());
    var letter =
        AReply.to(
            ATown.number("select correspondence_id from submission where id = " + submission));
    letter.act(AReply.CLERK, "qualify", "{\"type\":\"SALLE\",\"unit\":\"DSP\"}");
    letter.act(AReply.ASSISTANT, "acknowledge", "{\"what\":\"ARE\",\"means\":\"EMAIL\"}");
    heard(submission, "submission.acknowledged");
    letter.act(
        AReply.ASSISTANT,
        "acknowledge",
        "{\"what\":\"PIECES\",\"pieces\":[\"Assurance\"],\"days\":30,\"means\":\"EMAIL\"}");
    heard(submission, "submission.pieces-asked");
    door.addPiece(submission);
    letter.act(AReply.ASSISTANT, "acknowledge", "{\"what\":\"PIECES_RECEIVED\"}");
    heard(submission, "submission.pieces-complete");

    letter.draft();
    letter.act(
        AReply.ASSISTANT, "submit", "{\"steps\":[{\"agent\":\"elu\",\"kind\":\"SIGNATURE\"}]}");
    letter.act(
        AReply.MAYOR,
        "sign",
        "{\"password\":\"demo\",\"seenSha256\":\"%s\"}"
            .formatted(letter.last().getString("pdfSha256")));
    letter.act(AReply.ASSISTANT, "send", "{\"means\":\"EMAIL\"}");
    var answered = heard(submission, "submission.answered");
    var label = answered.json().getJsonObject("data").getJsonObject("status").getString("label");
    assertThat(label).isEqualTo(door.label(submission));
    assertThat(door.reply(submission)).startsWith("%PDF-");
    administrator.open(WEBHOOK);
    page.locator("#calls:has-text('Réponse envoyée')").waitFor();
    administrator.screenshot("calls").assertAccessible().assertFitsNarrow().assertNoPageError();
  }

  /** The next call of this type about this submission; others may come before. */
  private Listener.Heard heard(long submission, String type) {
    var before = new ArrayList<String>();
    while (true) {
      var call = listener.next();
      var told = call.json();
      if (told.getString("type").equals(type)
          && told.getJsonObject("data").getInt("submission") == submission) {
        return call;
      }
      before.add(call.body());
      assertThat(before).as("before " + type).hasSizeLessThan(30);
    }
  }

  private static final class OverRest implements Door {
    @Override
    public long submit(String subject) {
      var answer =
          PORTAL.post(
              "/v1/submissions",
              """
              {"type":"SALLE","subject":"%s","text":"Bonjour.","person":{"firstName":"Geneviève","lastName":"Quatresols",
               "email":"g.q@example.fr","postalAddress":{"street":"1 rue","postcode":"25300","city":"Pontarlieu"}}}\
              """
                  .formatted(subject));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      assertThat(json(answer).getJsonObject("acknowledgement").getString("kind")).isEqualTo("AEE");
      return json(answer).getInt("id");
    }

    @Override
    public void addPiece(long submission) {
      var answer =
          PORTAL.post(
              "/v1/submissions/" + submission + "/pieces",
              List.of(Part.file("file", "assurance.txt", "text/plain", "police".getBytes(UTF_8))));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      assertThat(json(PORTAL.get("/v1/submissions/" + submission + "/documents")).toString())
          .contains("demande.txt", "assurance.txt");
      var early = PORTAL.get("/v1/submissions/" + submission + "/reply");
      assertThat(early.statusCode()).isEqualTo(404);
      assertThat(json(early).getString("code")).isEqualTo("submission.not-answered");
    }

    @Override
    public String label(long submission) {
      return json(PORTAL.get("/v1/submissions/" + submission))
          .getJsonObject("status")
          .getString("label");
    }

    @Override
    public String reply(long submission) {
      var reply = json(PORTAL.get("/v1/submissions/" + submission + "/reply"));
      assertThat(reply.getString("means")).isEqualTo("EMAIL");
      var pdf = PORTAL.download(reply.getString("href").replaceFirst("^/api", ""));
      return new String(pdf.body(), 0, 5, UTF_8);
    }
  }

  private static final class OverSoap implements Door {
    @Override
    public long submit(String subject) {
      var said =
          called(
              """
              <v:submitRequest><v:type>SALLE</v:type><v:subject>%s</v:subject><v:text>Bonjour.</v:text><v:person>
              <v:firstName>Geneviève</v:firstName><v:lastName>Quatresols</v:lastName><v:email>g.q@example.fr</v:email><v:postalAddress>
              <v:street>1 rue</v:street><v:postcode>25300</v:postcode><v:city>Pontarlieu</v:city></v:postalAddress></v:person></v:submitRequest>\
              """
                  .formatted(subject));
      assertThat(one(said, "kind")).isEqualTo("AEE");
      return Long.parseLong(one(said, "submission"));
    }

    @Override
    public void addPiece(long submission) {
      var content = Base64.getEncoder().encodeToString("police".getBytes(UTF_8));
      called(
          "<v:addPieceRequest><v:submission>%d</v:submission><v:file><v:name>assurance.txt</v:name><v:content>%s</v:content></v:file></v:addPieceRequest>"
              .formatted(submission, content));
      assertThat(
              called(
                  "<v:replyRequest><v:submission>%d</v:submission></v:replyRequest>"
                      .formatted(submission)))
          .doesNotContain("sentAt");
    }

    @Override
    public String label(long submission) {
      return one(
          called(
              "<v:statusRequest><v:submission>%d</v:submission></v:statusRequest>"
                  .formatted(submission)),
          "label");
    }

    @Override
    public String reply(long submission) {
      var said =
          called(
              "<v:replyRequest><v:submission>%d</v:submission></v:replyRequest>"
                  .formatted(submission));
      return new String(Base64.getMimeDecoder().decode(one(said, "content")), 0, 5, UTF_8);
    }

    private static String called(String message) {
      var answer =
          PORTAL.send(
              PORTAL
                  .request("/soap/v1/submissions")
                  .header("Content-Type", "text/xml; charset=UTF-8")
                  .header("SOAPAction", "\"\"")
                  .POST(
                      BodyPublishers.ofString(
                          "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\""
                              + " xmlns:v=\"urn:vaguemestre:submissions:v1\"><e:Body>"
                              + message
                              + "</e:Body></e:Envelope>")));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return answer.body();
    }

    private static String one(String xml, String element) {
      var found =
          Pattern.compile("<(?:\\w+:)?" + element + ">([^<]*)</(?:\\w+:)?" + element + ">")
              .matcher(xml);
      assertThat(found.find()).as(element + " in " + xml).isTrue();
      return found.group(1);
    }
  }
}
