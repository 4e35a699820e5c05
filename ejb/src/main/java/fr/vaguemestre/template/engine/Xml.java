package fr.vaguemestre.template.engine;

import fr.vaguemestre.platform.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
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
  private static final String DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
  private static final String DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
  private static final DocumentBuilderFactory PARSERS = parsers();
  private static final TransformerFactory WRITERS = TransformerFactory.newDefaultInstance();

  private Xml() {}

  private static DocumentBuilderFactory parsers() {
    var factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(DOCTYPE, true);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    factory.setAttribute(DEPTH, "200");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    return factory;
  }

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
