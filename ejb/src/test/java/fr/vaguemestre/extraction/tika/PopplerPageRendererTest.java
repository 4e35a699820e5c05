package fr.vaguemestre.extraction.tika;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PopplerPageRendererTest {

  @TempDir Path folder;
  Samples samples;
  PopplerPageRenderer renderer;
  Tools tools;

  @BeforeEach
  void start() {
    var settings = ExtractionSettings.defaults(folder.resolve("work"));
    tools = Tools.look(settings.path(), settings.languages());
    samples = new Samples(folder);
    renderer = new PopplerPageRenderer(settings, tools);
  }

  @Test
  void the_first_page_of_pictures_and_pdfs_fits_in_a_thumbnail() throws Exception {
    TikaTextExtractorTest.needs(tools);
    var letter = Samples.letter(150);
    for (var file :
        List.of(
            samples.pdf("a.pdf", 2, Samples.LETTER),
            samples.picture("a.jpg", "jpg", letter),
            samples.picture("a.png", "png", Samples.turned(letter, 90)),
            samples.tiff("a.tif", letter, letter))) {
      long start = System.nanoTime();
      var thumbnail = renderer.thumbnail(file, null, folder.resolve("out")).orElseThrow();
      System.out.printf(
          "thumbnail of %s: %d ms%n", file.getFileName(), (System.nanoTime() - start) / 1_000_000);
      var image = ImageIO.read(thumbnail.toFile());
      assertThat(image.getWidth()).isBetween(200, 341);
      assertThat(image.getHeight()).isBetween(150, 341);
    }
  }

  @Test
  void CAP8_a_pdf_is_marked_on_every_page_in_a_child_process() throws Exception {
    long start = System.nanoTime();
    var copy =
        renderer
            .marked(samples.pdf("a.pdf", 3, Samples.LETTER), "Copie « à signer »", out())
            .orElseThrow();
    System.out.printf("marked: %d ms%n", (System.nanoTime() - start) / 1_000_000);
    try (var document = Loader.loadPDF(copy.toFile())) {
      var text = new PDFTextStripper().getText(document);
      assertThat(text.split("Copie « à signer »", -1)).hasSize(4);
    }
  }

  @Test
  void CAP8_what_cannot_be_marked_is_said_not_to_be_and_leaves_nothing_behind() throws Exception {
    var whole = Files.readAllBytes(samples.pdf("whole.pdf", 2, Samples.LETTER));
    var broken = Files.write(folder.resolve("broken.pdf"), Arrays.copyOf(whole, 40));
    var text = Files.writeString(folder.resolve("text.txt"), "Bonjour");
    var bomb = Files.write(folder.resolve("bomb.pdf"), bomb());
    for (var file :
        List.of(
            samples.encryptedPdf("closed.pdf", "secret"),
            samples.encryptedPdf("printing-only.pdf", ""),
            broken,
            bomb,
            text)) {
      assertThat(renderer.marked(file, "Copie", out())).as(file.toString()).isEmpty();
    }
    assertThat(out())
        .satisfiesAnyOf(o -> assertThat(o).doesNotExist(), o -> assertThat(o).isEmptyDirectory());
  }

  /** Pages that hold each other, so that there is no end to them. */
  private static byte[] bomb() {
    return """
        %PDF-1.4
        1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
        2 0 obj <</Type /Pages /Count 2147483647 /Kids [3 0 R 3 0 R]>> endobj
        3 0 obj <</Type /Pages /Count 1073741823 /Parent 2 0 R /Kids [2 0 R 2 0 R]>> endobj
        trailer <</Root 1 0 R /Size 4>>
        %%EOF
        """
        .getBytes(US_ASCII);
  }

  private Path out() {
    return folder.resolve("copies");
  }

  @Test
  void all_pages_of_a_tiff_and_a_photo_make_a_pdf() throws Exception {
    var letter = Samples.letter(150);
    var binary =
        new BufferedImage(letter.getWidth(), letter.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
    binary.createGraphics().drawImage(letter, 0, 0, null);
    assertThat(pages(samples.tiff("a.tif", letter, binary, letter))).isEqualTo(3);
    assertThat(pages(samples.picture("a.jpg", "jpg", letter))).isEqualTo(1);
    assertThat(pages(samples.picture("a.png", "png", letter))).isEqualTo(1);
  }

  @Test
  void a_photo_is_shown_as_it_was_held() throws Exception {
    var letter = Samples.letter(100);
    var sideways = samples.photo("photo.jpg", Samples.turned(letter, -90), 6);
    var out = folder.resolve("out");
    var thumbnail = ImageIO.read(renderer.thumbnail(sideways, null, out).orElseThrow().toFile());
    assertThat(thumbnail.getHeight()).isGreaterThan(thumbnail.getWidth());
    try (var pdf =
        Loader.loadPDF(renderer.pdfOfImages(sideways, null, out).orElseThrow().toFile())) {
      var size = pdf.getPage(0).getMediaBox();
      assertThat(size.getHeight()).isGreaterThan(size.getWidth());
    }
  }

  @Test
  void what_cannot_be_shown_is_empty() throws Exception {
    var broken = samples.firstHalf("cut.png", samples.picture("a.png", "png", Samples.letter(50)));
    var text = samples.text("a.txt", "Bonjour");
    var out = folder.resolve("out");
    assertThat(renderer.pdfOfImages(broken, null, out)).isEmpty();
    assertThat(renderer.thumbnail(text, null, out)).isEmpty();
    assertThat(renderer.pdfOfImages(text, null, out)).isEmpty();
    assertThat(renderer.thumbnail(samples.bytes("e", new byte[0]), null, out)).isEmpty();
    assertThat(renderer.thumbnail(samples.encryptedPdf("c.pdf", "secret"), null, out)).isEmpty();
    assertThat(out)
        .satisfiesAnyOf(p -> assertThat(p).doesNotExist(), p -> assertThat(p).isEmptyDirectory());
  }

  private int pages(Path picture) throws Exception {
    long start = System.nanoTime();
    var pdf = renderer.pdfOfImages(picture, null, folder.resolve("out")).orElseThrow();
    System.out.printf(
        "PDF of %s: %d ms, %d kB for %d kB%n",
        picture.getFileName(),
        (System.nanoTime() - start) / 1_000_000,
        Files.size(pdf) / 1000,
        Files.size(picture) / 1000);
    try (var document = Loader.loadPDF(pdf.toFile())) {
      return document.getNumberOfPages();
    }
  }
}
