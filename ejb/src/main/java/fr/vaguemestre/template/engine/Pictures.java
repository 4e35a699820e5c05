package fr.vaguemestre.template.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * What a template's pictures may not be: larger than an A4 page at 600 dots per inch once unpacked,
 * or drawings that run or fetch something. Told by their first bytes, whatever their name.
 */
final class Pictures {
  private static final long MOST_DOTS = 40_000_000;
  private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif", "bmp", "tif");
  private static final Pattern OUTSIDE =
      Pattern.compile("(?is).*(@import|url\\(\\s*+['\"]?(?!['\"]?(#|data:image/))).*");

  private Pictures() {}

  /**
   * @param found called with a message key and the name
   */
  static void check(String name, byte[] bytes, BiConsumer<String, String> found)
      throws IOException {
    try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      ImageReader reader = readers.hasNext() ? readers.next() : null;
      if (reader == null || !FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
        return;
      }
      reader.setInput(in, true, true);
      if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_DOTS) {
        found.accept("template.picture-too-large", name);
      }
      reader.dispose();
    } catch (IOException | RuntimeException e) {
      found.accept("template.picture-damaged", name);
    }
  }

  static boolean isDrawing(Element root) {
    return root.getLocalName().equalsIgnoreCase("svg");
  }

  static void drawing(String name, Element element, BiConsumer<String, String> found) {
    String local = element.getLocalName().toLowerCase(Locale.ROOT);
    if (local.equals("script") || local.equals("foreignobject")) {
      found.accept("template.macro", name);
    }
    if (local.equals("style") && OUTSIDE.matcher(element.getTextContent()).matches()) {
      found.accept("template.external-link", name);
    }
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Node attribute = attributes.item(i);
      String value = attribute.getNodeValue().strip();
      boolean reference = "href".equals(attribute.getLocalName()) && !local.equals("a");
      if (reference && !value.matches("(?is)(#|data:image/).*")
          || OUTSIDE.matcher(value).matches()) {
        found.accept("template.external-link", name);
      }
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        drawing(name, inner, found);
      }
    }
  }
}
