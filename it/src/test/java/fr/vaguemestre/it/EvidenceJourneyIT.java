package fr.vaguemestre.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.evidence.JournalVerification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CIR8: a letter's history is narrowed, read in full, and taken out as evidence. */
@Journey
class EvidenceJourneyIT {
  private static final String TOWN = ATown.texts("select code from tenant where id = 1").getFirst();

  @Test
  void CIR8_the_history_is_narrowed_by_act_person_and_day_and_read_in_full(Browser assistant) {
    var letter = AReply.drafted("Histoire à filtrer");
    var page = assistant.login("assistante").open(history(letter)).page();
    int all = page.locator(".events li").count();
    page.locator("details.more summary").click();
    page.locator("#history-act").selectOption("DRAFT");
    page.locator("#history-find").click();
    page.waitForURL("**act=DRAFT**");
    assertThat(page.locator(".events li").count()).isPositive().isLessThan(all);
    assertThat(page.locator(".events li").allInnerTexts())
        .allMatch(line -> line.contains("a rédigé une version"));

    var clerk = page.locator("#history-who option").allInnerTexts();
    page.locator("#history-act").selectOption("");
    page.locator("#history-who").selectOption(clerk.get(1));
    page.locator("#history-full").check();
    page.locator("#history-find").click();
    page.waitForURL("**full=1**");
    assertThat(page.locator(".events li > div > strong").allInnerTexts())
        .isNotEmpty()
        .containsOnly(clerk.get(1));
    ATown.until(() -> sealed(letter), found -> found.getInt("unsealed") == 0);
    page.reload();
    var full = page.locator(".events").innerText();
    assertThat(full).containsPattern("\\d+ · [0-9a-f]{64}");
    assistant.screenshot("history-full").assertAccessible().assertFitsNarrow();

    assistant.open(history(letter) + "&to=2020-01-01");
    assertThat(page.locator(".empty").innerText()).contains("Rien à montrer");
    assistant.open(history(letter) + "&from=zzz");
    assertThat(page.locator(".events li").count()).isEqualTo(all);
    assistant.assertNoPageError();
  }

  @Test
  void CIR8_programs_take_it_out_with_the_rights_of_the_screen(@TempDir Path folder)
      throws Exception {
    var letter = AReply.drafted("Preuve par programme");
    ATown.until(() -> sealed(letter), found -> found.getInt("unsealed") == 0);
    var answer = AReply.ASSISTANT.postForBytes(letter.path() + "/evidence");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
    var file = Files.write(folder.resolve("journal.zip"), answer.body());
    assertThat(verified(file)).contains("signature de " + TOWN + " valide");
    try (var pdf = Loader.loadPDF(files(answer.body()).get("journal.pdf"))) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("Réponse rédigée");
    }
    assertThat(AReply.ASSISTANT.get(letter.path() + "/history").body()).contains("EXPORT");
    assertThat(Rest.as("autre").postForBytes(letter.path() + "/evidence").statusCode())
        .isEqualTo(404);
    assertThat(Rest.anonymous().postForBytes(letter.path() + "/evidence").statusCode())
        .isEqualTo(401);
  }

  @Test
  void CIR8_the_journal_is_taken_out_signed_and_holds_against_the_town_s(
      Browser assistant, @TempDir Path folder) throws Exception {
    var letter = AReply.drafted("=cmd|' /C calc'!A0 preuve");
    ATown.until(() -> sealed(letter), found -> found.getInt("unsealed") == 0);
    var page = assistant.login("assistante").open(history(letter)).page();
    page.locator("details.more summary").click();
    var download = page.waitForDownload(() -> page.locator("#history-export").click());
    var file = folder.resolve("journal.zip");
    download.saveAs(file);
    assertThat(download.suggestedFilename()).matches("journal-[A-Za-z0-9-]+\\.zip");

    var files = files(Files.readAllBytes(file));
    assertThat(files)
        .containsOnlyKeys(
            "journal.json", "journal.json.jws", "journal.pdf", "cle-publique.pem", "LISEZ-MOI.txt");
    var json = new String(files.get("journal.json"), UTF_8);
    assertThat(json).contains("\"REGISTER\"", "\"DRAFT\"", "=cmd|' /C calc'!A0 preuve");
    try (var pdf = Loader.loadPDF(files.get("journal.pdf"))) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains(sha256(files.get("journal.json")), "Réponse rédigée", "=cmd|' /C calc'!A0");
    }
    assertThat(verified(file)).contains("signature de " + TOWN + " valide");
    assistant.open(history(letter));
    assertThat(page.locator(".events li").first().innerText())
        .contains("a exporté l’historique comme preuve");

    files.put("journal.json", json.replaceFirst("\"DRAFT\"", "\"SIGN\"").getBytes(UTF_8));
    Files.write(file, zip(files));
    assertThat(verified(file)).isEqualTo("1");
    Files.writeString(file, "rien");
    assertThat(verified(file)).isEqualTo("1");
    assistant.assertNoPageError();
  }

  @Test
  void CIR8_the_public_key_is_for_whoever_asks_and_is_the_one_that_signed() throws Exception {
    var letter = AReply.drafted("Clé publique");
    var files = files(export(Visitor.as("assistante").session(), letter, "same-origin").body());
    var header = new String(files.get("journal.json.jws"), UTF_8).split("\\.")[0];
    var kid =
        new String(Base64.getUrlDecoder().decode(header), UTF_8)
            .replaceFirst(".*\"kid\":\"([^\"]+)\".*", "$1");
    var published = get("/keys/" + TOWN);
    assertThat(published.statusCode()).isEqualTo(200);
    assertThat(published.body()).contains("\"" + kid + "\"", "\"OKP\"").doesNotContain("\"d\"");
    assertThat(get("/keys/PERSONNE").statusCode()).isEqualTo(404);
    assertThat(get("/keys/").statusCode()).isEqualTo(404);
  }

  @Test
  void O8_nobody_takes_out_the_journal_of_a_letter_they_do_not_see() throws Exception {
    var letter = AReply.drafted("Journal des autres");
    long before = exports(letter);
    assertThat(export(Visitor.as("autre").session(), letter, "same-origin").statusCode())
        .isEqualTo(404);
    assertThat(export(Visitor.as("assistante").session(), letter, "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(exports(letter)).isEqualTo(before);
    assertThat(export(Visitor.as("assistante").session(), letter, "same-origin").statusCode())
        .isEqualTo(200);
    assertThat(exports(letter)).isEqualTo(before + 1);
  }

  private static String history(AReply letter) {
    return "/correspondence/view.xhtml?id=" + letter.id() + "&panel=history";
  }

  private static jakarta.json.JsonObject sealed(AReply letter) {
    return jakarta.json.Json.createObjectBuilder()
        .add(
            "unsealed",
            ATown.number(
                "select count(*) from journal_unsealed u join journal_entry e on e.tenant_id = u.tenant_id and e.id = u.entry_id"
                    + " where e.correspondence_id = "
                    + letter.id()))
        .build();
  }

  private static long exports(AReply letter) {
    return ATown.number(
        "select count(*) from journal_entry where action = 'EXPORT_JOURNAL' and correspondence_id = "
            + letter.id());
  }

  /** What the operator's command says, or how it ended when it said no. */
  private static String verified(Path file) throws IOException, InterruptedException {
    var said = file.resolveSibling("said");
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            JournalVerification.class.getName(),
            file.toString());
    command.environment().put("VAGUEMESTRE_DB_URL", RunningServer.databaseUrl());
    command.environment().put("VAGUEMESTRE_DB_OWNER_USER", "postgres");
    command
        .environment()
        .put("VAGUEMESTRE_DB_OWNER_PASSWORD", RunningServer.secret("db-superuser"));
    var process = command.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue() == 0 ? Files.readString(said) : String.valueOf(process.exitValue());
  }

  private static HttpResponse<byte[]> export(String cookie, AReply letter, String site)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(RunningServer.baseUrl() + "/correspondence/evidence"))
                .header("Cookie", "JSESSIONID=" + cookie)
                .header("Sec-Fetch-Site", site)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("id=" + letter.id()))
                .build(),
            BodyHandlers.ofByteArray());
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(RunningServer.baseUrl() + path)).build(),
            BodyHandlers.ofString());
  }

  private static Map<String, byte[]> files(byte[] zip) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
