package fr.vaguemestre.it.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.AttributedString;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/**
 * An A4 page at 300 dots per inch, grey, a little slanted and speckled as a scanner gives it:
 * twelve sentences or so of {@link FrenchText}. The same number gives the same page.
 */
final class ScannedPage {
  private static final int WIDTH = 2480;
  private static final int HEIGHT = 3508;
  private static final int MARGIN = 280;
  private static final int CHARS = 1500;
  private static final int SPECKS = 400;
  private static final double SLANT = Math.toRadians(0.4);

  private final BufferedImage image =
      new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);

  ScannedPage(long number) {
    var text = FrenchText.of(number);
    var paper = image.createGraphics();
    paper.setColor(Color.WHITE);
    paper.fillRect(0, 0, WIDTH, HEIGHT);
    paper.setColor(Color.DARK_GRAY);
    paper.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    paper.rotate(SLANT);
    float y = MARGIN;
    for (var paragraph : text.substring(0, Math.min(CHARS, text.length())).split("\n")) {
      if (!paragraph.isBlank()) {
        var words = new AttributedString(paragraph);
        words.addAttribute(TextAttribute.FONT, new Font("DejaVu Serif", Font.PLAIN, 46));
        var lines = new LineBreakMeasurer(words.getIterator(), paper.getFontRenderContext());
        while (lines.getPosition() < paragraph.length()) {
          lines.nextLayout(WIDTH - 2f * MARGIN).draw(paper, MARGIN, y);
          y += 66;
        }
      }
      y += 40;
    }
    paper.dispose();
    var random = new SplittableRandom(number);
    for (int n = 0; n < SPECKS; n++) {
      image.getRaster().setSample(random.nextInt(WIDTH), random.nextInt(HEIGHT), 0, 120);
    }
  }

  /** Without a text layer. */
  byte[] pdf() {
    return SamplePdf.ofPicture(encoded("jpg"), WIDTH, HEIGHT);
  }

  /** As tesseract reads it with the least ado. */
  byte[] pgm() {
    var grey = (byte[]) image.getRaster().getDataElements(0, 0, WIDTH, HEIGHT, null);
    var out = new ByteArrayOutputStream();
    out.writeBytes("P5 %d %d 255\n".formatted(WIDTH, HEIGHT).getBytes(ISO_8859_1));
    out.writeBytes(grey);
    return out.toByteArray();
  }

  private byte[] encoded(String format) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }
}
