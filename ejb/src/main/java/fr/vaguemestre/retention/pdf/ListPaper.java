package fr.vaguemestre.retention.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
 * Lines of text, then a table whose head stands on each page, on A4 lying; what is too long for its
 * place is broken. Text is drawn, never read.
 */
public final class ListPaper {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final PDRectangle SHEET =
      new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
  private static final float MARGIN = 34;
  private static final float LEADING = 1.3f;
  private static final float TEXT = 10;
  private static final float CELL = 6.5f;
  private static final float GAP = 4;

  private final List<Line> lines = new ArrayList<>();
  private final String foot;

  /** Cells beside each other, each of the given share of the width. */
  private record Line(List<String> cells, List<Float> shares, float size, boolean head) {}

  public ListPaper(String foot) {
    this.foot = foot;
  }

  public void heading(String text) {
    lines.add(new Line(List.of(text), List.of(1f), 16, false));
  }

  public void text(String text) {
    text.lines().forEach(l -> lines.add(new Line(List.of(l), List.of(1f), TEXT, false)));
  }

  public void table(List<String> columns, List<List<String>> rows) {
    var shares = shares(columns, rows);
    lines.add(new Line(columns, shares, CELL, true));
    rows.forEach(row -> lines.add(new Line(row, shares, CELL, false)));
  }

  /** As wide as its longest text, within bounds. */
  private static List<Float> shares(List<String> columns, List<List<String>> rows) {
    var wanted = new ArrayList<Float>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      int longest = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
      int word =
          List.of(columns.get(i).split(" ")).stream().mapToInt(String::length).max().orElse(1);
      wanted.add((float) Math.min(24, Math.max(Math.max(longest, word), 4)));
    }
    float all = (float) wanted.stream().mapToDouble(Float::doubleValue).sum();
    return wanted.stream().map(share -> share / all).toList();
  }

  /** The PDF. */
  public byte[] bytes() {
    try (var document = new PDDocument();
        var ttf = PDFont.class.getResourceAsStream(FONT)) {
      var font = PDType0Font.load(document, ttf, true);
      new Drawing(document, font).all();
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One drawing of the whole. */
  private final class Drawing {
    private final PDDocument document;
    private final PDFont font;
    private PDPageContentStream content;
    private Line head;
    private float y;

    Drawing(PDDocument document, PDFont font) {
      this.document = document;
      this.font = font;
    }

    void all() throws IOException {
      turn();
      for (var line : lines) {
        head = line.head() ? line : head;
        draw(line);
      }
      content.close();
      feet();
    }

    private void turn() throws IOException {
      if (content != null) {
        content.close();
      }
      var page = new PDPage(SHEET);
      document.addPage(page);
      content = new PDPageContentStream(document, page);
      y = SHEET.getHeight() - MARGIN;
    }

    private void draw(Line line) throws IOException {
      var broken = new ArrayList<List<String>>();
      for (int i = 0; i < line.cells().size(); i++) {
        broken.add(broken(line.cells().get(i), line.size(), width(line, i) - GAP));
      }
      int rows = broken.stream().mapToInt(List::size).max().orElse(1);
      if (y - rows * line.size() * LEADING < MARGIN + CELL) {
        turn();
        if (head != null && !line.head()) {
          draw(head);
        }
      }
      float x = MARGIN;
      for (int i = 0; i < broken.size(); i++) {
        float down = y;
        for (var text : broken.get(i)) {
          down -= line.size() * LEADING;
          write(text, line.size(), x, down);
        }
        x += width(line, i);
      }
      y -= rows * line.size() * LEADING + 2;
      if (line.head()) {
        content.moveTo(MARGIN, y);
        content.lineTo(SHEET.getWidth() - MARGIN, y);
        content.stroke();
      }
    }

    private float width(Line line, int cell) {
      return (SHEET.getWidth() - 2 * MARGIN) * line.shares().get(cell);
    }

    private List<String> broken(String text, float size, float most) throws IOException {
      var pieces = new ArrayList<String>();
      var left = drawable(text);
      while (wide(left, size) > most && left.length() > 1) {
        int fits = 1;
        while (fits < left.length() && wide(left.substring(0, fits + 1), size) <= most) {
          fits++;
        }
        int space = left.lastIndexOf(' ', fits);
        int cut = space > 0 ? space : fits;
        pieces.add(left.substring(0, cut));
        left = left.substring(cut).strip();
      }
      pieces.add(left);
      return pieces;
    }

    private float wide(String text, float size) throws IOException {
      return font.getStringWidth(text) * size / 1000;
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

    private void write(String text, float size, float x, float at) throws IOException {
      write(content, text, size, x, at);
    }

    private void write(PDPageContentStream onto, String text, float size, float x, float at)
        throws IOException {
      onto.beginText();
      onto.setFont(font, size);
      onto.newLineAtOffset(x, at);
      onto.showText(text);
      onto.endText();
    }

    private void feet() throws IOException {
      int count = document.getNumberOfPages();
      for (int i = 0; i < count; i++) {
        try (var onto =
            new PDPageContentStream(
                document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
          write(onto, drawable(foot + " · " + (i + 1) + "/" + count), CELL, MARGIN, MARGIN / 2);
        }
      }
    }
  }
}
