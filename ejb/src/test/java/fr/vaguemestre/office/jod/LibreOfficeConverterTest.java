package fr.vaguemestre.office.jod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fr.vaguemestre.office.DocumentConverter;
import fr.vaguemestre.office.DocumentConverterContract;
import fr.vaguemestre.office.OfficeSamples;
import fr.vaguemestre.office.OfficeType;
import fr.vaguemestre.office.OfficeUnavailable;
import fr.vaguemestre.platform.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pdfbox.preflight.parser.PreflightParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibreOfficeConverterTest extends DocumentConverterContract {
  @TempDir static Path work;
  private static LibreOfficeConverter office;

  @BeforeAll
  static void open() {
    office = new LibreOfficeConverter(LibreOfficeSettings.usual(work));
  }

  @AfterAll
  static void close() {
    office.close();
    assertThat(running()).isEmpty();
  }

  @Override
  protected DocumentConverter converter() {
    return office;
  }

  @Test
  void the_pdf_is_valid_pdf_a_1b() throws IOException {
    Path pdf = convert(OfficeType.DOCX, OfficeSamples.docx("Bonjour Émilie"));
    assertThat(PreflightParser.validate(pdf.toFile()).getErrorsList()).isEmpty();
  }

  @Test
  void a_document_calls_nobody_and_reads_no_file_of_the_server() throws IOException {
    var calls = new CopyOnWriteArrayList<String>();
    HttpServer spy =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    spy.createContext(
        "/",
        exchange -> {
          calls.add(exchange.getRequestURI().toString());
          exchange.sendResponseHeaders(404, -1);
        });
    spy.start();
    try {
      String out = "http://127.0.0.1:" + spy.getAddress().getPort() + "/";
      Path secret = Files.writeString(folder.resolve("secret.txt"), "MOT-DE-PASSE");
      String html =
          "<html><head><link rel='stylesheet' href='"
              + out
              + "css'></head><body>Bonjour<img src='"
              + out
              + "img'><iframe src='"
              + secret.toUri()
              + "'></iframe><object data='"
              + out
              + "obj'></object></body></html>";
      assertThat(textOf(convert(OfficeType.HTML, html.getBytes()))).doesNotContain("MOT-DE-PASSE");
      byte[] odt =
          OfficeSamples.odtBody(
              "<text:p>Bonjour</text:p><text:section text:name=\"s\"><text:section-source"
                  + " xlink:href=\""
                  + secret.toUri()
                  + "\"/><text:p/></text:section>"
                  + "<text:p><draw:frame draw:name=\"f\" text:anchor-type=\"as-char\"><draw:image"
                  + " xlink:href=\""
                  + out
                  + "odt-image\"/></draw:frame></text:p>");
      assertThat(textOf(convert(OfficeType.ODT, odt))).doesNotContain("MOT-DE-PASSE");
      byte[] docx =
          OfficeSamples.docxBody(
              "<w:p><w:r><w:t>Bonjour</w:t></w:r></w:p><w:p><w:r><w:fldChar"
                  + " w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>INCLUDETEXT \""
                  + secret
                  + "\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                  + "<w:r><w:t>rien</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
              Map.of(
                  "word/_rels/document.xml.rels",
                  OfficeSamples.relation("attachedTemplate", out + "template.dotm")));
      assertThat(textOf(convert(OfficeType.DOCX, docx))).doesNotContain("MOT-DE-PASSE");
      String rtf =
          "{\\rtf1 Bonjour {\\*\\template "
              + out
              + "t.dotm}{\\field{\\*\\fldinst INCLUDEPICTURE \""
              + out
              + "rtf\" \\\\d}{\\fldrslt x}}{\\field{\\*\\fldinst INCLUDETEXT \""
              + secret
              + "\"}{\\fldrslt y}}}";
      assertThat(textOf(convert(OfficeType.RTF, rtf.getBytes()))).doesNotContain("MOT-DE-PASSE");
      assertThat(calls).isEmpty();
    } finally {
      spy.stop(0);
    }
  }

  @Test
  void an_office_killed_while_idle_is_replaced() throws IOException {
    convert(OfficeType.TXT, "avant".getBytes());
    running().forEach(ProcessHandle::destroyForcibly);
    assertThat(textOf(convert(OfficeType.TXT, "après".getBytes()))).contains("après");
  }

  @Test
  void the_environment_of_the_server_does_not_reach_the_office() throws IOException {
    convert(OfficeType.TXT, "x".getBytes());
    for (ProcessHandle process : running()) {
      String environment = Files.readString(Path.of("/proc/" + process.pid() + "/environ"));
      assertThat(environment.split("\0"))
          .allMatch(v -> v.matches("(PATH|LANG|HOME|TMPDIR|LD_LIBRARY_PATH|PWD)=.*"));
    }
  }

  @Test
  void four_callers_at_once_all_get_their_own_pdf() {
    var all = new java.util.ArrayList<CompletableFuture<String>>();
    for (int i = 0; i < 8; i++) {
      byte[] bytes = ("lettre numéro " + i).getBytes();
      all.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return textOf(convert(OfficeType.TXT, bytes));
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              }));
    }
    for (int i = 0; i < 8; i++) {
      assertThat(all.get(i).join()).contains("lettre numéro " + i);
    }
  }

  @Test
  void without_libreoffice_the_packages_to_install_are_named() throws IOException {
    var nowhere =
        new LibreOfficeSettings(
            folder.resolve("none"), 1, 1, Duration.ofSeconds(5), 10, 0, folder.resolve("work"));
    Path source = Files.writeString(folder.resolve("a.txt"), "x");
    try (var converter = new LibreOfficeConverter(nowhere)) {
      assertThatThrownBy(() -> converter.toPdf(source, "text/plain", folder))
          .isInstanceOfSatisfying(
              OfficeUnavailable.class,
              e -> {
                assertThat(e.reason()).isEqualTo(OfficeUnavailable.Reason.MISSING);
                assertThat(e.packages()).contains("libreoffice-writer-nogui");
              });
    }
  }

  @Test
  void a_conversion_that_outlasts_its_time_is_refused_and_the_next_one_works() throws IOException {
    var usual = LibreOfficeSettings.usual(folder.resolve("work"));
    var hasty =
        new LibreOfficeSettings(
            usual.home(), 1, 1, Duration.ofMillis(200), 10, usual.memory(), usual.work());
    Path source = Files.writeString(folder.resolve("a.txt"), "mot ".repeat(400_000));
    try (var converter = new LibreOfficeConverter(hasty)) {
      assertThatThrownBy(() -> converter.toPdf(source, "text/plain", folder))
          .isInstanceOfSatisfying(
              Refusal.class, r -> assertThat(r.key()).isEqualTo("office.not-convertible"));
    }
    assertThat(textOf(convert(OfficeType.TXT, "encore".getBytes()))).contains("encore");
  }

  @Test
  void a_full_queue_turns_the_next_one_away() throws IOException {
    var usual = LibreOfficeSettings.usual(folder.resolve("work"));
    var full =
        new LibreOfficeSettings(
            usual.home(), 0, 0, usual.taskTimeout(), 10, usual.memory(), usual.work());
    Path source = Files.writeString(folder.resolve("a.txt"), "x");
    try (var converter = new LibreOfficeConverter(full)) {
      assertThatThrownBy(() -> converter.toPdf(source, "text/plain", folder))
          .isInstanceOfSatisfying(
              OfficeUnavailable.class,
              e -> assertThat(e.reason()).isEqualTo(OfficeUnavailable.Reason.BUSY));
    }
  }

  private static List<ProcessHandle> running() {
    return ProcessHandle.current()
        .descendants()
        .filter(p -> p.info().command().orElse("").endsWith("soffice.bin"))
        .toList();
  }
}
