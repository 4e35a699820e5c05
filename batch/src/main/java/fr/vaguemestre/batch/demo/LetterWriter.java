package fr.vaguemestre.batch.demo;

import fr.vaguemestre.batch.demo.DemoLetter.Face;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Sets a {@link Sheet} on A4 pages as a born-digital PDF with embedded fonts: no font of the system
 * is needed, and the same sheet gives the same page everywhere.
 */
public final class LetterWriter {
  private static final float LEFT = 68;
  private static final float RIGHT = PDRectangle.A4.getWidth() - 68;
  private static final float TOP = PDRectangle.A4.getHeight() - 60;
  private static final float BOTTOM = 72;
  private static final float BLOCK = 330;

  /**
   * @param sheet what to write
   * @param date creation date told by the file
   * @return the bytes of a PDF
   */
  public byte[] pdf(Sheet sheet, LocalDate date) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      document.getDocumentInformation().setTitle(sheet.subject());
      document
          .getDocumentInformation()
          .setCreationDate(GregorianCalendar.from(date.atTime(9, 0).atZone(ZoneOffset.UTC)));
      document.setDocumentId((long) sheet.paragraphs().hashCode());
      new Setting(document, sheet).write();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + sheet.subject(), e);
    }
  }

  /** The setting of one sheet: where the pen is, and on which page. */
  private static final class Setting {
    private final PDDocument document;
    private final Sheet sheet;
    private final PDFont body;
    private final PDFont strong;
    private final float size;
    private final float leading;
    private final PDFont headFont;
    private PDPageContentStream pen;
    private float y;

    Setting(PDDocument document, Sheet sheet) throws IOException {
      this.document = document;
      this.sheet = sheet;
      body = font(document, bodyFont());
      headFont = font(document, "/demo/fonts/Gelasio-Bold.ttf");
      strong = sheet.face() == Face.SERIF ? headFont : body;
      size = sheet.face() == Face.HAND ? 16 : 11;
      leading = size * 1.4f;
    }

    private String bodyFont() {
      return switch (sheet.face()) {
        case SERIF -> "/demo/fonts/Gelasio-Regular.ttf";
        case TYPEWRITER -> "/demo/fonts/CourierPrime-Regular.ttf";
        case HAND -> "/demo/fonts/Caveat-Regular.ttf";
        // Liberation Sans, shipped by PDFBox under the SIL Open Font License.
        case SANS -> "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
      };
    }

    void write() throws IOException {
      newPage();
      head();
      lines(sheet.from(), LEFT);
      if (!sheet.to().isEmpty()) {
        y -= leading / 2;
        lines(sheet.to(), BLOCK);
      }
      if (!sheet.placeAndDate().isEmpty()) {
        y -= leading;
        line(sheet.placeAndDate(), BLOCK, body, size);
      }
      if (sheet.reference() != null) {
        line("Nos réf. : " + sheet.reference(), LEFT, body, size - 2);
      }
      y -= leading;
      for (String text : wrap("Objet : " + sheet.subject(), strong)) {
        line(text, LEFT, strong, size);
      }
      y -= leading / 2;
      for (String paragraph : sheet.paragraphs()) {
        paragraph(paragraph);
      }
      sign();
      pen.close();
    }

    private void head() throws IOException {
      if (sheet.letterhead() != null) {
        pen.setNonStrokingColor(Color.decode(sheet.color()));
        pen.addRect(0, PDRectangle.A4.getHeight() - 18, PDRectangle.A4.getWidth(), 18);
        pen.fill();
        line(sheet.letterhead(), LEFT, headFont, 17);
        pen.setNonStrokingColor(Color.BLACK);
        y -= leading / 2;
      }
      if (sheet.heading() != null) {
        line(sheet.heading(), LEFT, strong, size + 4);
        y -= leading / 2;
      }
    }

    private void paragraph(String paragraph) throws IOException {
      for (String text : wrap(paragraph, body)) {
        if (y < BOTTOM + leading) {
          pen.close();
          newPage();
        }
        line(text, LEFT, body, size);
      }
      y -= leading / 2;
    }

    private void sign() throws IOException {
      if (sheet.signatory().isEmpty()) {
        return;
      }
      if (y < BOTTOM + 110) {
        pen.close();
        newPage();
      }
      if (sheet.signatoryTitle() != null) {
        line(sheet.signatoryTitle(), BLOCK, body, size);
      }
      if (sheet.signed()) {
        byte[] png =
            sheet.griffe() != null ? sheet.griffe() : new Griffe(sheet.signatory()).png(480, 180);
        PDImageXObject image = PDImageXObject.createFromByteArray(document, png, "signature");
        pen.drawImage(image, BLOCK - 10, y - 52, 160, 60);
      }
      y -= 62;
      line(sheet.signatory(), BLOCK, body, size);
    }

    private void newPage() throws IOException {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      pen = new PDPageContentStream(document, page);
      y = BOTTOM - 24;
      for (String text : sheet.footer()) {
        line(text, LEFT, body, 8);
      }
      y = TOP;
    }

    private void lines(List<String> texts, float x) throws IOException {
      for (String text : texts) {
        line(text, x, body, size);
      }
    }

    private void line(String text, float x, PDFont font, float points) throws IOException {
      pen.beginText();
      pen.setFont(font, points);
      pen.newLineAtOffset(x, y);
      pen.showText(text);
      pen.endText();
      y -= points * 1.4f;
    }

    private List<String> wrap(String text, PDFont font) throws IOException {
      List<String> lines = new ArrayList<>();
      StringBuilder line = new StringBuilder();
      for (String word : text.split(" ")) {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (width(longer, font) > RIGHT - LEFT && !line.isEmpty()) {
          lines.add(line.toString());
          line.setLength(0);
          line.append(word);
        } else {
          line.setLength(0);
          line.append(longer);
        }
      }
      lines.add(line.toString());
      return lines;
    }

    private float width(String text, PDFont font) throws IOException {
      return font.getStringWidth(text) / 1000 * size;
    }
  }

  private static PDFont font(PDDocument document, String resource) throws IOException {
    try (InputStream in = LetterWriter.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("font missing on the class path: " + resource);
      }
      return PDType0Font.load(document, in, true);
    }
  }
}
