package fr.vaguemestre.extraction.tika;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A page as grey values (0 black, 255 white), as our own children write it: binary PGM, 8 bits. The
 * one picture format read in the server, and only from a child's output, of at most {@value
 * #MAX_PIXELS} pixels.
 */
record Gray(int width, int height, byte[] pixels) {

  static final int MAX_PIXELS = 40_000_000;
  private static final int DARK = 128;

  /**
   * Slant looked for on both sides, in degrees; beyond, a page is not skewed but put down askew.
   */
  private static final double MOST = 6;

  static Gray read(Path pgm) throws IOException {
    var bytes = Files.readAllBytes(pgm);
    var header = new String(bytes, 0, Math.min(bytes.length, 64), US_ASCII).split("\\s", 5);
    if (header.length < 5 || !header[0].equals("P5") || !header[3].equals("255")) {
      throw new IOException("not a PGM");
    }
    int width = Integer.parseInt(header[1]);
    int height = Integer.parseInt(header[2]);
    int start =
        header[0].length() + header[1].length() + header[2].length() + header[3].length() + 4;
    if (width < 1
        || height < 1
        || (long) width * height > MAX_PIXELS
        || bytes.length - start < width * height) {
      throw new IOException("PGM of " + width + " × " + height);
    }
    return new Gray(width, height, Arrays.copyOfRange(bytes, start, start + width * height));
  }

  void write(Path pgm) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(pgm))) {
      out.write(("P5\n" + width + " " + height + "\n255\n").getBytes(US_ASCII));
      out.write(pixels);
    }
  }

  /** Hardly any ink: fewer than 5 dark pixels in 100,000. */
  boolean isBlank() {
    int dark = 0;
    for (byte pixel : pixels) {
      dark += (pixel & 0xFF) < DARK ? 1 : 0;
    }
    return dark < pixels.length / 20_000;
  }

  /** Turned clockwise by 90, 180 or 270 degrees. */
  Gray turned(int degrees) {
    boolean swap = degrees != 180;
    var turned = new Gray(swap ? height : width, swap ? width : height, new byte[pixels.length]);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int to =
            switch (degrees) {
              case 90 -> x * height + height - 1 - y;
              case 180 -> (height - 1 - y) * width + width - 1 - x;
              default -> (width - 1 - x) * height + y;
            };
        turned.pixels[to] = pixels[y * width + x];
      }
    }
    return turned;
  }

  /**
   * How far the lines of text slant, in degrees, positive when they go down to the right. Lines
   * that are level make rows of much ink between rows of none: the slant is the one that makes the
   * sum of squares of the rows largest.
   */
  double slant() {
    int step = Math.max(1, width / 800);
    int columns = width / step;
    int rows = height / step;
    var xs = new int[columns * rows];
    var ys = new int[columns * rows];
    int ink = 0;
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        int darkest = 255;
        for (int dy = 0; dy < step; dy++) {
          darkest = Math.min(darkest, pixels[(y * step + dy) * width + x * step] & 0xFF);
        }
        if (darkest < DARK) {
          xs[ink] = x;
          ys[ink++] = y;
        }
      }
    }
    if (ink < 500 || ink > columns * rows / 3) {
      return 0;
    }
    double coarse = best(xs, ys, ink, columns, rows, 0, MOST, 0.5);
    return best(xs, ys, ink, columns, rows, coarse, 0.5, 0.1);
  }

  private static double best(
      int[] xs, int[] ys, int ink, int columns, int rows, double around, double span, double by) {
    double best = around;
    double bestScore = -1;
    for (double degrees = around - span; degrees <= around + span + 1e-9; degrees += by) {
      double tangent = Math.tan(Math.toRadians(degrees));
      int shift = columns;
      var profile = new int[rows + 2 * columns];
      for (int i = 0; i < ink; i++) {
        profile[(int) (ys[i] - xs[i] * tangent) + shift]++;
      }
      double score = 0;
      for (int count : profile) {
        score += (double) count * count;
      }
      if (score > bestScore) {
        bestScore = score;
        best = degrees;
      }
    }
    return best;
  }

  /** Made level again; corners that come in are white. */
  Gray levelled(double slant) {
    var level = new Gray(width, height, new byte[pixels.length]);
    double sine = Math.sin(Math.toRadians(slant));
    double cosine = Math.cos(Math.toRadians(slant));
    double middleX = width / 2.0;
    double middleY = height / 2.0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double fromX = cosine * (x - middleX) - sine * (y - middleY) + middleX;
        double fromY = sine * (x - middleX) + cosine * (y - middleY) + middleY;
        level.pixels[y * width + x] = between(fromX, fromY);
      }
    }
    return level;
  }

  private byte between(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) {
      return (byte) 255;
    }
    double right = x - left;
    double down = y - top;
    int at = top * width + left;
    double upper = (pixels[at] & 0xFF) * (1 - right) + (pixels[at + 1] & 0xFF) * right;
    double lower =
        (pixels[at + width] & 0xFF) * (1 - right) + (pixels[at + width + 1] & 0xFF) * right;
    return (byte) Math.round(upper * (1 - down) + lower * down);
  }
}
