package fr.vaguemestre.template.engine;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** OpenDocument text (ISO/IEC 26300). */
final class OdtMarkup extends Markup {
  static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
  static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  static final String STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
  static final String DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
  private static final String FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final String WHITE = "VaguemestreGriffe";

  @Override
  boolean isParagraph(Node node) {
    return named(node, TEXT, "p", "h");
  }

  @Override
  boolean isRow(Node node) {
    return named(node, TABLE, "table-row") || named(node, TEXT, "list-item");
  }

  @Override
  boolean isTable(Node node) {
    return named(node, TABLE, "table") || named(node, TEXT, "list");
  }

  @Override
  boolean isGone(Node node) {
    return named(node, TEXT, "tracked-changes") || named(node, OFFICE, "annotation");
  }

  @Override
  void collect(Element paragraph, MarkedText into) {
    Node next;
    for (Node child = paragraph.getFirstChild(); child != null; child = next) {
      next = child.getNextSibling();
      if (child.getNodeType() == Node.TEXT_NODE) {
        into.words(child, child.getNodeValue());
      } else if (named(child, TEXT, "span", "a", "meta")) {
        collect((Element) child, into);
      } else if (named(child, TEXT, "s")) {
        into.other(child, ' ');
      } else if (named(child, TEXT, "tab")) {
        into.other(child, '\t');
      } else if (named(child, TEXT, "line-break")) {
        into.other(child, '\n');
      } else if (child.getNodeType() == Node.ELEMENT_NODE && !isMark(child)) {
        into.other(child, MarkedText.OBJECT);
      }
    }
  }

  /** Zero-width marks LibreOffice leaves in the middle of words. */
  private static boolean isMark(Node node) {
    return named(
            node,
            TEXT,
            "soft-page-break",
            "bookmark",
            "bookmark-start",
            "bookmark-end",
            "change",
            "change-start",
            "change-end",
            "reference-mark-start",
            "reference-mark-end")
        || named(node, OFFICE, "annotation", "annotation-end");
  }

  @Override
  String text(Node atom) {
    return atom.getNodeValue();
  }

  @Override
  void setText(Node atom, String text) {
    atom.setNodeValue(text);
  }

  @Override
  Node newText(Document document, String text) {
    return document.createTextNode(text);
  }

  @Override
  List<Node> value(Document document, String value) {
    var nodes = new ArrayList<Node>();
    for (String word : value.split("(?<=[\\n\\t])|(?=[\\n\\t])|(?<= )(?= )")) {
      switch (word) {
        case "\n" -> nodes.add(document.createElementNS(TEXT, "text:line-break"));
        case "\t" -> nodes.add(document.createElementNS(TEXT, "text:tab"));
        case " " -> nodes.add(document.createElementNS(TEXT, "text:s"));
        default -> nodes.add(newText(document, word));
      }
    }
    return nodes;
  }

  @Override
  void hide(Node atom) {
    Document document = atom.getOwnerDocument();
    Element span = document.createElementNS(TEXT, "text:span");
    span.setAttributeNS(TEXT, "text:style-name", WHITE);
    atom.getParentNode().replaceChild(span, atom);
    span.appendChild(atom);
    NodeList styles = document.getElementsByTagNameNS(OFFICE, "automatic-styles");
    if (styles.getLength() == 0) {
      Node body = document.getElementsByTagNameNS(OFFICE, "body").item(0);
      Element made = document.createElementNS(OFFICE, "office:automatic-styles");
      body.getParentNode().insertBefore(made, body);
      styles = document.getElementsByTagNameNS(OFFICE, "automatic-styles");
    }
    Element style = document.createElementNS(STYLE, "style:style");
    style.setAttributeNS(STYLE, "style:name", WHITE);
    style.setAttributeNS(STYLE, "style:family", "text");
    Element properties = document.createElementNS(STYLE, "style:text-properties");
    properties.setAttributeNS(FO, "fo:color", "#ffffff");
    style.appendChild(properties);
    styles.item(0).appendChild(style);
  }

  @Override
  boolean isNeeded(Element paragraph) {
    return false;
  }

  /** OpenDocument cells and frames may be empty. */
  @Override
  boolean needsParagraph(Node container) {
    return false;
  }

  @Override
  Node newParagraph(Document document) {
    return document.createElementNS(TEXT, "text:p");
  }

  @Override
  boolean isPageBreak(Node node) {
    return named(node, TEXT, "soft-page-break");
  }

  @Override
  void forgetIdentity(Node clone) {
    if (clone instanceof Element element) {
      element.removeAttributeNS(XML, "id");
    }
    Node next;
    for (Node child = clone.getFirstChild(); child != null; child = next) {
      next = child.getNextSibling();
      if (named(child, TEXT, "bookmark", "bookmark-start", "bookmark-end")) {
        clone.removeChild(child);
      } else {
        forgetIdentity(child);
      }
    }
  }
}
