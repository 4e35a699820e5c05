package fr.vaguemestre.look;

import fr.vaguemestre.platform.Refusal;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * A logo as it is kept: a PNG made anew from the pixels of what was given, so that nothing but
 * pixels stays of it. PNG and JPEG are taken, told by their bytes; no SVG, which may carry scripts.
 */
final class Logo {
  static final int MOST_BYTES = 1 << 20;
  private static final int LONGEST_SIDE = 2500;
  private static final int WIDTH = 480;
  private static final int HEIGHT = 96;

  private Logo() {}

  /**
   * @throws Refusal on {@code logo} when the bytes are of another kind, unreadable or too large
   */
  static byte[] png(byte[] given) {
    if (given.length > MOST_BYTES) {
      throw Refusal.field("logo", "look.logo-too-large");
    }
    var format = format(given);
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(given))) {
      var reader = ImageIO.getImageReadersByFormatName(format).next();
      try {
        reader.setInput(in, true, true);
        return png(read(reader));
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
      throw Refusal.field("logo", "look.logo-kind");
    }
  }

  /** The dimensions are looked at before any pixel is. */
  private static BufferedImage read(ImageReader reader) throws IOException {
    if (reader.getWidth(0) > LONGEST_SIDE || reader.getHeight(0) > LONGEST_SIDE) {
      throw Refusal.field("logo", "look.logo-too-large");
    }
    return reader.read(0);
  }

  private static byte[] png(BufferedImage image) throws IOException {
    double scale =
        Math.min(
            1, Math.min((double) WIDTH / image.getWidth(), (double) HEIGHT / image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
    var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    var pen = scaled.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(image, 0, 0, width, height, null);
    pen.dispose();
    var out = new ByteArrayOutputStream();
    ImageIO.write(scaled, "png", out);
    return out.toByteArray();
  }

  private static String format(byte[] given) {
    if (begins(given, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) {
      return "png";
    }
    if (begins(given, 0xff, 0xd8, 0xff)) {
      return "jpeg";
    }
    throw Refusal.field("logo", "look.logo-kind");
  }

  private static boolean begins(byte[] given, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= given.length || (given[i] & 255) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
