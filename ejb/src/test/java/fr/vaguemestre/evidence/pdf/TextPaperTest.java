package fr.vaguemestre.evidence.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** CIR8: the journal on paper. */
class TextPaperTest {
  @Test
  void CIR8_every_word_is_on_a_page_and_every_page_says_what_it_is_of() throws IOException {
    var paper = new TextPaper("Journal de PONT2026A/42");
    paper.heading("Journal");
    for (int i = 0; i < 200; i++) {
      paper.text("Ligne " + i + " " + "mot ".repeat(40) + "fin" + i);
      paper.gap();
    }
    paper.small("x".repeat(1000) + "fin");
    try (PDDocument document = Loader.loadPDF(paper.bytes())) {
      int pages = document.getNumberOfPages();
      assertThat(pages).isGreaterThan(5);
      var text = new PDFTextStripper().getText(document);
      for (int i = 0; i < 200; i++) {
        assertThat(text).contains("Ligne " + i + " ").contains("fin" + i);
      }
      assertThat(text.replaceAll("\\s", "")).contains("x".repeat(1000) + "fin");
      assertThat(text.split("Journal de PONT2026A/42 · ", -1)).hasSize(pages + 1);
      assertThat(text).contains("· " + pages + "/" + pages);
    }
  }

  @Test
  void CIR8_what_cannot_be_drawn_is_a_question_mark_and_stops_nothing() throws IOException {
    var paper = new TextPaper("pied \uD83C\uDFDB");
    paper.text("=cmd|' /C calc'!A0 <script>\u0007\uD83C\uDFDB\u202E fin\r\nsuite\tet fin");
    paper.text("");
    paper.small("\n");
    try (PDDocument document = Loader.loadPDF(paper.bytes())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(document))
          .contains("=cmd|' /C calc'!A0 <script>?")
          .contains("suite et fin");
    }
  }
}
