package fr.vaguemestre.search.pdf;

import fr.vaguemestre.search.ResultSheet;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A list of letters on A4: for each its first two cells in a line, the others, each after its
 * column's name, in another. What does not fit ends with an ellipsis. Nothing is sent before it is
 * closed.
 */
public final class PdfSheet implements ResultSheet {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final float MARGIN = 43;
  private static final float LARGE = 15;
  private static final float MIDDLE = 9.5f;
  private static final float SMALL = 7.5f;

  private final OutputStream out;
  private final List<String> columns;
  private final PDDocument document = new PDDocument();
  private final PDFont font;
  private PDPageContentStream page;
  private float y;

  public PdfSheet(OutputStream out, String title, List<String> columns) throws IOException {
    this.out = out;
    this.columns = columns;
    try (var ttf = PDFont.class.getResourceAsStream(FONT)) {
      font = PDType0Font.load(document, ttf, true);
    }
    turn();
    line(title, LARGE);
    y -= MIDDLE;
  }

  @Override
  public void row(List<?> cells) throws IOException {
    if (y < MARGIN + 3 * MIDDLE) {
      turn();
    }
    line(
        cells.subList(0, 2).stream()
            .filter(Objects::nonNull)
            .map(PdfSheet::text)
            .collect(Collectors.joining("  ")),
        MIDDLE);
    var facts = new StringBuilder();
    for (int i = 2; i < cells.size(); i++) {
      var text = cells.get(i) == null ? "" : text(cells.get(i));
      if (!text.isBlank()) {
        facts
            .append(facts.isEmpty() ? "" : " · ")
            .append(columns.get(i))
            .append(" : ")
            .append(text);
      }
    }
    line(facts.toString(), SMALL);
    y -= SMALL;
  }

  @Override
  public void close() throws IOException {
    page.close();
    document.save(out);
    document.close();
  }

  private void turn() throws IOException {
    if (page != null) {
      page.close();
    }
    var sheet = new PDPage(PDRectangle.A4);
    document.addPage(sheet);
    page = new PDPageContentStream(document, sheet);
    y = MARGIN / 2;
    write(Integer.toString(document.getNumberOfPages()), SMALL);
    y = PDRectangle.A4.getHeight() - MARGIN;
  }

  private void line(String text, float size) throws IOException {
    y -= size * 1.35f;
    write(fitting(drawable(text), size), size);
  }

  private void write(String text, float size) throws IOException {
    page.beginText();
    page.setFont(font, size);
    page.newLineAtOffset(MARGIN, y);
    page.showText(text);
    page.endText();
  }

  private String fitting(String text, float size) throws IOException {
    float room = (PDRectangle.A4.getWidth() - 2 * MARGIN) * 1000 / size;
    if (font.getStringWidth(text) <= room) {
      return text;
    }
    var width = font.getStringWidth("…");
    int fits = 0;
    while (fits < text.length()) {
      int next = text.offsetByCodePoints(fits, 1);
      width += font.getStringWidth(text.substring(fits, next));
      if (width > room) {
        break;
      }
      fits = next;
    }
    return text.substring(0, fits) + "…";
  }

  /** A question mark for what the font cannot draw. */
  private String drawable(String text) {
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

  private static String text(Object cell) {
    return cell instanceof LocalDate day ? DAY.format(day) : cell.toString();
  }
}
