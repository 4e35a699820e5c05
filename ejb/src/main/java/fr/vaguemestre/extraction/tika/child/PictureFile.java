package fr.vaguemestre.extraction.tika.child;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.stream.ImageInputStream;

/** A TIFF, JPEG or PNG and its pages, decoded at a size that fits in memory. */
final class PictureFile implements Closeable {

  private static final long MOST_PIXELS = 40_000_000;

  /**
   * @param image upright
   * @param dpi across; 0 when the file does not say
   * @param stretch height to give each pixel for a width of one: faxes have pixels twice as high as
   *     wide
   */
  record Page(BufferedImage image, int dpi, double stretch) {}

  private final Path path;
  private final ImageInputStream stream;
  private final ImageReader reader;

  PictureFile(Path path) throws IOException {
    this.path = path;
    stream = ImageIO.createImageInputStream(path.toFile());
    var readers = ImageIO.getImageReaders(stream);
    if (!readers.hasNext()) {
      throw new IOException("no picture");
    }
    reader = readers.next();
    reader.setInput(stream);
  }

  Path path() {
    return path;
  }

  String format() throws IOException {
    return reader.getFormatName().toLowerCase(java.util.Locale.ROOT);
  }

  int pages() throws IOException {
    return reader.getNumImages(true);
  }

  Page page(int index) throws IOException {
    var parameters = reader.getDefaultReadParam();
    long pixels = (long) reader.getWidth(index) * reader.getHeight(index);
    int every = (int) Math.ceil(Math.sqrt((double) pixels / MOST_PIXELS));
    if (every > 1) {
      parameters.setSourceSubsampling(every, every, 0, 0);
    }
    var image = reader.read(index, parameters);
    var metadata = metadata(index);
    int orientation = orientation(index);
    double across = millimetres(metadata, "HorizontalPixelSize");
    double down = millimetres(metadata, "VerticalPixelSize");
    boolean told = across > 0.01 && across < 1 && down > 0.01 && down < 1;
    boolean sideways = orientation >= 5;
    double stretch = told ? (sideways ? across / down : down / across) : 1;
    boolean fax = stretch > 1.3 && stretch < 4;
    return new Page(
        upright(image, orientation),
        told ? (int) Math.round(25.4 / across / every) : 0,
        fax ? stretch : 1);
  }

  /**
   * TIFF tag 274, 1 when absent: 3, 6, 8 are turns, the even rest are mirrors nobody makes but we
   * draw.
   */
  int orientation(int index) throws IOException {
    try {
      if (format().startsWith("tif")) {
        return orientation(metadata(index));
      }
      if (format().startsWith("jp")) {
        var exif = exif(metadata(index));
        return exif == null ? 1 : exifOrientation(exif);
      }
    } catch (IOException | RuntimeException unreadableTags) {
      return 1;
    }
    return 1;
  }

  /** Null when it is out of order, as in many a photo: the picture is still good. */
  private IIOMetadata metadata(int index) {
    try {
      return reader.getImageMetadata(index);
    } catch (IOException | RuntimeException outOfOrder) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    stream.close();
  }

  private static int orientation(IIOMetadata metadata) throws IOException {
    var field =
        TIFFDirectory.createFromMetadata(metadata).getTIFFField(BaselineTIFFTagSet.TAG_ORIENTATION);
    int value = field == null ? 1 : field.getAsInt(0);
    return value < 1 || value > 8 ? 1 : value;
  }

  /** The Exif block of a JPEG is a small TIFF. */
  private static int exifOrientation(byte[] exif) throws IOException {
    var tiff = ImageIO.getImageReadersByFormatName("tiff").next();
    try (var in =
        ImageIO.createImageInputStream(new ByteArrayInputStream(exif, 6, exif.length - 6))) {
      tiff.setInput(in);
      return orientation(tiff.getImageMetadata(0));
    } finally {
      tiff.dispose();
    }
  }

  private static byte[] exif(IIOMetadata metadata) {
    var markers =
        ((IIOMetadataNode) metadata.getAsTree("javax_imageio_jpeg_image_1.0"))
            .getElementsByTagName("unknown");
    for (int i = 0; i < markers.getLength(); i++) {
      var marker = (IIOMetadataNode) markers.item(i);
      if ("225".equals(marker.getAttribute("MarkerTag"))
          && marker.getUserObject() instanceof byte[] bytes
          && bytes.length > 14
          && bytes[0] == 'E') {
        return bytes;
      }
    }
    return null;
  }

  private static double millimetres(IIOMetadata metadata, String name) {
    try {
      var nodes =
          ((IIOMetadataNode) metadata.getAsTree("javax_imageio_1.0")).getElementsByTagName(name);
      return nodes.getLength() == 0
          ? 0
          : Double.parseDouble(((IIOMetadataNode) nodes.item(0)).getAttribute("value"));
    } catch (RuntimeException untold) {
      return 0;
    }
  }

  private static BufferedImage upright(BufferedImage image, int orientation) {
    if (orientation == 1) {
      return image;
    }
    int width = image.getWidth();
    int height = image.getHeight();
    var turn =
        switch (orientation) {
          case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
          case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
          case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
          case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
          case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
          case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
          default -> new AffineTransform(0, -1, 1, 0, 0, width);
        };
    boolean swap = orientation >= 5;
    var target =
        new BufferedImage(swap ? height : width, swap ? width : height, BufferedImage.TYPE_INT_RGB);
    var graphics = target.createGraphics();
    graphics.drawImage(image, turn, null);
    graphics.dispose();
    return target;
  }
}
