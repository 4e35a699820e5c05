package fr.vaguemestre.template.engine;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What the two formats call things. */
abstract sealed class Markup permits DocxMarkup, OdtMarkup {

  abstract boolean isParagraph(Node node);

  /** A table row or a list item: what a loop repeats whole. */
  abstract boolean isRow(Node node);

  abstract boolean isTable(Node node);

  /** Rubbed out but kept for the record (tracked changes): not part of the text. */
  abstract boolean isGone(Node node);

  /** Hands a paragraph's own pieces over in order, those of paragraphs inside it left out. */
  abstract void collect(Element paragraph, MarkedText into);

  abstract String text(Node atom);

  abstract void setText(Node atom, String text);

  abstract Node newText(Document document, String text);

  /** A value as pieces: line breaks become breaks, tabs tabs. */
  abstract List<Node> value(Document document, String value);

  /** Draws a piece white on white: there for a program, not for a reader. */
  abstract void hide(Node atom);

  /** Whether taking the paragraph away would break the document (it carries a section's layout). */
  abstract boolean isNeeded(Element paragraph);

  /** Whether a container has lost the paragraph its kind must hold. */
  abstract boolean needsParagraph(Node container);

  abstract Node newParagraph(Document document);

  /** Whether the node is a page break the word processor left at its last layout. */
  abstract boolean isPageBreak(Node node);

  /** Names and numbers that must not be there twice. */
  abstract void forgetIdentity(Node clone);

  /** Paragraphs in document order, the outer before the ones inside it. */
  final List<Element> paragraphs(Node root) {
    var found = new ArrayList<Element>();
    gather(root, found);
    return found;
  }

  private void gather(Node node, List<Element> found) {
    if (isGone(node)) {
      return;
    }
    if (isParagraph(node)) {
      found.add((Element) node);
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      gather(child, found);
    }
  }

  static boolean named(Node node, String namespace, String... names) {
    if (node.getNodeType() != Node.ELEMENT_NODE || !namespace.equals(node.getNamespaceURI())) {
      return false;
    }
    for (String name : names) {
      if (name.equals(node.getLocalName())) {
        return true;
      }
    }
    return false;
  }
}
