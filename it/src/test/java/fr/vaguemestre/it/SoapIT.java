package fr.vaguemestre.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * API2: a portal over SOAP, with a client generated from the published WSDL by the server's own
 * tools (CXF), and with another stack (Node); what is hostile is refused.
 */
@Journey
class SoapIT {
  private static final String PLAIN = "/soap/v1/submissions";
  private static final Path HOME =
      Path.of(System.getProperty("vaguemestre.home", "..")).toAbsolutePath().normalize();
  private static final Path SERVER = HOME.resolve("ear/target/server");
  private static final Path WORK = HOME.resolve("it/target/soap");
  private static final String MODULES =
      "org.jboss.ws.jaxws-client,jakarta.xml.ws.api,jakarta.xml.bind.api,jakarta.xml.soap.api,jakarta.activation.api,java.se";
  private static ATown town;
  private static APortal portal;

  @BeforeAll
  static void a_town_with_a_portal() throws IOException {
    Files.createDirectories(WORK);
    town = ATown.founded("soap." + UUID.randomUUID().toString().substring(0, 6));
    portal = APortal.full(town);
  }

  @Test
  void API2_the_wsdl_is_open_and_names_the_host_it_was_asked_for() throws IOException {
    var published = Rest.anonymous().get(PLAIN + "?wsdl");
    assertThat(published.statusCode()).isEqualTo(200);
    var kept =
        Files.readString(HOME.resolve("api/src/main/webapp/WEB-INF/wsdl/submissions-v1.wsdl"));
    for (var name : List.of("submitRequest", "addPieceRequest", "statusRequest", "replyResponse")) {
      assertThat(kept).contains("name=\"" + name + "\"");
      assertThat(published.body()).contains("name=\"" + name + "\"");
    }
    assertThat(published.body())
        .contains(
            RunningServer.baseUrl() + "/api" + PLAIN + "\"",
            RunningServer.baseUrl() + "/api" + PLAIN + "-mtom\"");
    assertThat(Rest.anonymous().get("/v1/me").statusCode()).isEqualTo(401);
  }

  @Test
  void API2_a_client_generated_from_the_published_wsdl_submits_adds_and_follows() throws Exception {
    var classes = generated();
    var said =
        run(
            Map.of(),
            WORK,
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            SERVER.resolve("jboss-modules.jar").toString(),
            "-mp",
            SERVER.resolve("modules").toString(),
            "-cp",
            classes.toString(),
            "-dep",
            MODULES,
            "Caller",
            RunningServer.baseUrl() + "/api" + PLAIN + "?wsdl",
            portal.login(),
            "demo",
            UUID.randomUUID().toString(),
            "5000000");
    var told =
        said.lines()
            .filter(line -> line.matches("[a-z]+=.*"))
            .collect(
                Collectors.groupingBy(
                    line -> line.substring(0, line.indexOf('=')),
                    Collectors.mapping(
                        line -> line.substring(line.indexOf('=') + 1), Collectors.toList())));
    assertThat(told.get("acknowledgement")).as(said).containsExactly("AEE");
    assertThat(told.get("again")).isEqualTo(told.get("submission"));
    assertThat(told.get("label").getFirst()).isNotBlank();
    assertThat(told.get("document"))
        .anyMatch("plan.txt 5000000 5000000"::equals)
        .anyMatch("domicile.txt 7 7"::equals)
        .hasSize(3);
    assertThat(told.get("reply")).containsExactly("null");
    assertThat(told.get("refused")).containsExactly("404 platform.not-found");
    assertThat(told.get("wrong").getFirst())
        .startsWith("422")
        .contains("person.lastName", "person.postalAddress.city");
  }

  @Test
  void API2_another_stack_does_the_same_from_the_same_wsdl() throws Exception {
    var folder = WORK.resolve("node");
    Files.createDirectories(folder);
    for (var name : List.of("package.json", "package-lock.json", "caller.js")) {
      Files.write(
          folder.resolve(name), Files.readAllBytes(Path.of("src/test/node/soap").resolve(name)));
    }
    run(
        Map.of(),
        folder,
        "npm",
        "ci",
        "--prefer-offline",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund");
    var said =
        run(
            Map.of(
                "SOAP_WSDL",
                RunningServer.baseUrl() + "/api" + PLAIN + "?wsdl",
                "SOAP_LOGIN",
                portal.login(),
                "SOAP_SECRET",
                "demo",
                "SOAP_KEY",
                UUID.randomUUID().toString()),
            folder,
            "node",
            "caller.js");
    try (var reader =
        Json.createReader(new StringReader(said.strip().lines().reduce((a, b) -> b).orElse("")))) {
      var told = reader.readObject();
      assertThat(told.getString("acknowledgement")).isEqualTo("AEE");
      assertThat(told.getString("subject")).isEqualTo("Banc & lampadaire <cassés>");
      assertThat(told.getJsonArray("documents").toString())
          .isEqualTo("[\"demande.txt\",\"photo.txt\",\"domicile.txt\"]");
      assertThat(told.getString("content")).isEqualTo("facture");
      assertThat(told.getBoolean("reply")).isTrue();
      assertThat(told.getJsonObject("refused").getInt("status")).isEqualTo(404);
      assertThat(told.getJsonObject("refused").getString("code")).isEqualTo("platform.not-found");
      var rest =
          Rest.json(portal.rest().get("/v1/submissions/by-code/" + told.getString("trackingCode")));
      assertThat(rest.getJsonObject("status").getString("label"))
          .isEqualTo(told.getString("label"));
    }
  }

  @Test
  void API2_API4_scopes_hold_and_agents_send_nothing_here() {
    var follower = APortal.of(town, "FOLLOW").rest();
    var refused = post(follower, PLAIN, envelope(SUBMIT));
    assertThat(refused.statusCode()).isEqualTo(500);
    assertThat(refused.body()).contains("access.scope-missing");
    assertThat(post(town.administrator(), PLAIN, envelope(SUBMIT)).body())
        .contains("access.for-machine-accounts-only");
    var unknown = post(Rest.anonymous(), PLAIN, envelope(SUBMIT));
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.headers().firstValue("WWW-Authenticate")).isPresent();
    fault(unknown, 401, "access.not-authenticated");
    assertThat(post(Rest.as(portal.login(), "faux"), PLAIN, envelope(SUBMIT)).statusCode())
        .isEqualTo(401);
  }

  @Test
  void API2_what_is_refused_before_the_service_is_its_fault_and_noted_under_its_status() {
    var elsewhere = APortal.full(town);
    elsewhere.change(
        "update api_client set networks = '192.0.2.0/24' where id = (select id from me)");
    var refused = post(elsewhere.rest(), PLAIN, envelope(SUBMIT));
    assertThat(refused.statusCode()).isEqualTo(500);
    fault(refused, 403, "access.address-not-allowed");
    assertThat(elsewhere.noted(1)).containsExactly("POST ? 403 access.address-not-allowed");
  }

  private static void fault(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/xml");
    assertThat(answer.body())
        .contains("Fault>", ":status>" + status + "<", ":code>" + code + "<")
        .doesNotContain("{");
  }

  @Test
  void API2_a_dtd_an_entity_and_a_bomb_are_refused_and_nothing_is_registered() {
    long before = letters();
    var secret = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
    var bomb =
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b"
            + " \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    for (var hostile :
        List.of(
            "<!DOCTYPE x>" + envelope(SUBMIT),
            secret + envelope(SUBMIT.replace("Bonjour", "&e;")),
            bomb + envelope(SUBMIT.replace("Bonjour", "&c;")),
            envelope("<s>".repeat(5000) + "</s>".repeat(5000)),
            envelope(SUBMIT).substring(0, 200),
            "{}")) {
      for (var port : List.of(PLAIN, PLAIN + "-mtom")) {
        var answer = post(portal.rest(), port, hostile);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 500);
        assertThat(answer.body()).doesNotContain("submitResponse", "aaaaaaaaaaaaaaaaaaaa", "\tat ");
      }
    }
    assertThat(letters()).isEqualTo(before);
  }

  @Test
  void API2_API4_each_operation_is_noted_with_the_status_of_its_problem() {
    var noted = APortal.full(town);
    post(
        noted.rest(),
        PLAIN,
        envelope("<v:statusRequest><v:submission>1</v:submission></v:statusRequest>"));
    var wanted =
        "select route || ' ' || status from api_call_hour where tenant_id = %d and route like"
            + " '%%#status' and client_id = (select k.id from api_client k join agent a on"
            + " a.tenant_id = k.tenant_id and a.id = k.agent_id where k.tenant_id = %d and a.login"
            + " = '%s')";
    var query = wanted.formatted(town.id(), town.id(), noted.login().replaceAll("@.*", ""));
    for (int left = 100; ATown.texts(query).isEmpty(); left--) {
      assertThat(left).isPositive();
      ATown.pause(100);
    }
    assertThat(ATown.texts(query)).containsExactly("POST /soap/v1/submissions#status 404");
  }

  private static final String SUBMIT =
      """
      <v:submitRequest><v:type>DIVERS</v:type><v:subject>Banc</v:subject><v:text>Bonjour</v:text><v:person><v:firstName>G</v:firstName>
      <v:lastName>Q</v:lastName><v:email>g.q@example.fr</v:email><v:postalAddress><v:street>1 rue</v:street><v:postcode>25300</v:postcode>
      <v:city>Pontarlieu</v:city></v:postalAddress></v:person></v:submitRequest>\
      """;

  private static String envelope(String body) {
    return "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\""
        + " xmlns:v=\"urn:vaguemestre:submissions:v1\"><e:Body>"
        + body
        + "</e:Body></e:Envelope>";
  }

  private static HttpResponse<String> post(Rest caller, String path, String text) {
    return caller.send(
        caller
            .request(path)
            .header("Content-Type", "text/xml; charset=UTF-8")
            .header("SOAPAction", "\"\"")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(text)));
  }

  private static long letters() {
    return ATown.number("select count(*) from correspondence where tenant_id = " + town.id());
  }

  /** The client that the server's own tool makes of the published WSDL, and a caller over it. */
  private static Path generated() throws Exception {
    var sources = WORK.resolve("sources");
    var classes = WORK.resolve("classes");
    Files.createDirectories(sources);
    Files.createDirectories(classes);
    run(
        Map.of("JAVA_HOME", System.getProperty("java.home")),
        WORK,
        SERVER.resolve("bin/wsconsume.sh").toString(),
        "-k",
        "-n",
        "-p",
        "fr.portal.soap",
        "-s",
        sources.toString(),
        "-o",
        classes.toString(),
        URI.create(RunningServer.baseUrl() + "/api" + PLAIN + "?wsdl").toString());
    try (InputStream caller = SoapIT.class.getResourceAsStream("/soap/Caller.java")) {
      Files.write(sources.resolve("Caller.java"), caller.readAllBytes());
    }
    var arguments =
        new ArrayList<>(
            List.of(
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-nowarn",
                "-proc:none"));
    try (var files = Files.walk(sources)) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
    }
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, System.out, System.err, arguments.toArray(String[]::new));
    assertThat(result).as("the generated client compiles").isZero();
    return classes;
  }

  private static String run(Map<String, String> environment, Path folder, String... command)
      throws Exception {
    var log = Files.createTempFile(WORK, "run", ".log");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    var process = builder.start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    var said = Files.readString(log, UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", command) + "\n" + said).isZero();
    return said;
  }
}
