package fr.vaguemestre.signing.pdf;

import fr.vaguemestre.platform.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * Says at the top of every page what a consultation copy is a copy of. The stored bytes are never
 * touched: they are streamed out unchanged, followed by the mark as an incremental update.
 *
 * <p>As {@link GriffeStamp}, only for PDFs whose SHA-256 is one our converter's output was stored
 * under: an uploaded file is not to be parsed in the server JVM.
 */
public final class Watermark {
  private static final float MM = 72 / 25.4f;
  private static final float BAND = 7 * MM;
  private static final float SIZE = 8;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);

  private Watermark() {}

  /**
   * Streams the marked copy.
   *
   * @param chrono of the letter the document belongs to
   * @param state in French, as the reader sees it
   * @throws Refusal {@code signing.encrypted-pdf}
   */
  public static void apply(Path pdf, String chrono, String state, LocalDate day, OutputStream out)
      throws IOException {
    String date = DATE.format(day).replaceFirst("^1 ", "1er ");
    String words = "Copie conforme de " + chrono + " au statut « " + state + " » le " + date;
    try (PDDocument document =
        Loader.loadPDF(pdf.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      if (document.isEncrypted()) {
        throw Refusal.of(Refusal.Kind.UNSUPPORTED_TYPE, "signing.encrypted-pdf");
      }
      PDFont font = StampFont.load(document);
      for (PDPage page : document.getPages()) {
        mark(document, page, font, StampFont.known(font, words));
      }
      document.saveIncremental(out);
    }
  }

  private static void mark(PDDocument document, PDPage page, PDFont font, String words)
      throws IOException {
    PDRectangle paper = page.getCropBox();
    float width = font.getStringWidth(words) / 1000 * SIZE;
    float size = Math.min(SIZE, SIZE * (paper.getWidth() - 2 * BAND) / width);
    float y = paper.getUpperRightY() - BAND;
    // Its own resources: inherited ones belong to other pages too.
    page.setResources(StampFont.copyOf(page.getResources()));
    try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
      content.setNonStrokingColor(0.93f);
      content.addRect(paper.getLowerLeftX(), y, paper.getWidth(), BAND);
      content.fill();
      content.setNonStrokingColor(0.3f);
      content.beginText();
      content.setFont(font, size);
      content.newLineAtOffset(
          paper.getLowerLeftX() + (paper.getWidth() - width * size / SIZE) / 2,
          y + (BAND - size * 0.7f) / 2);
      content.showText(words);
      content.endText();
    }
    page.getCOSObject().setNeedToBeUpdated(true);
    page.getResources().getCOSObject().setNeedToBeUpdated(true);
  }
}
