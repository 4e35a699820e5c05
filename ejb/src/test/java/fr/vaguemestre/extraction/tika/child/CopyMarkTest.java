package fr.vaguemestre.extraction.tika.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CAP8: what a consultation copy says on its pages. */
class CopyMarkTest {
  private static final String WORDS =
      "Copie conforme de 2026A/42 au statut « À signer → 🏛 » le 1er novembre 2026";

  @TempDir Path folder;

  @Test
  void CAP8_the_mark_follows_the_stored_bytes_unchanged() throws IOException {
    var pdf = pdf(0);
    var copy = marked(pdf, WORDS);
    var stored = Files.readAllBytes(pdf);
    assertThat(Arrays.copyOf(Files.readAllBytes(copy), stored.length)).isEqualTo(stored);
    try (PDDocument document = Loader.loadPDF(copy.toFile())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Bonjour")
          .contains("Copie conforme de 2026A/42 au statut « À signer")
          .contains("» le 1er novembre 2026");
    }
  }

  @Test
  void CAP8_the_mark_is_upright_at_the_top_of_every_page_however_it_is_turned_or_cut()
      throws IOException {
    for (int rotation : new int[] {0, 90, 180, 270}) {
      var copy = marked(pdf(rotation), "Copie conforme");
      try (PDDocument document = Loader.loadPDF(copy.toFile())) {
        var marks = marks(document);
        assertThat(marks).as("one on each page turned by %d", rotation).hasSize(2);
        for (var first : marks) {
          assertThat(first.getYDirAdj()).as("from the top, turned by %d", rotation).isLessThan(22);
          assertThat(Math.floorMod((int) first.getDir(), 360))
              .as("read as the page is looked at")
              .isEqualTo(rotation);
        }
      }
    }
  }

  @Test
  void CAP8_words_longer_than_the_page_are_written_smaller() throws IOException {
    var copy = marked(pdf(0), "Copie ".repeat(60) + "fin");
    try (PDDocument document = Loader.loadPDF(copy.toFile())) {
      var text = new PDFTextStripper().getText(document);
      assertThat(text).contains("Copie fin");
      for (var first : marks(document)) {
        assertThat(first.getXDirAdj()).isPositive();
      }
    }
  }

  /** The first letter of each mark. */
  private static List<TextPosition> marks(PDDocument document) throws IOException {
    var found = new ArrayList<TextPosition>();
    var stripper =
        new PDFTextStripper() {
          @Override
          protected void writeString(String text, List<TextPosition> positions) {
            if (text.startsWith("Copie")) {
              found.add(positions.getFirst());
            }
          }
        };
    stripper.getText(document);
    return found;
  }

  private Path marked(Path pdf, String words) throws IOException {
    var out = new ByteArrayOutputStream();
    CopyMark.apply(pdf, words, out);
    return Files.write(folder.resolve("copy.pdf"), out.toByteArray());
  }

  /** Two pages turned alike, the second cut to a part of its sheet. */
  private Path pdf(int rotation) throws IOException {
    var file = folder.resolve("in-" + rotation + ".pdf");
    try (var document = new PDDocument()) {
      for (int i = 0; i < 2; i++) {
        var page = new PDPage(PDRectangle.A4);
        page.setRotation(rotation);
        if (i == 1) {
          page.setCropBox(new PDRectangle(40, 60, 400, 600));
        }
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
          content.newLineAtOffset(200, 400);
          content.showText("Bonjour");
          content.endText();
        }
      }
      document.save(file.toFile());
    }
    return file;
  }
}
