package fr.vaguemestre.batch.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Griffe: a handwritten-looking signature drawn with Bézier curves. The same name gives the same
 * bytes; the drawing spells nothing.
 */
public final class Griffe {
  private static final Color INK = new Color(0x1b, 0x2a, 0x5c);

  private final String name;

  public Griffe(String name) {
    this.name = name;
  }

  /** A transparent PNG of that size in pixels. */
  public byte[] png(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D ink = image.createGraphics();
    ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    ink.scale(width / 480.0, height / 180.0);
    ink.setColor(INK);
    draw(ink, new Random(name.hashCode() * 0x9E3779B97F4A7C15L));
    ink.dispose();
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void draw(Graphics2D ink, Random random) {
    double x = 30 + random.nextInt(50);
    double y = 85 + random.nextInt(20);
    double tall = 45 + random.nextInt(40);
    double wide = 40 + random.nextInt(70);
    // The capital: a tall loop that comes back under the line, or a bar with a bowl.
    if (random.nextBoolean()) {
      stroke(ink, x, y + 30, x + 10, y - tall, x + wide, y - tall - 10, x + wide * 0.7, y + 25);
      stroke(ink, x + wide * 0.7, y + 25, x + 20, y + 70, x - 35, y + 35, x + wide, y + 5);
    } else {
      stroke(ink, x + 24, y - tall, x + 4, y - 10, x - 10, y + 20, x - 4, y + 40);
      stroke(ink, x - 4, y + 40, x - 30, y - tall, x + wide * 1.8, y - tall, x + wide, y + 5);
    }
    x += wide;
    // The name: as many waves as it has letters, flattening as the hand hurries.
    int letters = Math.min(12, name.replace(" ", "").length()) - random.nextInt(4);
    double step = (190.0 + random.nextInt(90)) / letters;
    double high = 24 + random.nextInt(22);
    double rise = random.nextInt(5) - 1;
    for (int i = 0; i < letters; i++) {
      boolean ascender = random.nextInt(3) == 0;
      double up = (ascender ? 2.2 : 0.7) * high * (0.6 + random.nextDouble() * 0.8);
      double lean = step * (0.3 + random.nextDouble() * 1.2);
      double end = y + 4 - rise - random.nextInt(8);
      stroke(ink, x, y, x + lean, y - up, x + lean - step * 0.5, end + high * 0.6, x + step, end);
      x += step;
      y = end;
      high *= 0.94;
    }
    // The flourish: a stroke back under the name, or one that flies off to the right.
    if (random.nextInt(3) == 0) {
      stroke(ink, x, y, x + 30, y - 50, x + 60, y + 30, x + 110, y - 30);
    } else {
      double back = 70 + random.nextInt(60);
      stroke(ink, x, y, x + 70, y - 40, x + 40, y + 40, x - 60, y + 38);
      stroke(ink, x - 60, y + 38, x - 160, y + 36, back, y + 60, back + 190, y + 28);
    }
  }

  /** One curve, thick where the hand slows down: at its ends and in its turns. */
  private static void stroke(
      Graphics2D ink,
      double x1,
      double y1,
      double cx1,
      double cy1,
      double cx2,
      double cy2,
      double x2,
      double y2) {
    var curve = new CubicCurve2D.Double(x1, y1, cx1, cy1, cx2, cy2, x2, y2);
    double length = curve.getP1().distance(cx1, cy1) + curve.getP2().distance(cx2, cy2) + 40;
    int dots = (int) (length * 3);
    for (int i = 0; i <= dots; i++) {
      double t = i / (double) dots;
      double u = 1 - t;
      double px = u * u * u * x1 + 3 * u * u * t * cx1 + 3 * u * t * t * cx2 + t * t * t * x2;
      double py = u * u * u * y1 + 3 * u * u * t * cy1 + 3 * u * t * t * cy2 + t * t * t * y2;
      double thick = 2.2 + 1.6 * Math.abs(Math.cos(Math.PI * t));
      ink.fill(new Ellipse2D.Double(px - thick / 2, py - thick / 2, thick, thick));
    }
  }
}
