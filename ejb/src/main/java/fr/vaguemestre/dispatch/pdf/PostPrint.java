package fr.vaguemestre.dispatch.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/**
 * One PDF of replies to print, each behind its address sheet. A4 folded in three shows the address
 * in the window of a DL envelope: 110 mm from the left, 50 mm from the top, 85 mm wide.
 *
 * <p>As what stamps griffes, only for PDFs that our own converter made: an uploaded file is not to
 * be parsed in the server JVM.
 */
public final class PostPrint {
  private static final float MM = 72 / 25.4f;
  private static final float WINDOW_LEFT = 110 * MM;
  private static final float WINDOW_TOP = 50 * MM;
  private static final float WINDOW_WIDTH = 85 * MM;
  private static final float LEFT = 20 * MM;
  private static final float LEFT_WIDTH = 80 * MM;
  private static final float LEADING = 5 * MM;
  private static final float SIZE = 10;

  private PostPrint() {}

  /**
   * One reply to post.
   *
   * @param from the lines of whoever sends it
   * @param to the lines of the address
   * @param reference the letter's number
   * @param registered the registered number, or null
   * @param reply the signed PDF; null when the paper that was signed leaves
   */
  public record Envelope(
      List<String> from, List<String> to, String reference, String registered, Path reply) {}

  /**
   * @param duplex true to have each reply begin on a new sheet when both sides are printed
   */
  public static void write(List<Envelope> envelopes, boolean duplex, Path out) throws IOException {
    var merger = new PDFMergerUtility();
    try (var all = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      for (var envelope : envelopes) {
        sheet(all, envelope);
        evenUp(all, duplex);
        if (envelope.reply() != null) {
          try (var reply =
              Loader.loadPDF(
                  envelope.reply().toFile(),
                  "",
                  null,
                  null,
                  IOUtils.createTempFileOnlyStreamCache())) {
            merger.appendDocument(all, reply);
          }
          evenUp(all, duplex);
        }
      }
      all.save(out.toFile());
    }
  }

  private static void evenUp(PDDocument all, boolean duplex) {
    if (duplex && all.getNumberOfPages() % 2 == 1) {
      all.addPage(new PDPage(PDRectangle.A4));
    }
  }

  private static void sheet(PDDocument all, Envelope envelope) throws IOException {
    var page = new PDPage(PDRectangle.A4);
    all.addPage(page);
    var font = new PDType1Font(FontName.HELVETICA);
    try (var content = new PDPageContentStream(all, page)) {
      lines(content, font, envelope.from(), LEFT, 20 * MM, LEFT_WIDTH);
      lines(content, font, envelope.to(), WINDOW_LEFT, WINDOW_TOP, WINDOW_WIDTH);
      var about =
          envelope.registered() == null || envelope.registered().isBlank()
              ? List.of("Réf. : " + envelope.reference())
              : List.of("Réf. : " + envelope.reference(), "Recommandé n° " + envelope.registered());
      lines(content, font, about, LEFT, WINDOW_TOP, LEFT_WIDTH);
    }
  }

  /** As large as the longest line lets it be, 10 points at most. */
  private static void lines(
      PDPageContentStream content,
      PDFont font,
      List<String> lines,
      float left,
      float top,
      float width)
      throws IOException {
    float widest = 1;
    for (var line : lines) {
      widest = Math.max(widest, font.getStringWidth(known(font, line)) / 1000 * SIZE);
    }
    content.setFont(font, SIZE * Math.min(1, width / widest));
    for (int i = 0; i < lines.size(); i++) {
      content.beginText();
      content.newLineAtOffset(left, PDRectangle.A4.getHeight() - top - (i + 1) * LEADING);
      content.showText(known(font, lines.get(i)));
      content.endText();
    }
  }

  /** The text with a question mark for what the font cannot draw. */
  private static String known(PDFont font, String text) {
    var known = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              var one = Character.isWhitespace(c) ? " " : Character.toString(c);
              try {
                font.encode(one);
                known.append(one);
              } catch (IOException | IllegalArgumentException e) {
                known.append('?');
              }
            });
    return known.toString();
  }
}
