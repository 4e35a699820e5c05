package fr.vaguemestre.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.search.pdf.PdfSheet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ResultSheetTest {
  private static final List<String> COLUMNS = List.of("Numéro", "Objet", "Reçu", "Commune");
  private static final List<Object> HOSTILE =
      Arrays.asList("=1+1", "<a>&\"\u0000\uFFFE 'x'", LocalDate.of(2026, 3, 1), null);

  @Test
  void SEA2_an_ods_is_well_formed_and_computes_nothing() throws Exception {
    var out = new ByteArrayOutputStream();
    try (var sheet = new OdsSheet(out, "Recherche", COLUMNS)) {
      sheet.row(HOSTILE);
    }
    try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      assertThat(zip.getNextEntry().getName()).isEqualTo("mimetype");
      assertThat(new String(zip.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII))
          .isEqualTo(OdsSheet.TYPE);
      zip.getNextEntry();
      assertThat(zip.getNextEntry().getName()).isEqualTo("content.xml");
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      var content =
          factory.newDocumentBuilder().parse(new ByteArrayInputStream(zip.readAllBytes()));
      var cells = content.getElementsByTagNameNS("*", "table-cell");
      assertThat(cells.getLength()).isEqualTo(8);
      assertThat(cells.item(4).getTextContent()).isEqualTo("=1+1");
      assertThat(content.getElementsByTagNameNS("*", "p").getLength()).isEqualTo(6);
      for (int i = 0; i < cells.getLength(); i++) {
        assertThat(cells.item(i).getAttributes().getNamedItem("table:formula")).isNull();
      }
    }
  }

  @Test
  void SEA2_a_pdf_has_every_row_over_its_pages() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var sheet = new PdfSheet(out, "Recherche", COLUMNS)) {
      for (int i = 0; i < 90; i++) {
        sheet.row(List.of("N" + i, "objet ".repeat(60) + "\u4E2D", LocalDate.of(2026, 3, 1), "Y"));
      }
      sheet.row(HOSTILE);
    }
    try (var document = Loader.loadPDF(out.toByteArray())) {
      assertThat(document.getNumberOfPages()).isGreaterThan(2);
      var text = new PDFTextStripper().getText(document);
      for (int i = 0; i < 90; i++) {
        assertThat(text).contains("N" + i + " ");
      }
      assertThat(text).contains("Reçu : 01/03/2026", "…");
    }
  }
}
