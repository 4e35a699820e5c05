package fr.vaguemestre.batch.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Makes a clean PDF look as if it had been printed and put on an office scanner: 200 dpi, gray, a
 * little crooked, grain, specks and a darker edge. The same seed gives the same pixels.
 */
public final class ScanFaker {
  private static final int DPI = 200;
  private static final float JPEG_QUALITY = 0.6f;

  private final Random random;

  /**
   * @param seed what tells one scan from another
   */
  public ScanFaker(long seed) {
    random = new Random(seed);
  }

  /** An image-only PDF, one JPEG a page. */
  public byte[] pdf(byte[] clean) {
    try (PDDocument scan = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (BufferedImage image : pages(clean)) {
        PDPage page = new PDPage(PDRectangle.A4);
        scan.addPage(page);
        try (PDPageContentStream pen = new PDPageContentStream(scan, page)) {
          pen.drawImage(
              JPEGFactory.createFromImage(scan, image, JPEG_QUALITY, DPI),
              0,
              0,
              PDRectangle.A4.getWidth(),
              PDRectangle.A4.getHeight());
        }
      }
      scan.setDocumentId(random.nextLong());
      scan.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A TIFF of all pages, black and white, CCITT group 4 as fax machines and scanners write it. */
  public byte[] tiff(byte[] clean) {
    List<BufferedImage> pages = new ArrayList<>();
    for (BufferedImage gray : pages(clean)) {
      pages.add(blackAndWhite(gray));
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionType("CCITT T.6");
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
        writer.setOutput(stream);
        writer.prepareWriteSequence(null);
        for (BufferedImage page : pages) {
          IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(page), how);
          writer.writeToSequence(new IIOImage(page, null, withResolution(metadata)), how);
        }
        writer.endWriteSequence();
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }

  /** The first page as a JPEG, as a scanner or a telephone gives it. */
  public byte[] jpeg(byte[] clean) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam how = writer.getDefaultWriteParam();
    how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    how.setCompressionQuality(JPEG_QUALITY);
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
        writer.setOutput(stream);
        writer.write(null, new IIOImage(pages(clean).getFirst(), null, null), how);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }

  private List<BufferedImage> pages(byte[] clean) {
    List<BufferedImage> scans = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(clean)) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int i = 0; i < document.getNumberOfPages(); i++) {
        scans.add(scanned(renderer.renderImageWithDPI(i, DPI, ImageType.GRAY)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return scans;
  }

  private BufferedImage scanned(BufferedImage page) {
    int width = page.getWidth();
    int height = page.getHeight();
    BufferedImage scan = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D glass = scan.createGraphics();
    glass.setColor(Color.WHITE);
    glass.fillRect(0, 0, width, height);
    glass.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    double degrees = (0.3 + random.nextDouble() * 0.7) * (random.nextBoolean() ? 1 : -1);
    glass.rotate(Math.toRadians(degrees), width / 2.0, height / 2.0);
    glass.drawImage(page, random.nextInt(13) - 6, random.nextInt(13) - 6, null);
    glass.dispose();
    grain(((DataBufferByte) scan.getRaster().getDataBuffer()).getData(), width, height);
    specks(scan);
    return scan;
  }

  /** Paper is never white, ink never black, and one edge of the lid lets light in. */
  private void grain(byte[] gray, int width, int height) {
    boolean left = random.nextBoolean();
    int edge = 14 + random.nextInt(14);
    int[] noise = new int[4096];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (int) (random.nextGaussian() * 7);
    }
    int at = 0;
    for (int y = 0; y < height; y++) {
      at = random.nextInt(noise.length);
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        int value = 34 + (gray[i] & 0xff) * 208 / 255 + noise[at++ & 4095];
        int fromEdge = left ? x : width - 1 - x;
        if (fromEdge < edge) {
          value -= (edge - fromEdge) * 5;
        }
        gray[i] = (byte) Math.max(0, Math.min(255, value));
      }
    }
  }

  private void specks(BufferedImage scan) {
    Graphics2D dust = scan.createGraphics();
    for (int i = 0; i < 260; i++) {
      int shade = 60 + random.nextInt(120);
      dust.setColor(new Color(shade, shade, shade));
      int size = 1 + random.nextInt(3);
      dust.fillOval(random.nextInt(scan.getWidth()), random.nextInt(scan.getHeight()), size, size);
    }
    dust.dispose();
  }

  private static BufferedImage blackAndWhite(BufferedImage gray) {
    int width = gray.getWidth();
    int height = gray.getHeight();
    BufferedImage bits = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
    byte[] from = ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
    byte[] to = ((DataBufferByte) bits.getRaster().getDataBuffer()).getData();
    int stride = (width + 7) / 8;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if ((from[y * width + x] & 0xff) > 150) {
          to[y * stride + x / 8] |= (byte) (0x80 >> (x % 8));
        }
      }
    }
    return bits;
  }

  /** Tells readers the resolution: without it, OCR guesses the size of the letters. */
  private static IIOMetadata withResolution(IIOMetadata metadata) throws IOException {
    String pixel = Double.toString(25.4 / DPI);
    IIOMetadataNode root = new IIOMetadataNode("javax_imageio_1.0");
    IIOMetadataNode dimension = new IIOMetadataNode("Dimension");
    root.appendChild(dimension);
    for (String axis : List.of("HorizontalPixelSize", "VerticalPixelSize")) {
      IIOMetadataNode node = new IIOMetadataNode(axis);
      node.setAttribute("value", pixel);
      dimension.appendChild(node);
    }
    metadata.mergeTree("javax_imageio_1.0", root);
    return metadata;
  }
}
