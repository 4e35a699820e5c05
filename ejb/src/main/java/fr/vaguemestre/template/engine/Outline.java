package fr.vaguemestre.template.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.function.BiConsumer;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The blocks of a stretch of document: which loop or condition opens where and covers what. */
final class Outline {

  /** A marker and the paragraph it is in. */
  record Token(Element paragraph, Marker marker) {}

  /**
   * One loop or condition.
   *
   * @param otherwise the {@code #sinon}, or null
   * @param depth 0 for a block inside no other
   */
  record Block(Token open, Token otherwise, Token close, int depth) {
    boolean isInline() {
      return open.paragraph == close.paragraph;
    }
  }

  /** The siblings a block that spans paragraphs covers, split at its {@code #sinon}. */
  record Region(List<Node> then, List<Node> otherwise) {}

  private final Markup markup;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();

  private record Opening(Token token, Token otherwise) {}

  /** Reads the outline; {@code problems} receives a key and the token at fault. */
  Outline(Markup markup, List<? extends Node> stretch, BiConsumer<String, Token> problems) {
    this.markup = markup;
    for (Node node : stretch) {
      for (Element paragraph : markup.paragraphs(node)) {
        for (Marker marker : new MarkedText(markup, paragraph).markers()) {
          tokens.add(new Token(paragraph, marker));
        }
      }
    }
    match(problems);
    for (Block block : blocks) {
      if (!block.isInline()) {
        String key = misplaced(block);
        if (key != null) {
          problems.accept(key, block.open);
        }
      } else if (block.otherwise != null && block.otherwise.paragraph != block.open.paragraph) {
        problems.accept("template.else-misplaced", block.otherwise);
      }
    }
  }

  List<Token> tokens() {
    return tokens;
  }

  List<Block> blocks() {
    return blocks;
  }

  private void match(BiConsumer<String, Token> problems) {
    Deque<Opening> open = new ArrayDeque<>();
    for (Token token : tokens) {
      Marker marker = token.marker;
      if (marker.opens()) {
        open.push(new Opening(token, null));
      } else if (marker.kind() == Marker.Kind.ELSE) {
        if (open.isEmpty()
            || open.peek().token.marker.kind() != Marker.Kind.IF
            || open.peek().otherwise != null) {
          problems.accept("template.else-misplaced", token);
        } else {
          open.push(new Opening(open.pop().token, token));
        }
      } else if (marker.kind() == Marker.Kind.CLOSE) {
        close(open, token, problems);
      }
    }
    open.descendingIterator()
        .forEachRemaining(o -> problems.accept("template.block-not-closed", o.token));
  }

  private void close(Deque<Opening> open, Token token, BiConsumer<String, Token> problems) {
    if (open.isEmpty()) {
      problems.accept("template.block-not-opened", token);
    } else if (!open.peek().token.marker.closing().equals(token.marker.name())) {
      problems.accept("template.block-mismatch", token);
      open.pop();
    } else {
      Opening opening = open.pop();
      blocks.add(new Block(opening.token, opening.otherwise, token, open.size()));
    }
  }

  /** Why a block that spans paragraphs cannot be carried out; null when it can. */
  private String misplaced(Block block) {
    Node common = commonParent(block);
    if (markup.isRow(common)) {
      return block.otherwise == null ? null : "template.else-misplaced";
    }
    for (Token edge : edges(block)) {
      Node child = childOf(common, edge.paragraph);
      if (child == null) {
        return "template.else-misplaced";
      }
      if (child == edge.paragraph) {
        if (!isAlone(edge.paragraph)) {
          return "template.block-not-alone";
        }
      } else if (!markup.isRow(child)) {
        return "template.block-crosses";
      }
    }
    return null;
  }

  private static List<Token> edges(Block block) {
    return block.otherwise == null
        ? List.of(block.open, block.close)
        : List.of(block.open, block.otherwise, block.close);
  }

  /** Nothing in the paragraph but loops and conditions opening and closing. */
  private boolean isAlone(Element paragraph) {
    var text = new MarkedText(markup, paragraph);
    return Marker.without(text.text()).isBlank()
        && text.markers().stream().noneMatch(m -> m.kind() == Marker.Kind.FIELD);
  }

  private static Node commonParent(Block block) {
    var above = new HashSet<Node>();
    for (Node n = block.open.paragraph.getParentNode(); n != null; n = n.getParentNode()) {
      above.add(n);
    }
    Node node = block.close.paragraph.getParentNode();
    while (!above.contains(node)) {
      node = node.getParentNode();
    }
    return node;
  }

  private static Node childOf(Node parent, Node below) {
    Node node = below;
    while (node != null && node.getParentNode() != parent) {
      node = node.getParentNode();
    }
    return node;
  }

  /** What the block covers, edges included; a block between two cells of a row covers the row. */
  Region region(Block block) {
    Node common = commonParent(block);
    if (markup.isRow(common)) {
      return new Region(new ArrayList<>(List.of(common)), new ArrayList<>());
    }
    Node first = childOf(common, block.open.paragraph);
    Node last = childOf(common, block.close.paragraph);
    Node middle = block.otherwise == null ? null : childOf(common, block.otherwise.paragraph);
    var then = new ArrayList<Node>();
    var otherwise = new ArrayList<Node>();
    List<Node> into = then;
    for (Node node = first; ; node = node.getNextSibling()) {
      if (node == middle) {
        into = otherwise;
      }
      into.add(node);
      if (node == last) {
        return new Region(then, otherwise);
      }
    }
  }
}
