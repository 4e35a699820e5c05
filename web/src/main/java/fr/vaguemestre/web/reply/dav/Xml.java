package fr.vaguemestre.web.reply.dav;

import fr.vaguemestre.platform.StrictXml;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Result;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads and writes XML that may define nothing and fetch nothing: no document type at all. */
final class Xml {
  static final String DAV = "DAV:";
  private static final int LONGEST = 64 * 1024;
  private static final int DEEPEST = 50;
  private static final DocumentBuilderFactory PARSERS = StrictXml.parsers(DEEPEST);
  private static final TransformerFactory WRITERS = TransformerFactory.newDefaultInstance();

  private Xml() {}

  /**
   * The body of a request; none when there is none.
   *
   * @param root the element it must be, of {@code DAV:}
   * @throws Malformed when it is not, or is longer than 64 KB
   */
  static Optional<Element> body(HttpServletRequest request, String root) throws IOException {
    var bytes = request.getInputStream().readNBytes(LONGEST + 1);
    if (bytes.length == 0) {
      return Optional.empty();
    }
    if (bytes.length > LONGEST) {
      throw new Malformed("XML");
    }
    var element = parse(bytes).getDocumentElement();
    if (!is(element, root)) {
      throw new Malformed("XML");
    }
    return Optional.of(element);
  }

  static Document parse(byte[] bytes) {
    try {
      var parser = parser();
      parser.setErrorHandler(new DefaultHandler());
      return parser.parse(new ByteArrayInputStream(bytes));
    } catch (SAXException | IOException e) {
      throw new Malformed("XML");
    }
  }

  static boolean is(Node node, String name) {
    return DAV.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
  }

  /** The elements right below one. */
  static List<Element> children(Element element) {
    var nodes = element.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }

  static Optional<Element> child(Element element, String name) {
    return children(element).stream().filter(child -> is(child, name)).findFirst();
  }

  /** A new answer, whose root is of {@code DAV:}. */
  static Element answer(String root) {
    var document = parser().newDocument();
    var element = document.createElementNS(DAV, "D:" + root);
    element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:D", DAV);
    document.appendChild(element);
    return element;
  }

  static Element add(Element parent, String name) {
    var child = parent.getOwnerDocument().createElementNS(DAV, "D:" + name);
    parent.appendChild(child);
    return child;
  }

  static void add(Element parent, String name, String text) {
    add(parent, name).setTextContent(text);
  }

  /** Adds an element that was kept as text. */
  static void addKept(Element parent, String xml) {
    var kept = parse(xml.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
    parent.appendChild(parent.getOwnerDocument().importNode(kept, true));
  }

  /** One element as a text that stands by itself. */
  static String text(Element element) {
    var out = new StringWriter();
    write(new DOMSource(element), new StreamResult(out), true);
    return out.toString();
  }

  static byte[] bytes(Element root) {
    var out = new ByteArrayOutputStream();
    write(new DOMSource(root.getOwnerDocument()), new StreamResult(out), false);
    return out.toByteArray();
  }

  private static void write(DOMSource from, Result to, boolean bare) {
    try {
      Transformer writer;
      synchronized (WRITERS) {
        writer = WRITERS.newTransformer();
      }
      writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
      writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, bare ? "yes" : "no");
      writer.transform(from, to);
    } catch (TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DocumentBuilder parser() {
    try {
      synchronized (PARSERS) {
        return PARSERS.newDocumentBuilder();
      }
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
