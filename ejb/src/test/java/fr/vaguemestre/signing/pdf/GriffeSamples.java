package fr.vaguemestre.signing.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Handwriting drawn by a curve, on a transparent ground. */
public final class GriffeSamples {
  private GriffeSamples() {}

  public static byte[] griffe() throws IOException {
    var image = new BufferedImage(700, 280, BufferedImage.TYPE_INT_ARGB);
    var graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(new Color(0x16294a));
    graphics.setStroke(new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    var line = new Path2D.Double();
    line.moveTo(40, 220);
    line.curveTo(120, -80, 180, 20, 130, 230);
    line.curveTo(200, 60, 240, 160, 250, 190);
    line.curveTo(300, 90, 330, 110, 340, 190);
    line.curveTo(400, 20, 430, 60, 420, 200);
    line.curveTo(480, 130, 520, 170, 660, 60);
    line.moveTo(60, 250);
    line.curveTo(260, 210, 460, 210, 640, 236);
    graphics.draw(line);
    graphics.dispose();
    return png(image);
  }

  static byte[] png(BufferedImage image) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
