package fr.vaguemestre.batch.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.batch.demo.DemoLetter.FileKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class DemoFilesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  private final DemoFiles files = new DemoFiles(DemoData.town("pontarlieu"), DAY);
  private final List<DemoLetter> letters = DemoData.letters("pontarlieu");

  @Test
  void all_letters_are_written_within_fifteen_seconds() throws IOException {
    String kept = System.getProperty("demo.out");
    // Processor time, not elapsed: a machine busy with other work must not turn this red.
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    Duration took = Duration.ZERO;
    for (DemoLetter letter : letters) {
      long start = clock.getCurrentThreadCpuTime();
      DemoFile file = files.of(letter);
      took = took.plusNanos(clock.getCurrentThreadCpuTime() - start);
      assertThat(file.bytes()).as(letter.ref()).hasSizeBetween(1_000, 2_000_000);
      if (kept != null) {
        Files.write(Path.of(kept, letter.ref() + "-" + file.name()), file.bytes());
      }
    }
    assertThat(took).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void the_same_letter_on_the_same_day_gives_the_same_bytes() {
    for (FileKind kind : FileKind.values()) {
      DemoLetter letter = any(kind);
      DemoFiles again = new DemoFiles(DemoData.town("pontarlieu"), DAY);
      assertThat(again.of(letter).bytes()).as(kind.name()).isEqualTo(files.of(letter).bytes());
    }
  }

  @Test
  void a_born_digital_letter_gives_all_its_text_back() throws IOException {
    DemoDates dates = new DemoDates(DAY);
    for (DemoLetter letter : letters) {
      if (letter.paper().kind() == FileKind.PDF) {
        String read = text(files.of(letter));
        for (String paragraph : letter.paragraphs()) {
          assertThat(read).contains(dates.expand(paragraph).replace('\u00a0', ' '));
        }
      }
    }
  }

  @Test
  void a_scan_has_an_image_and_no_text() throws IOException {
    assertThat(text(files.of(any(FileKind.SCAN)))).isBlank();
  }

  @Test
  void a_long_letter_takes_two_pages() throws IOException {
    DemoLetter petition = letters.stream().filter(l -> l.ref().equals("L29")).findFirst().get();
    try (var pdf = Loader.loadPDF(files.of(petition).bytes())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(2);
    }
  }

  @Test
  void a_mail_carries_its_letter_as_an_attachment() {
    String mail = new String(files.of(any(FileKind.EML)).bytes(), StandardCharsets.US_ASCII);
    assertThat(mail)
        .contains("From: =?UTF-8?B?", "MIME-Version: 1.0", "Content-Type: application/pdf")
        .contains("<demo.PONT.L01@example.fr>")
        .endsWith("--=_vaguemestre-demo--\r\n");
  }

  @Test
  void a_word_letter_is_a_package_with_a_document() throws IOException {
    byte[] docx = files.of(any(FileKind.DOCX)).bytes();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
      zip.getNextEntry();
      zip.getNextEntry();
      assertThat(zip.getNextEntry().getName()).isEqualTo("word/document.xml");
      assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).contains("billetterie");
    }
  }

  @Test
  void a_reply_names_the_agent_who_wrote_it_and_its_signatory() throws IOException {
    DemoLetter sent = letters.stream().filter(l -> l.ref().equals("L53")).findFirst().get();
    assertThat(text(files.reply(sent, true)))
        .contains("Affaire suivie par Amélie Lantier", "Dominique Sorel", "Maire de Pontarlieu")
        .contains("limiteur acoustique");
  }

  @Test
  void a_griffe_is_transparent_and_belongs_to_one_name() throws IOException {
    byte[] mayor = new Griffe("Dominique Sorel").png(480, 180);
    assertThat(mayor)
        .isEqualTo(new Griffe("Dominique Sorel").png(480, 180))
        .isNotEqualTo(new Griffe("Catherine Morel").png(480, 180));
    var image = ImageIO.read(new ByteArrayInputStream(mayor));
    assertThat(image.getRGB(0, 0) >>> 24).isZero();
  }

  private DemoLetter any(FileKind kind) {
    return letters.stream().filter(l -> l.paper().kind() == kind).findFirst().orElseThrow();
  }

  private static String text(DemoFile file) throws IOException {
    try (var pdf = Loader.loadPDF(file.bytes())) {
      return new PDFTextStripper().getText(pdf).replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }
  }
}
