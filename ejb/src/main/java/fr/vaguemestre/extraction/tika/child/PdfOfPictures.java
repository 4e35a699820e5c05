package fr.vaguemestre.extraction.tika.child;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * A PDF that shows pictures, one a page, at their size on paper when they tell it and on A4
 * otherwise.
 */
final class PdfOfPictures {

  private static final int MOST_PAGES = 1000;
  private static final float QUALITY = 0.8f;

  private PdfOfPictures() {}

  static void write(PictureFile file, Path pdf) throws IOException {
    try (var document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      int pages = Math.min(file.pages(), MOST_PAGES);
      for (int index = 0; index < pages; index++) {
        add(document, file, index);
      }
      document.save(pdf.toFile());
    }
  }

  private static void add(PDDocument document, PictureFile file, int index) throws IOException {
    var page = file.page(index);
    var image = page.image();
    double longest = Math.max(image.getWidth(), image.getHeight() * page.stretch());
    double unit = page.dpi() >= 50 ? 72.0 / page.dpi() : PDRectangle.A4.getHeight() / longest;
    var size =
        new PDRectangle(
            (float) (image.getWidth() * unit), (float) (image.getHeight() * page.stretch() * unit));
    var sheet = new PDPage(size);
    document.addPage(sheet);
    var picture = picture(document, file, index, image);
    try (var content = new PDPageContentStream(document, sheet)) {
      content.drawImage(picture, 0, 0, size.getWidth(), size.getHeight());
    }
  }

  /**
   * The received bytes themselves for an upright JPEG; few bytes otherwise: this is for the screen.
   */
  private static PDImageXObject picture(
      PDDocument document, PictureFile file, int index, BufferedImage image) throws IOException {
    if (file.format().startsWith("jp") && file.orientation(index) == 1) {
      return JPEGFactory.createFromByteArray(document, Files.readAllBytes(file.path()));
    }
    if (image.getType() == BufferedImage.TYPE_BYTE_BINARY
        && image.getColorModel().getPixelSize() == 1) {
      return CCITTFactory.createFromImage(document, image);
    }
    boolean gray = image.getColorModel().getNumColorComponents() == 1;
    int type = gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
    return JPEGFactory.createFromImage(document, Pictures.drawn(image, 1, 1, type), QUALITY);
  }
}
