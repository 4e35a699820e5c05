package fr.vaguemestre.signing.pdf;

import fr.vaguemestre.platform.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * The image of a handwritten signature: a PNG of at most 500 KB. Sizes are read before anything is
 * decoded, only the chunks that make the picture are decoded, and what is kept is our own encoding.
 */
public final class PngGriffe {
  public static final int MAX_BYTES = 500 * 1000;
  public static final int MIN_SIDE = 20;
  public static final int MAX_SIDE = 3_000;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

  private PngGriffe() {}

  /**
   * Checks and re-encodes.
   *
   * @return a PNG without metadata
   * @throws Refusal {@code signing.griffe-too-large}, {@code signing.griffe-not-png}, {@code
   *     signing.griffe-dimensions}, {@code signing.griffe-damaged}
   */
  public static byte[] check(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw Refusal.of(Refusal.Kind.TOO_LARGE, "signing.griffe-too-large", MAX_BYTES / 1000);
    }
    if (bytes.length < 33 || !Arrays.equals(bytes, 0, 8, SIGNATURE, 0, 8)) {
      throw Refusal.of(Refusal.Kind.UNSUPPORTED_TYPE, "signing.griffe-not-png");
    }
    var header = ByteBuffer.wrap(bytes, 16, 8);
    requireSane(header.getInt(), header.getInt());
    try {
      BufferedImage image = decode(pictureOnly(bytes));
      var argb =
          new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
      var graphics = argb.createGraphics();
      graphics.drawImage(image, 0, 0, null);
      graphics.dispose();
      var out = new ByteArrayOutputStream();
      ImageIO.write(argb, "png", out);
      return out.toByteArray();
    } catch (IOException | RuntimeException e) {
      throw e instanceof Refusal refusal ? refusal : damaged();
    }
  }

  private static void requireSane(int width, int height) {
    if (Math.min(width, height) < MIN_SIDE || Math.max(width, height) > MAX_SIDE) {
      throw new Refusal("signing.griffe-dimensions", MIN_SIDE, MAX_SIDE);
    }
  }

  private static Refusal damaged() {
    return Refusal.of(Refusal.Kind.UNSUPPORTED_TYPE, "signing.griffe-damaged");
  }

  /** Drops texts, profiles and whatever else hides between the chunks that make the picture. */
  private static byte[] pictureOnly(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length);
    out.writeBytes(SIGNATURE);
    var in = ByteBuffer.wrap(bytes, 8, bytes.length - 8);
    String type = "";
    while (!type.equals("IEND")) {
      int start = in.position();
      int length = in.remaining() < 12 ? -1 : in.getInt();
      if (length < 0 || length > in.remaining() - 8) {
        throw damaged();
      }
      type = new String(bytes, start + 4, 4, StandardCharsets.US_ASCII);
      var checksum = new CRC32();
      checksum.update(bytes, start + 4, length + 4);
      in.position(start + 8 + length);
      if (in.getInt() != (int) checksum.getValue()) {
        throw damaged();
      }
      if (PICTURE.contains(type)) {
        out.write(bytes, start, length + 12);
      }
    }
    return out.toByteArray();
  }

  private static BufferedImage decode(byte[] png) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
      reader.setInput(in, true, true);
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }
}
