package fr.vaguemestre.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.it.bench.SamplePdf;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;

/** What people drop, by malice or by accident; each file is told honestly what became of it. */
@Journey
class HostileFilesIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final int BOMB_MEGABYTES = 300;
  private static final int MANY_PAGES = 10_000;
  private static final byte[] DOT =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private final Rest rest = Rest.as("courrier");

  @Test
  void a_zip_bomb_is_said_not_to_have_been_read() throws IOException {
    isToldWhyNot(read("bombe.docx", bomb()));
  }

  @Test
  void a_truncated_pdf_is_kept_and_said_to_be_damaged() {
    var whole = SamplePdf.of("Coupé", 100_000, 7);
    isToldWhyNot(read("tronque.pdf", Arrays.copyOf(whole, whole.length / 200)));
  }

  @Test
  void an_encrypted_pdf_is_kept_and_said_to_be_encrypted() throws IOException {
    var status = read("chiffre.pdf", encrypted());
    assertThat(status.getString("status")).isEqualTo("FAILED");
    assertThat(status.getString("reason")).isEqualTo("extraction.encrypted");
  }

  @Test
  void an_empty_file_is_refused_with_its_reason() {
    var response = register("vide.pdf", new byte[0]);
    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(Rest.json(response).getString("code")).isEqualTo("extraction.empty");
  }

  @Test
  void a_script_in_a_pdf_is_not_run_and_its_page_is_read() {
    var pdf = SamplePdf.withScript("Bonjour", "while(true){app.alert(1);}");
    assertThat(read("script.pdf", pdf).getString("status")).isEqualTo("DONE");
  }

  @Test
  void a_program_called_pdf_is_refused() {
    var response = register("facture.pdf", "\u007FELF\u0001\u0000\u0000".getBytes(UTF_8));
    assertThat(response.statusCode()).isEqualTo(415);
  }

  @Test
  void a_picture_called_pdf_is_served_as_the_picture_it_is() {
    var letter = location(register("photo.pdf", DOT));
    settled(letter);
    assertThat(document(letter).getString("mediaType")).isEqualTo("image/png");
    assertThat(rest.download(letter + "/content").headers().firstValue("Content-Type").orElse(""))
        .startsWith("image/png");
  }

  @Test
  void ten_thousand_pages_do_not_hold_up_the_letter_that_comes_after() {
    var long_ = location(register("volumineux.pdf", SamplePdf.ofPages("Page", MANY_PAGES)));
    var begin = Instant.now();
    var after = read("lettre.pdf", SamplePdf.of("Bonjour", 2000, 3));
    assertThat(after.getString("status")).isEqualTo("DONE");
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofMinutes(1));
    assertThat(settled(long_).getString("status")).isIn("DONE", "PARTIAL");
  }

  private static void isToldWhyNot(JsonObject extraction) {
    assertThat(extraction.getString("status")).isIn("FAILED", "PARTIAL");
    assertThat(extraction.getString("reason")).startsWith("extraction.");
  }

  private JsonObject read(String name, byte[] content) {
    return settled(location(register(name, content)));
  }

  private JsonObject settled(String letter) {
    var until = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(until)) {
      var extraction = Rest.json(rest.get(letter)).getJsonObject("extraction");
      if (!extraction.getString("status").equals("PENDING")) {
        return extraction;
      }
      try {
        Thread.sleep(250);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    throw new AssertionError(letter + " is still to be read");
  }

  private JsonObject document(String letter) {
    return Rest.json(rest.get(letter)).getJsonArray("documents").getJsonObject(0);
  }

  private static String location(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return "/v1/correspondence/" + Rest.json(response).getJsonNumber("id");
  }

  private HttpResponse<String> register(String name, byte[] content) {
    var type =
        Rest.json(rest.get("/v1/types")).getJsonArray("items").getJsonObject(0).getString("code");
    var unit =
        Rest.json(rest.get("/v1/units")).getJsonArray("items").getJsonObject(0).getString("code");
    var metadata =
        Json.createObjectBuilder()
            .add("subject", "Fichier piégé : " + name)
            .add("type", type)
            .add("unit", unit)
            .build();
    return rest.post(
        "/v1/correspondence",
        List.of(
            Rest.Part.json("metadata", metadata.toString()),
            Rest.Part.file("file", name, "application/octet-stream", content)),
        "Idempotency-Key",
        UUID.randomUUID().toString());
  }

  private static byte[] encrypted() throws IOException {
    try (var document = Loader.loadPDF(SamplePdf.of("Secret", 2000, 5))) {
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static byte[] bomb() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write(
          """
          <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
          <Override PartName="/word/document.xml" \
          ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
              .getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry("_rels/.rels"));
      zip.write(
          """
          <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
          <Relationship Id="r1" Target="word/document.xml" \
          Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>"""
              .getBytes(UTF_8));
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      zip.write(
          """
          <?xml version="1.0"?><w:document \
          xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>"""
              .getBytes(UTF_8));
      var blanks = new byte[1024 * 1024];
      Arrays.fill(blanks, (byte) 'a');
      for (int i = 0; i < BOMB_MEGABYTES; i++) {
        zip.write(blanks);
      }
      zip.write("</w:t></w:r></w:p></w:body></w:document>".getBytes(UTF_8));
    }
    return out.toByteArray();
  }
}
