package fr.vaguemestre.evidence.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Lines of text on A4, one below the other, broken where they do not fit; each page has a foot and
 * its number. Text is drawn, never read: nothing in it can be a command.
 */
public final class TextPaper {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float MARGIN = 57;
  private static final float FOOT = 7;
  private static final float LEADING = 1.35f;

  private final List<Line> lines = new ArrayList<>();
  private final String foot;

  private record Line(String text, float size) {}

  public TextPaper(String foot) {
    this.foot = foot;
  }

  public void heading(String text) {
    lines.add(new Line(text, 16));
  }

  public void text(String text) {
    text.lines().forEach(line -> lines.add(new Line(line, 10)));
  }

  public void small(String text) {
    lines.add(new Line(text, 8));
  }

  public void gap() {
    lines.add(new Line("", 6));
  }

  /** The PDF. */
  public byte[] bytes() {
    try (var document = new PDDocument();
        InputStream ttf = PDFont.class.getResourceAsStream(FONT)) {
      var font = PDType0Font.load(document, ttf, true);
      var pages = pages(font);
      for (int i = 0; i < pages.size(); i++) {
        draw(document, font, pages.get(i), foot + " · " + (i + 1) + "/" + pages.size());
      }
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<List<Line>> pages(PDFont font) throws IOException {
    var pages = new ArrayList<List<Line>>();
    pages.add(new ArrayList<>());
    float left = room();
    for (var line : lines) {
      for (var piece : broken(font, line)) {
        if (left < piece.size() * LEADING) {
          pages.add(new ArrayList<>());
          left = room();
        }
        pages.getLast().add(piece);
        left -= piece.size() * LEADING;
      }
    }
    return pages;
  }

  private static float room() {
    return PDRectangle.A4.getHeight() - 2 * MARGIN;
  }

  /** At a space where there is one, anywhere else in a word as long as the line. */
  private static List<Line> broken(PDFont font, Line line) throws IOException {
    var pieces = new ArrayList<Line>();
    float most = (PDRectangle.A4.getWidth() - 2 * MARGIN) * 1000 / line.size();
    var left = drawable(font, line.text());
    while (!left.isEmpty() && font.getStringWidth(left) > most) {
      int fits = 0;
      float width = 0;
      while (fits < left.length()) {
        int next = left.offsetByCodePoints(fits, 1);
        width += font.getStringWidth(left.substring(fits, next));
        if (width > most) {
          break;
        }
        fits = next;
      }
      int space = left.lastIndexOf(' ', fits);
      int cut = space > 0 ? space : fits;
      pieces.add(new Line(left.substring(0, cut), line.size()));
      left = left.substring(cut).strip();
    }
    pieces.add(new Line(left, line.size()));
    return pieces;
  }

  /** A question mark for what the font cannot draw. */
  private static String drawable(PDFont font, String text) {
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

  private static void draw(PDDocument document, PDFont font, List<Line> lines, String foot)
      throws IOException {
    var page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      float y = PDRectangle.A4.getHeight() - MARGIN;
      for (var line : lines) {
        y -= line.size() * LEADING;
        write(content, font, line, y);
      }
      write(content, font, new Line(drawable(font, foot), FOOT), MARGIN / 2);
    }
  }

  private static void write(PDPageContentStream content, PDFont font, Line line, float y)
      throws IOException {
    content.beginText();
    content.setFont(font, line.size());
    content.newLineAtOffset(MARGIN, y);
    content.showText(line.text());
    content.endText();
  }
}
