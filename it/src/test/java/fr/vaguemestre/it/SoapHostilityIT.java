package fr.vaguemestre.it;

import static java.net.http.HttpClient.Version.HTTP_1_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** API2, API4: what {@link SoapIT} does not try on the SOAP services. */
@Journey
class SoapHostilityIT {
  private static final String PLAIN = "/soap/v1/submissions";
  private static final List<String> PORTS = List.of(PLAIN, PLAIN + "-mtom");
  private static final String SUBMIT =
      """
      <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:v="urn:vaguemestre:submissions:v1"><e:Body>
      <v:submitRequest><v:type>DIVERS</v:type><v:subject>Banc</v:subject><v:text>Bonjour</v:text><v:person><v:firstName>G</v:firstName>
      <v:lastName>Q</v:lastName><v:email>noreply@example.fr</v:email><v:postalAddress><v:street>1 rue</v:street><v:postcode>25300</v:postcode>
      <v:city>Pontarlieu</v:city></v:postalAddress></v:person>%s</v:submitRequest></e:Body></e:Envelope>""";
  private static ATown town;

  @BeforeAll
  static void a_town() {
    town = ATown.founded("soapx." + UUID.randomUUID().toString().substring(0, 6));
  }

  @Test
  void API4_another_kind_of_content_an_entity_abroad_and_too_many_attributes_bring_nothing() {
    var portal = APortal.full(town);
    long before = letters();
    int asked = 0;
    var good = SUBMIT.formatted("");
    var attributes = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      attributes.append(" a").append(i).append("=\"x\"");
    }
    for (var port : PORTS) {
      for (var hostile :
          List.of(
              "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">" + good,
              "<!DOCTYPE x [<!ENTITY % p SYSTEM \"file:///etc/passwd\">%p;]>" + good,
              good.replace("<v:text>", "<v:text" + attributes + ">"),
              good.replace("Bonjour", "Bon\u0000jour"),
              "<e/>")) {
        refused(post(portal, port, "text/xml; charset=UTF-8", hostile));
        asked++;
      }
      refused(post(portal, port, "application/json", "{\"type\":\"DIVERS\"}"));
      asked++;
    }
    assertThat(letters()).isEqualTo(before);
    assertThat(portal.noted(asked)).hasSize(asked).noneMatch(line -> line.matches(".* 20\\d.*"));
  }

  @Test
  void API4_an_attachment_is_never_fetched_from_where_its_address_says() throws IOException {
    var portal = APortal.full(town);
    var secret = Files.readAllBytes(Path.of("/etc/passwd"));
    try (var abroad = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      abroad.setSoTimeout(1000);
      for (var address :
          List.of("file:///etc/passwd", "http://127.0.0.1:" + abroad.getLocalPort() + "/")) {
        var file =
            "<v:file><v:name>x.txt</v:name><v:content><xop:Include"
                + " xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"%s\"/></v:content></v:file>";
        var envelope = SUBMIT.formatted(file.formatted(address));
        for (var port : PORTS) {
          post(portal, port, "text/xml; charset=UTF-8", envelope);
          post(portal, port, RELATED, related(envelope));
        }
      }
      assertThat(called(abroad)).as("the server went where it was told").isFalse();
    }
    assertThat(
            ATown.number(
                "select count(*) from document where tenant_id = %d and size_bytes = %d"
                    .formatted(town.id(), secret.length)))
        .isZero();
  }

  private static final String RELATED =
      "multipart/related; boundary=b; type=\"application/xop+xml\"; start=\"<root>\"; start-info=\"text/xml\"";

  private static String related(String envelope) {
    return "--b\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\nContent-ID: <root>\r\n\r\n"
        + envelope
        + "\r\n--b--\r\n";
  }

  private static boolean called(ServerSocket abroad) throws IOException {
    try (var caller = abroad.accept()) {
      return caller.isConnected();
    } catch (java.net.SocketTimeoutException e) {
      return false;
    }
  }

  private static void refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 500);
    assertThat(answer.body()).doesNotContain("submitResponse", "root:", "\tat ");
  }

  private static HttpResponse<String> post(APortal portal, String port, String type, String text) {
    var request = portal.rest().request(port).version(HTTP_1_1).header("Content-Type", type);
    return portal
        .rest()
        .send(
            request
                .header("SOAPAction", "\"\"")
                .POST(BodyPublishers.ofByteArray(text.getBytes(UTF_8))));
  }

  private static long letters() {
    return ATown.number("select count(*) from correspondence where tenant_id = " + town.id());
  }
}
