package fr.vaguemestre.template.engine;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The text of one paragraph, joined over the pieces the word processor cut it into, and able to
 * change a span of it in place: the change takes the look of the piece it starts in.
 */
final class MarkedText {
  /** Stands in the joined text for an image, a field, a note: no marker goes across it. */
  static final char OBJECT = '\ufffc';

  private record Piece(Node atom, int start, int end, boolean words) {}

  private final Markup markup;
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  MarkedText(Markup markup, Element paragraph) {
    this.markup = markup;
    markup.collect(paragraph, this);
  }

  /** For the markup: a piece of words. */
  void words(Node atom, String words) {
    pieces.add(new Piece(atom, text.length(), text.length() + words.length(), true));
    text.append(words);
  }

  /** For the markup: a tab, a break or an object, which counts for one character. */
  void other(Node atom, char sign) {
    pieces.add(new Piece(atom, text.length(), text.length() + 1, false));
    text.append(sign);
  }

  String text() {
    return text.toString();
  }

  List<Marker> markers() {
    return Marker.in(text());
  }

  boolean isBlank() {
    return text().chars().allMatch(c -> Character.isWhitespace(c) || c == 0xa0);
  }

  void delete(int start, int end) {
    replace(start, end, List.of());
  }

  /** Later spans first: offsets are those of the text as it was read. */
  void replace(int start, int end, List<Node> with) {
    boolean placed = false;
    for (Piece piece : pieces) {
      if (piece.end <= start || piece.start >= end) {
        continue;
      }
      if (!piece.words) {
        piece.atom.getParentNode().removeChild(piece.atom);
        continue;
      }
      String now = markup.text(piece.atom);
      int from = Math.max(0, start - piece.start);
      int to = Math.min(piece.end, end) - piece.start;
      String tail = now.substring(to);
      markup.setText(piece.atom, now.substring(0, from));
      Node last = piece.atom;
      if (!placed) {
        for (Node node : with) {
          last.getParentNode().insertBefore(node, last.getNextSibling());
          last = node;
        }
        placed = true;
      }
      if (!tail.isEmpty()) {
        Node rest = markup.newText(piece.atom.getOwnerDocument(), tail);
        last.getParentNode().insertBefore(rest, last.getNextSibling());
      }
    }
  }
}
