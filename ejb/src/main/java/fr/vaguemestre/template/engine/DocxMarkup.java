package fr.vaguemestre.template.engine;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** WordprocessingML (ISO/IEC 29500). */
final class DocxMarkup extends Markup {
  static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final String W14 = "http://schemas.microsoft.com/office/word/2010/wordml";

  @Override
  boolean isParagraph(Node node) {
    return named(node, W, "p");
  }

  @Override
  boolean isRow(Node node) {
    return named(node, W, "tr");
  }

  @Override
  boolean isTable(Node node) {
    return named(node, W, "tbl");
  }

  @Override
  boolean isGone(Node node) {
    return named(node, W, "del", "moveFrom");
  }

  @Override
  void collect(Element paragraph, MarkedText into) {
    walk(paragraph, into);
  }

  private void walk(Node node, MarkedText into) {
    Node next;
    for (Node child = node.getFirstChild(); child != null; child = next) {
      next = child.getNextSibling();
      if (named(child, W, "t")) {
        into.words(child, child.getTextContent());
      } else if (named(child, W, "tab") && named(node, W, "r")) {
        into.other(child, '\t');
      } else if (named(child, W, "br", "cr")) {
        into.other(child, '\n');
      } else if (named(child, W, "drawing", "pict", "object", "sym", "footnoteReference")
          || "AlternateContent".equals(child.getLocalName())) {
        into.other(child, MarkedText.OBJECT);
      } else if (!isParagraph(child) && !isGone(child) && !named(child, W, "pPr", "rPr")) {
        walk(child, into);
      }
    }
  }

  @Override
  String text(Node atom) {
    return atom.getTextContent();
  }

  @Override
  void setText(Node atom, String text) {
    atom.setTextContent(text);
    ((Element) atom).setAttributeNS(XML, "xml:space", "preserve");
  }

  @Override
  Node newText(Document document, String text) {
    Node atom = document.createElementNS(W, "w:t");
    setText(atom, text);
    return atom;
  }

  @Override
  List<Node> value(Document document, String value) {
    var nodes = new ArrayList<Node>();
    for (String word : value.split("(?<=[\\n\\t])|(?=[\\n\\t])")) {
      switch (word) {
        case "\n" -> nodes.add(document.createElementNS(W, "w:br"));
        case "\t" -> nodes.add(document.createElementNS(W, "w:tab"));
        default -> nodes.add(newText(document, word));
      }
    }
    return nodes;
  }

  @Override
  void hide(Node atom) {
    Node run = atom.getParentNode();
    Element look = null;
    for (Node child = run.getFirstChild(); child != null; child = child.getNextSibling()) {
      look = named(child, W, "rPr") ? (Element) child : look;
    }
    Node after = runLike(run, look);
    while (atom.getNextSibling() != null) {
      after.appendChild(atom.getNextSibling());
    }
    Node white = runLike(run, look);
    white.appendChild(atom);
    Element properties =
        look == null
            ? (Element)
                white.insertBefore(white.getOwnerDocument().createElementNS(W, "w:rPr"), atom)
            : (Element) white.getFirstChild();
    paintWhite(properties);
    run.getParentNode().insertBefore(white, run.getNextSibling());
    if (after.getChildNodes().getLength() > (look == null ? 0 : 1)) {
      run.getParentNode().insertBefore(after, white.getNextSibling());
    }
  }

  private static Node runLike(Node run, Element look) {
    Node copy = run.cloneNode(false);
    if (look != null) {
      copy.appendChild(look.cloneNode(true));
    }
    return copy;
  }

  /** The schema orders run properties: colour comes before what is in this list. */
  private static void paintWhite(Element properties) {
    NodeList old = properties.getElementsByTagNameNS(W, "color");
    while (old.getLength() > 0) {
      properties.removeChild(old.item(0));
    }
    Element colour = properties.getOwnerDocument().createElementNS(W, "w:color");
    colour.setAttributeNS(W, "w:val", "FFFFFF");
    Node next = properties.getFirstChild();
    while (next != null
        && named(
            next,
            W,
            "rStyle",
            "rFonts",
            "b",
            "bCs",
            "i",
            "iCs",
            "caps",
            "smallCaps",
            "strike",
            "dstrike",
            "outline",
            "shadow",
            "emboss",
            "imprint",
            "noProof",
            "snapToGrid",
            "vanish",
            "webHidden")) {
      next = next.getNextSibling();
    }
    properties.insertBefore(colour, next);
  }

  @Override
  boolean isNeeded(Element paragraph) {
    return paragraph.getElementsByTagNameNS(W, "sectPr").getLength() > 0;
  }

  @Override
  boolean needsParagraph(Node container) {
    if (!named(container, W, "tc", "hdr", "ftr", "txbxContent", "footnote", "endnote")) {
      return false;
    }
    Node last = container.getLastChild();
    while (last != null && last.getNodeType() != Node.ELEMENT_NODE) {
      last = last.getPreviousSibling();
    }
    return last == null || !isParagraph(last);
  }

  @Override
  Node newParagraph(Document document) {
    return document.createElementNS(W, "w:p");
  }

  @Override
  boolean isPageBreak(Node node) {
    return named(node, W, "lastRenderedPageBreak");
  }

  @Override
  void forgetIdentity(Node clone) {
    if (clone instanceof Element element) {
      element.removeAttributeNS(W14, "paraId");
      element.removeAttributeNS(W14, "textId");
    }
    Node next;
    for (Node child = clone.getFirstChild(); child != null; child = next) {
      next = child.getNextSibling();
      if (named(child, W, "bookmarkStart", "bookmarkEnd")) {
        clone.removeChild(child);
      } else {
        forgetIdentity(child);
      }
    }
  }
}
