package fr.vaguemestre.extraction.tika.child;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/**
 * Says at the top of every page, as it is looked at, what a consultation copy is a copy of. The
 * bytes it is made from come first, unchanged; the mark follows as an incremental update. Run as a
 * process of its own: exit code 0 when done, 1 and a line of why otherwise.
 *
 * <pre>
 * IN.pdf WORDS.txt OUT.pdf
 * </pre>
 */
public final class CopyMark {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float MM = 72 / 25.4f;
  private static final float BAND = 7 * MM;
  private static final float SIZE = 8;

  private CopyMark() {}

  public static void main(String[] words) {
    var copy = Path.of(words[2]);
    try (var out = new BufferedOutputStream(Files.newOutputStream(copy))) {
      int pages = apply(Path.of(words[0]), Files.readString(Path.of(words[1])), out);
      out.flush();
      // What was mended while it was read may not have come out whole.
      check(copy, pages);
    } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
      System.out.println(e);
      System.exit(1);
    }
  }

  /**
   * Writes the marked copy; returns how many pages it has.
   *
   * @throws IOException also when it is encrypted, or no PDF
   */
  public static int apply(Path pdf, String words, OutputStream out) throws IOException {
    try (PDDocument document = open(pdf);
        InputStream ttf = PDFont.class.getResourceAsStream(FONT)) {
      if (document.isEncrypted()) {
        throw new IOException("encrypted");
      }
      PDFont font = PDType0Font.load(document, ttf, true);
      String known = known(font, words);
      int pages = 0;
      for (PDPage page : document.getPages()) {
        mark(document, page, font, known);
        pages++;
      }
      document.saveIncremental(out);
      return pages;
    }
  }

  private static void check(Path copy, int pages) throws IOException {
    try (PDDocument document = open(copy)) {
      if (pages == 0 || document.getNumberOfPages() != pages) {
        throw new IOException("not as many pages as it says");
      }
    }
  }

  private static PDDocument open(Path pdf) throws IOException {
    return Loader.loadPDF(pdf.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache());
  }

  private static void mark(PDDocument document, PDPage page, PDFont font, String words)
      throws IOException {
    PDRectangle paper = page.getCropBox();
    boolean lying = page.getRotation() % 180 != 0;
    float wide = lying ? paper.getHeight() : paper.getWidth();
    float high = lying ? paper.getWidth() : paper.getHeight();
    float width = font.getStringWidth(words) / 1000 * SIZE;
    float size = Math.min(SIZE, SIZE * (wide - 2 * BAND) / width);
    // Its own resources: inherited ones belong to other pages too.
    page.setResources(copyOf(page.getResources()));
    try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
      content.transform(upright(paper, page.getRotation()));
      content.setNonStrokingColor(0.93f);
      content.addRect(0, high - BAND, wide, BAND);
      content.fill();
      content.setNonStrokingColor(0.3f);
      content.beginText();
      content.setFont(font, size);
      content.newLineAtOffset(
          (wide - width * size / SIZE) / 2, high - BAND + (BAND - size * 0.7f) / 2);
      content.showText(words);
      content.endText();
    }
    page.getCOSObject().setNeedToBeUpdated(true);
    page.getResources().getCOSObject().setNeedToBeUpdated(true);
  }

  /** From the page as it is looked at to the page as it is written. */
  private static Matrix upright(PDRectangle paper, int rotation) {
    float x = paper.getLowerLeftX();
    float y = paper.getLowerLeftY();
    float right = paper.getUpperRightX();
    float top = paper.getUpperRightY();
    return switch (Math.floorMod(rotation, 360)) {
      case 90 -> new Matrix(0, 1, -1, 0, right, y);
      case 180 -> new Matrix(-1, 0, 0, -1, right, top);
      case 270 -> new Matrix(0, -1, 1, 0, x, top);
      default -> new Matrix(1, 0, 0, 1, x, y);
    };
  }

  /** The text with a question mark for what the font cannot draw. */
  private static String known(PDFont font, String text) {
    var known = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              String one = Character.isWhitespace(c) ? " " : Character.toString(c);
              try {
                font.encode(one);
                known.append(one);
              } catch (IOException | IllegalArgumentException e) {
                known.append('?');
              }
            });
    return known.toString();
  }

  /** A copy that can be added to: the dictionaries of resources are new, the resources are not. */
  private static PDResources copyOf(PDResources resources) {
    var copy = new COSDictionary();
    if (resources != null) {
      for (var entry : resources.getCOSObject().entrySet()) {
        var value = resources.getCOSObject().getDictionaryObject(entry.getKey());
        copy.setItem(
            entry.getKey(), value instanceof COSDictionary d ? new COSDictionary(d) : value);
      }
    }
    return new PDResources(copy);
  }
}
