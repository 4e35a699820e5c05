package fr.vaguemestre.extraction.tika.child;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Work on received pictures (TIFF, JPEG, PNG), run as a process of its own with a bounded heap.
 * Exit code 0 when done, 1 and a line of why otherwise.
 *
 * <pre>
 * count IN                prints the number of pages
 * page IN N OUT.pgm       page N (from 1) in grey, upright as the file says; prints "dpi D" when known
 * thumbnail IN OUT.jpg    first page in 240 × 340
 * pdf IN OUT.pdf          all pages
 * </pre>
 */
public final class Pictures {

  private static final int LONGEST_SIDE = 6000;

  /** Below this tesseract sees too little of small print. */
  private static final int SHORT_SIDE = 2000;

  private Pictures() {}

  public static void main(String[] words) {
    try (var file = new PictureFile(Path.of(words[1]))) {
      switch (words[0]) {
        case "count" -> System.out.println(file.pages());
        case "page" -> page(file, Integer.parseInt(words[2]) - 1, Path.of(words[3]));
        case "thumbnail" -> thumbnail(file, Path.of(words[2]));
        case "pdf" -> PdfOfPictures.write(file, Path.of(words[2]));
        default -> throw new IllegalArgumentException(words[0]);
      }
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      System.out.println(e);
      System.exit(1);
    }
  }

  private static void page(PictureFile file, int index, Path pgm) throws IOException {
    var page = file.page(index);
    var image = page.image();
    double longest = Math.max(image.getWidth(), image.getHeight() * page.stretch());
    double scale = longest > LONGEST_SIDE ? LONGEST_SIDE / longest : longest < SHORT_SIDE ? 2 : 1;
    var gray = drawn(image, scale, scale * page.stretch(), BufferedImage.TYPE_BYTE_GRAY);
    try (var out = new BufferedOutputStream(Files.newOutputStream(pgm))) {
      out.write(("P5\n" + gray.getWidth() + " " + gray.getHeight() + "\n255\n").getBytes(US_ASCII));
      out.write(((DataBufferByte) gray.getRaster().getDataBuffer()).getData());
    }
    if (page.dpi() > 0) {
      System.out.println("dpi " + Math.round(page.dpi() * scale));
    }
  }

  private static void thumbnail(PictureFile file, Path jpeg) throws IOException {
    var page = file.page(0);
    var image = page.image();
    double scale =
        Math.min(
            1, Math.min(240.0 / image.getWidth(), 340.0 / (image.getHeight() * page.stretch())));
    // Halving first: one big step would drop most pixels and leave thin strokes broken.
    while (scale <= 0.5) {
      image = drawn(image, 0.5, 0.5, BufferedImage.TYPE_INT_RGB);
      scale *= 2;
    }
    ImageIO.write(
        drawn(image, scale, scale * page.stretch(), BufferedImage.TYPE_INT_RGB),
        "jpg",
        jpeg.toFile());
  }

  /** On white, since a transparent background would turn black. */
  static BufferedImage drawn(BufferedImage image, double scaleX, double scaleY, int type) {
    int width = (int) Math.max(1, Math.round(image.getWidth() * scaleX));
    int height = (int) Math.max(1, Math.round(image.getHeight() * scaleY));
    var target = new BufferedImage(width, height, type);
    var graphics = target.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, AffineTransform.getScaleInstance(scaleX, scaleY), null);
    graphics.dispose();
    return target;
  }
}
