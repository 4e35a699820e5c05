package fr.vaguemestre.signing.pdf;

import fr.vaguemestre.platform.Refusal;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Puts the image of a handwritten signature where the template said {@code {{griffe}}}, and takes
 * the marker's text out of the page. PDF/A-1b in gives PDF/A-1b out.
 *
 * <p>The PDF is parsed in the server JVM. That is acceptable only because it is our own: the caller
 * gives a file whose SHA-256 is one our converter's output was stored under, never an uploaded one.
 */
public final class GriffeStamp {
  private static final float MM = 72 / 25.4f;
  private static final float WIDTH = 60 * MM;
  private static final float HEIGHT = 25 * MM;
  private static final float LEAST_HEIGHT = 10 * MM;
  private static final float MARGIN = 15 * MM;
  private static final float GAP = 0.5f * MM;
  private static final float TEXT_SIZE = 8;
  private static final float LEADING = 10;
  private static final String MARKER = "{{griffe}}";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("'Signé le' d MMMM uuuu", Locale.FRENCH);

  /** Where the griffe went. */
  public enum Placement {
    AT_MARKER,
    /** No marker, or no room at it: bottom right of the last page, above what is written there. */
    LAST_PAGE,
    /** The last page is full: on a page of its own, added at the end. */
    ADDED_PAGE
  }

  /**
   * What was done.
   *
   * @param page from 1
   * @param x left of the box in points, from the left of the page
   * @param y bottom of the box in points, from the bottom of the page
   * @param markers how many markers were found and taken out; the last one is where the griffe goes
   */
  public record Result(
      Placement placement, int page, float x, float y, float width, float height, int markers) {

    /** The template has no usable marker: tell its owner. */
    public boolean fallback() {
      return placement != Placement.AT_MARKER;
    }
  }

  private record Spot(Placement placement, int page, PDRectangle box) {}

  private GriffeStamp() {}

  /**
   * Stamps {@code pdf} into {@code out}, which may not be the same file.
   *
   * @param griffePng as {@link PngGriffe#check} returned it
   * @throws Refusal {@code signing.encrypted-pdf}
   */
  public static Result apply(Path pdf, byte[] griffePng, StampText text, Path out)
      throws IOException {
    try (PDDocument document =
        Loader.loadPDF(pdf.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      if (document.isEncrypted()) {
        throw Refusal.of(Refusal.Kind.UNSUPPORTED_TYPE, "signing.encrypted-pdf");
      }
      var pages = new ArrayList<PageText>();
      Spot spot = null;
      int markers = 0;
      for (PDPage page : document.getPages()) {
        var words = new PageText(page);
        pages.add(words);
        List<List<PageText.Glyph>> found = words.find(MARKER);
        markers += found.size();
        if (!found.isEmpty()) {
          List<PageText.Glyph> gone = found.stream().flatMap(List::stream).toList();
          words.remove(document, gone);
          words.glyphs().removeAll(gone);
          spot = atMarker(page, pages.size(), words, found.getLast());
        }
      }
      if (spot == null) {
        spot = onLastPage(document, pages.getLast());
      }
      draw(document, spot, flattened(griffePng), text);
      document.save(out.toFile(), CompressParameters.NO_COMPRESSION);
      PDRectangle box = spot.box;
      return new Result(
          spot.placement,
          spot.page,
          box.getLowerLeftX(),
          box.getLowerLeftY(),
          box.getWidth(),
          box.getHeight(),
          markers);
    }
  }

  /** The largest box at the marker that touches no other text; null when that is too little. */
  private static Spot atMarker(
      PDPage page, int number, PageText words, List<PageText.Glyph> marker) {
    PDRectangle paper = page.getMediaBox();
    PageText.Glyph first = marker.getFirst();
    float x = Math.max(0, Math.min(first.x(), paper.getWidth() - MARGIN - WIDTH));
    float floor = MARGIN;
    float ceiling = paper.getHeight() - MARGIN;
    for (PageText.Glyph other : beside(words, x)) {
      if (other.y() < first.y() - 1) {
        floor = Math.max(floor, other.top() + GAP);
      } else {
        ceiling = Math.min(ceiling, other.bottom() - GAP);
      }
    }
    float top = Math.min(ceiling, first.top());
    float bottom = Math.max(floor, top - HEIGHT);
    top = Math.min(ceiling, bottom + HEIGHT);
    if (top - bottom < LEAST_HEIGHT) {
      return null;
    }
    return new Spot(Placement.AT_MARKER, number, new PDRectangle(x, bottom, WIDTH, top - bottom));
  }

  private static List<PageText.Glyph> beside(PageText words, float x) {
    return words.glyphs().stream()
        .filter(g -> !g.text().isBlank() && g.x() < x + WIDTH && g.x() + g.width() > x)
        .toList();
  }

  /**
   * The lowest free place on the right, looking up from the margin; a new page when there is none.
   */
  private static Spot onLastPage(PDDocument document, PageText words) {
    PDPage last = document.getPage(document.getNumberOfPages() - 1);
    PDRectangle paper = last.getMediaBox();
    float x = paper.getWidth() - MARGIN - WIDTH;
    List<PageText.Glyph> beside = beside(words, x);
    float bottom = MARGIN;
    while (bottom + HEIGHT <= paper.getHeight() - MARGIN) {
      float low = bottom;
      double above =
          beside.stream()
              .filter(g -> g.top() > low && g.bottom() < low + HEIGHT)
              .mapToDouble(g -> g.top() + GAP)
              .max()
              .orElse(low);
      if (above == low) {
        return new Spot(
            Placement.LAST_PAGE,
            document.getNumberOfPages(),
            new PDRectangle(x, bottom, WIDTH, HEIGHT));
      }
      bottom = (float) above;
    }
    document.addPage(new PDPage(paper));
    return new Spot(
        Placement.ADDED_PAGE,
        document.getNumberOfPages(),
        new PDRectangle(x, paper.getHeight() - MARGIN - HEIGHT, WIDTH, HEIGHT));
  }

  /** PDF/A-1 knows no transparency: the griffe lies on white, in a box without text. */
  private static BufferedImage flattened(byte[] png) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    var flat = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    var graphics = flat.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, flat.getWidth(), flat.getHeight());
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return flat;
  }

  private static void draw(PDDocument document, Spot spot, BufferedImage griffe, StampText text)
      throws IOException {
    PDPage page = document.getPage(spot.page - 1);
    PDRectangle box = spot.box;
    var below = new ArrayList<String>();
    if (text.name() != null) {
      below.add(text.name());
    }
    if (text.date() != null) {
      below.add(DATE.format(text.date()).replace(" 1 ", " 1er "));
    }
    int lines = text.lines().size() + below.size();
    float leading = Math.min(LEADING, lines == 0 ? LEADING : box.getHeight() / 2 / lines);
    float imageTop = box.getUpperRightY() - leading * text.lines().size();
    float imageBottom = box.getLowerLeftY() + leading * below.size();
    float scale =
        Math.min(box.getWidth() / griffe.getWidth(), (imageTop - imageBottom) / griffe.getHeight());
    float height = griffe.getHeight() * scale;
    PDImageXObject image = LosslessFactory.createFromImage(document, griffe);
    try (var content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
      content.drawImage(
          image, box.getLowerLeftX(), imageTop - height, griffe.getWidth() * scale, height);
      if (lines > 0) {
        PDFont font = StampFont.load(document);
        float size = TEXT_SIZE * leading / LEADING;
        write(content, font, size, leading, box, box.getUpperRightY(), text.lines());
        write(content, font, size, leading, box, imageTop - height, below);
      }
    }
  }

  private static void write(
      PDPageContentStream content,
      PDFont font,
      float size,
      float leading,
      PDRectangle box,
      float top,
      List<String> lines)
      throws IOException {
    float y = top;
    for (String line : lines) {
      y -= leading;
      String known = StampFont.known(font, line);
      float width = font.getStringWidth(known) / 1000 * size;
      float fit = width > box.getWidth() ? size * box.getWidth() / width : size;
      content.beginText();
      content.setFont(font, fit);
      content.newLineAtOffset(box.getLowerLeftX(), y + leading * 0.25f);
      content.showText(known);
      content.endText();
    }
  }
}
