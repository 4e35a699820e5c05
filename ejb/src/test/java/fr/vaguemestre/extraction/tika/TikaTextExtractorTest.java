package fr.vaguemestre.extraction.tika;

import static fr.vaguemestre.extraction.ExtractionStatus.DONE;
import static fr.vaguemestre.extraction.ExtractionStatus.FAILED;
import static fr.vaguemestre.extraction.ExtractionStatus.NOT_OCRED;
import static fr.vaguemestre.extraction.ExtractionStatus.PARTIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.vaguemestre.extraction.Extraction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real files, real tools. Without tesseract or poppler: skipped, except in continuous integration
 * ({@code CI=true}).
 */
class TikaTextExtractorTest {

  @TempDir static Path folder;
  static Samples samples;
  static Tools tools;
  static ExtractionSettings settings;
  static TikaTextExtractor extractor;

  @BeforeAll
  static void start() throws Exception {
    var defaults = ExtractionSettings.defaults(folder.resolve("work"));
    settings = settings(defaults, defaults.path(), 8);
    tools = Tools.look(settings.path(), settings.languages());
    samples = new Samples(Files.createDirectories(folder.resolve("samples")));
    extractor = new TikaTextExtractor(settings, tools);
  }

  @AfterAll
  static void stop() throws IOException {
    extractor.close();
  }

  static ExtractionSettings settings(ExtractionSettings from, String path, int ocrPages) {
    return new ExtractionSettings(
        from.work(),
        path,
        1,
        512,
        Duration.ofSeconds(60),
        from.pageTimeout(),
        from.ocrBudget(),
        3_000_000,
        ocrPages,
        from.ocrThreads(),
        from.dpi(),
        from.languages());
  }

  static Extraction read(Path file) {
    long start = System.nanoTime();
    var extraction = extractor.extract(file, null);
    System.out.printf(
        "%-28s %6d ms  %s %s pages %d/%d text %d %s%n",
        file.getFileName(),
        (System.nanoTime() - start) / 1_000_000,
        extraction.status(),
        extraction.reason(),
        extraction.pagesRead(),
        extraction.pages(),
        extraction.text().length(),
        extraction.facts());
    return extraction;
  }

  static void needsTools() {
    needs(tools);
  }

  static void needs(Tools tools) {
    boolean there =
        tools.program("tesseract").isPresent()
            && tools.program("pdftoppm").isPresent()
            && tools.hasLanguage("fra");
    if (!"true".equals(System.getenv("CI"))) {
      assumeTrue(there, "tesseract, its French and poppler");
    }
    assertThat(there).as("tesseract, its French and poppler").isTrue();
  }

  @Test
  void a_noisy_scan_is_read_nearly_without_fault() throws Exception {
    needsTools();
    var extraction = read(samples.scannedPdf("scan.pdf", Samples.letter(200)));
    assertThat(extraction.status()).isEqualTo(DONE);
    assertThat(extraction.pagesRead()).isEqualTo(1);
    assertThat(accuracy(extraction.text())).isGreaterThan(0.97);
  }

  @Test
  void a_scan_put_sideways_upside_down_or_askew_is_read_all_the_same() throws Exception {
    needsTools();
    var letter = Samples.letter(200);
    for (double degrees : new double[] {90, 180, -4}) {
      var extraction =
          read(samples.scannedPdf("turned" + degrees + ".pdf", Samples.turned(letter, degrees)));
      assertThat(extraction.status()).isEqualTo(DONE);
      assertThat(accuracy(extraction.text())).as("turned by " + degrees).isGreaterThan(0.97);
    }
  }

  @Test
  void pictures_are_read_with_all_pages_of_a_tiff_and_progress_is_told() throws Exception {
    needsTools();
    var letter = Samples.letter(200);
    var seen = Collections.synchronizedList(new ArrayList<String>());
    var tiff =
        extractor.extract(
            samples.tiff("scan.tif", letter, letter),
            "image/tiff",
            (done, of) -> seen.add(done + "/" + of));
    assertThat(tiff.pages()).isEqualTo(2);
    assertThat(tiff.pagesRead()).isEqualTo(2);
    assertThat(tiff.text().split("salutations", -1)).hasSize(3);
    assertThat(seen).containsExactlyInAnyOrder("1/2", "2/2");
    assertThat(accuracy(read(samples.picture("photo.jpg", "jpg", letter)).text()))
        .isGreaterThan(0.97);
    assertThat(accuracy(read(samples.picture("scan.png", "png", letter)).text()))
        .isGreaterThan(0.97);
  }

  @Test
  void a_blank_scan_is_done_and_says_nothing_is_written() throws Exception {
    needsTools();
    var blank =
        Samples.turned(
            new java.awt.image.BufferedImage(
                1654, 2339, java.awt.image.BufferedImage.TYPE_BYTE_GRAY),
            45);
    var graphics = blank.createGraphics();
    graphics.setColor(java.awt.Color.WHITE);
    graphics.fillRect(0, 0, 1654, 2339);
    var extraction = read(samples.scannedPdf("blank.pdf", blank));
    assertThat(extraction.status()).isEqualTo(DONE);
    assertThat(extraction.reason()).isEqualTo("extraction.no-text");
  }

  @Test
  void born_digital_documents_give_their_text_without_ocr() throws Exception {
    read(samples.text("warm.txt", "Démarrage"));
    var pdf = read(samples.pdf("digital.pdf", 3, Samples.LETTER));
    assertThat(pdf.status()).isEqualTo(DONE);
    assertThat(pdf.pages()).isEqualTo(3);
    assertThat(pdf.text()).contains("stationnement gênant");
    assertThat(pdf.facts()).doesNotContainKey("ocrPages");
    var text = "Réclamation de M. Lefèvre sur l’éclairage";
    assertThat(read(samples.docx("letter.docx", text)).text()).contains(text);
    assertThat(read(samples.odt("letter.odt", text)).text()).contains(text);
    assertThat(read(samples.xlsx("table.xlsx", text)).text()).contains(text);
    assertThat(read(samples.text("note.txt", text)).text()).contains(text);
    assertThat(
            read(samples.text(
                    "letter.rtf", "{\\rtf1\\ansi\\ansicpg1252 R\\'e9clamation de voirie\\par}"))
                .text())
        .contains("Réclamation de voirie");
  }

  @Test
  void mails_give_subject_body_and_attachments() throws Exception {
    var eml = read(samples.eml("mail.eml", samples.pdf("piece.pdf", 1, Samples.LETTER)));
    assertThat(eml.status()).isEqualTo(DONE);
    assertThat(eml.text()).contains("concernant la crèche").contains("stationnement gênant");
    assertThat(eml.facts())
        .containsEntry("subject", "Demande de rendez-vous à la mairie")
        .containsEntry("from", "helene@exemple.fr")
        .containsEntry("attachments", "1");
    var msg =
        read(
            samples.msg(
                "mail.msg",
                ChildClassPath.in(settings.work()),
                "Demande de place",
                "Bonjour, une place en crèche"));
    assertThat(msg.status()).isEqualTo(DONE);
    assertThat(msg.text()).contains("une place en crèche");
  }

  @Test
  void a_stamp_over_a_scan_does_not_hide_the_scan() throws Exception {
    needsTools();
    var scan = samples.scannedPdf("stamped.pdf", Samples.letter(200));
    try (var document = org.apache.pdfbox.Loader.loadPDF(scan.toFile())) {
      try (var content =
          new org.apache.pdfbox.pdmodel.PDPageContentStream(
              document,
              document.getPage(0),
              org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode.APPEND,
              true)) {
        content.beginText();
        content.setFont(
            new org.apache.pdfbox.pdmodel.font.PDType1Font(
                org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName.HELVETICA),
            9);
        content.newLineAtOffset(380, 820);
        content.showText("Courrier reçu le 14/03/2026");
        content.endText();
      }
      document.save(folder.resolve("samples/stamped2.pdf").toFile());
    }
    var extraction = read(folder.resolve("samples/stamped2.pdf"));
    assertThat(extraction.text())
        .contains("Courrier reçu le 14/03/2026")
        .contains("salutations distinguées");
  }

  @Test
  void an_encrypted_pdf_is_failed_unless_it_opens_without_password() throws Exception {
    var closed = read(samples.encryptedPdf("closed.pdf", "secret"));
    assertThat(closed.status()).isEqualTo(FAILED);
    assertThat(closed.reason()).isEqualTo("extraction.encrypted");
    assertThat(read(samples.encryptedPdf("restricted.pdf", "")).text())
        .contains("stationnement gênant");
  }

  @Test
  void a_truncated_document_is_never_done() throws Exception {
    var pdf = read(samples.firstHalf("cut.pdf", samples.pdf("whole.pdf", 20, Samples.LETTER)));
    assertThat(pdf.status()).isIn(PARTIAL, FAILED);
    assertThat(pdf.reason()).isIn("extraction.truncated", "extraction.damaged");
    var docx =
        read(samples.firstHalf("cut.docx", samples.docx("whole.docx", "Bonjour ".repeat(5000))));
    assertThat(docx.status()).isEqualTo(FAILED);
    var picture =
        read(
            samples.firstHalf("cut.png", samples.picture("whole.png", "png", Samples.letter(200))));
    assertThat(picture.status()).isIn(PARTIAL, FAILED);
  }

  @Test
  void an_empty_file_is_failed() throws Exception {
    assertThat(read(samples.bytes("empty.pdf", new byte[0])))
        .isEqualTo(Extraction.failed("extraction.empty", null));
  }

  @Test
  void a_zip_bomb_is_failed_and_the_next_file_is_read() throws Exception {
    var honest = read(samples.bomb("bomb.docx", 1_100, true));
    assertThat(honest.status()).isEqualTo(FAILED);
    assertThat(honest.reason()).isEqualTo("extraction.bomb");
    var liar = read(samples.bomb("liar.docx", 120, false));
    assertThat(liar.status()).isIn(FAILED, PARTIAL);
    assertThat(liar.reason()).isNotNull();
    assertThat(read(samples.text("after.txt", "La suite")).status()).isEqualTo(DONE);
  }

  @Test
  void a_child_that_is_killed_takes_only_its_document_with_it() throws Exception {
    var slow = samples.bomb("slow.docx", 200, false);
    read(samples.text("before-kill.txt", "Le début"));
    var reading = CompletableFuture.supplyAsync(() -> read(slow));
    Thread.sleep(1000);
    readers().forEach(ProcessHandle::destroyForcibly);
    assertThat(reading.get().reason()).isEqualTo("extraction.crash");
    assertThat(read(samples.text("after-kill.txt", "La suite")).status()).isEqualTo(DONE);
  }

  private static Stream<ProcessHandle> readers() {
    return ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().commandLine().orElse("").contains("PipesServer"));
  }

  @Test
  void javascript_in_a_pdf_is_told_and_its_text_read() throws Exception {
    var extraction = read(samples.pdfWithJavaScript("script.pdf"));
    assertThat(extraction.status()).isEqualTo(DONE);
    assertThat(extraction.facts()).containsEntry("javascript", "true");
  }

  @Test
  void ten_thousand_pages_are_read_within_bounds() throws Exception {
    var words =
        read(
            samples.pdf(
                "long.pdf",
                10_000,
                List.of("Page %n du registre des délibérations", "Le conseil municipal décide.")));
    assertThat(words.pages()).isEqualTo(10_000);
    assertThat(words.status()).isIn(DONE, PARTIAL);
    assertThat(words.text()).contains("Page 1 du registre");
    var silent = read(samples.pdf("silent.pdf", 10_000, List.of()));
    assertThat(silent.status()).isEqualTo(FAILED);
    assertThat(silent.reason()).isEqualTo("extraction.page-limit");
  }

  @Test
  void bytes_decide_whatever_the_sender_says() throws Exception {
    var extraction =
        extractor.extract(
            samples.picture("lie.pdf", "png", new java.awt.image.BufferedImage(50, 50, 1)),
            "application/pdf");
    assertThat(extraction.mediaType()).isEqualTo("image/png");
    assertThat(
            read(samples.bytes("program.pdf", new byte[] {0x7F, 'E', 'L', 'F', 1, 2, 3, 0}))
                .reason())
        .isEqualTo("extraction.type-not-accepted");
  }

  @Test
  void without_tesseract_a_scan_is_not_ocred_and_the_text_layer_is_given() throws Exception {
    var empty = Files.createDirectories(folder.resolve("nothing"));
    var bare = settings(settings, empty.toString(), 4);
    try (var poor = new TikaTextExtractor(bare, Tools.look(bare.path(), bare.languages()))) {
      var scan = poor.extract(samples.scannedPdf("scan2.pdf", Samples.letter(100)), null);
      assertThat(scan.status()).isEqualTo(NOT_OCRED);
      assertThat(scan.reason()).isEqualTo("extraction.no-tesseract");
      assertThat(poor.extract(samples.pdf("digital2.pdf", 1, Samples.LETTER), null).status())
          .isEqualTo(DONE);
    }
  }

  @Test
  void a_short_letter_overtakes_a_long_document() throws Exception {
    needsTools();
    var letter = Samples.letter(200);
    var graphics = letter.createGraphics();
    graphics.setColor(java.awt.Color.WHITE);
    graphics.fillRect(0, 700, letter.getWidth(), letter.getHeight());
    var many =
        samples.scannedPdf(
            "many.pdf", letter, letter, letter, letter, letter, letter, letter, letter);
    var one = samples.scannedPdf("one.pdf", letter);
    var started = new CountDownLatch(1);
    var slow =
        CompletableFuture.supplyAsync(
            () -> extractor.extract(many, null, (done, of) -> started.countDown()));
    started.await();
    var quick = read(one);
    assertThat(quick.status()).isEqualTo(DONE);
    assertThat(slow.isDone()).isFalse();
    assertThat(slow.get().pagesRead()).isEqualTo(8);
  }

  @Test
  void nothing_is_left_behind_not_even_by_a_server_that_was_killed() throws Exception {
    var gone = new ProcessBuilder("true").start();
    gone.waitFor();
    var tmp = settings.work().resolve("tmp");
    Files.writeString(
        Files.createDirectories(tmp.resolve("job-" + gone.pid() + "-1")).resolve("page.pgm"), "");
    WorkFolder.sweep(tmp);
    read(samples.text("left.txt", "Bonjour"));
    try (var left = Files.list(settings.work().resolve("tmp"))) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.startsWith("job-"));
    }
  }

  @Test
  void tools_are_told_with_their_versions() {
    needsTools();
    assertThat(tools.found())
        .filteredOn(Tools.Found::there)
        .extracting(Tools.Found::name)
        .contains("tesseract", "fra", "pdftoppm", "pdfinfo");
    assertThat(tools.found())
        .filteredOn(found -> found.name().equals("tesseract"))
        .allMatch(found -> found.version() != null);
    assertThat(Tools.look("/nowhere", List.of("fra")).found()).noneMatch(Tools.Found::there);
  }

  /** Share of the letter's characters that were read right, spaces apart. */
  static double accuracy(String text) {
    var expected = String.join("", Samples.LETTER).replaceAll("\\s", "").replace('’', '\'');
    var read = text.replaceAll("\\s", "").replace('’', '\'');
    var previous = new int[read.length() + 1];
    for (int j = 0; j <= read.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= expected.length(); i++) {
      var current = new int[read.length() + 1];
      current[0] = i;
      for (int j = 1; j <= read.length(); j++) {
        int change = expected.charAt(i - 1) == read.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(previous[j - 1] + change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    double accuracy = 1 - (double) previous[read.length()] / expected.length();
    System.out.printf("  accuracy %.4f%n", accuracy);
    return accuracy;
  }
}
