package fr.vaguemestre.signing.pdf;

import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The one font we write with: Liberation Sans, embedded as a subset. */
final class StampFont {
  private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private StampFont() {}

  static PDFont load(PDDocument document) throws IOException {
    try (InputStream ttf = PDFont.class.getResourceAsStream(FILE)) {
      return PDType0Font.load(document, ttf, true);
    }
  }

  /** The text with a question mark for what the font cannot draw. */
  static String known(PDFont font, String text) {
    var known = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              String one = Character.isWhitespace(c) ? " " : Character.toString(c);
              try {
                font.encode(one);
                known.append(one);
              } catch (IOException | IllegalArgumentException e) {
                known.append('?');
              }
            });
    return known.toString();
  }

  /** A copy that can be added to: the dictionaries of resources are new, the resources are not. */
  static PDResources copyOf(PDResources resources) {
    var copy = new COSDictionary();
    if (resources != null) {
      for (var entry : resources.getCOSObject().entrySet()) {
        COSBase value = resources.getCOSObject().getDictionaryObject(entry.getKey());
        COSName key = entry.getKey();
        copy.setItem(key, value instanceof COSDictionary d ? new COSDictionary(d) : value);
      }
    }
    return new PDResources(copy);
  }
}
