package fr.vaguemestre.template.engine;

import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.platform.StrictXml;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML that may define nothing and fetch nothing, 200 elements deep at most. */
final class Xml {
  private static final int DEEPEST = 200;
  private static final DocumentBuilderFactory PARSERS = StrictXml.parsers(DEEPEST);
  private static final TransformerFactory WRITERS = TransformerFactory.newDefaultInstance();

  private Xml() {}

  /**
   * Parses one entry.
   *
   * @throws Refusal {@code template.dtd}, {@code template.damaged}
   */
  static Document parse(byte[] bytes) {
    try {
      DocumentBuilder parser;
      synchronized (PARSERS) {
        parser = PARSERS.newDocumentBuilder();
      }
      parser.setErrorHandler(null);
      return parser.parse(new ByteArrayInputStream(bytes));
    } catch (SAXParseException e) {
      boolean doctype = String.valueOf(e.getMessage()).contains("DOCTYPE");
      throw Refusal.of(
          Refusal.Kind.UNSUPPORTED_TYPE, doctype ? "template.dtd" : "template.damaged");
    } catch (SAXException | IOException e) {
      throw Refusal.of(Refusal.Kind.UNSUPPORTED_TYPE, "template.damaged");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] write(Document document) {
    try {
      Transformer writer;
      synchronized (WRITERS) {
        writer = WRITERS.newTransformer();
      }
      writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      var out = new ByteArrayOutputStream();
      out.writeBytes(
          "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
              .getBytes(StandardCharsets.UTF_8));
      writer.transform(new DOMSource(document), new StreamResult(out));
      return out.toByteArray();
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }
}
