package fr.vaguemestre.template.engine;

import fr.vaguemestre.platform.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Fills one part of a checked template, outermost blocks first; what was filled is never re-read.
 */
final class Merge {
  private static final int MAX_COPIES = 10_000;
  private static final String BLANK_LINE = "\n[ \\t]*\n\\s*";

  private final Markup markup;
  private int copies;

  private record Edit(int start, int end, List<Node> with, boolean hidden) {}

  Merge(Markup markup) {
    this.markup = markup;
  }

  void expand(List<? extends Node> stretch, Values values) {
    var outline =
        new Outline(
            markup,
            stretch,
            (key, token) -> {
              throw new IllegalStateException(key);
            });
    List<Outline.Block> outer =
        outline.blocks().stream().filter(b -> b.depth() == 0 && !b.isInline()).toList();
    List<Outline.Region> regions = outer.stream().map(outline::region).toList();
    Set<Element> covered = new HashSet<>();
    for (Outline.Region region : regions) {
      region.then().forEach(node -> covered.addAll(markup.paragraphs(node)));
      region.otherwise().forEach(node -> covered.addAll(markup.paragraphs(node)));
    }
    Set<Element> plain = new LinkedHashSet<>();
    outline.tokens().stream()
        .map(Outline.Token::paragraph)
        .filter(paragraph -> !covered.contains(paragraph))
        .forEach(plain::add);
    takeOutEdges(outer, regions);
    for (int i = 0; i < outer.size(); i++) {
      carryOut(outer.get(i), regions.get(i), values);
    }
    plain.forEach(paragraph -> fill(paragraph, values));
  }

  /**
   * The opening and closing markers go, and with them the paragraphs and rows that held no more.
   */
  private void takeOutEdges(List<Outline.Block> blocks, List<Outline.Region> regions) {
    var edges = new ArrayList<Outline.Token>();
    for (Outline.Block block : blocks) {
      edges.add(block.open());
      edges.add(block.close());
      if (block.otherwise() != null) {
        edges.add(block.otherwise());
      }
    }
    edges.sort(Comparator.comparing((Outline.Token t) -> t.marker().start()).reversed());
    for (Outline.Token edge : edges) {
      new MarkedText(markup, edge.paragraph()).delete(edge.marker().start(), edge.marker().end());
    }
    Set<Node> around = new HashSet<>();
    for (Outline.Token edge : edges) {
      for (Node node = edge.paragraph(); node != null; node = node.getParentNode()) {
        around.add(node);
      }
    }
    for (Outline.Region region : regions) {
      region.then().removeIf(node -> around.contains(node) && dropHollow(node));
      region.otherwise().removeIf(node -> around.contains(node) && dropHollow(node));
    }
  }

  private boolean dropHollow(Node node) {
    boolean candidate = markup.isParagraph(node) || markup.isRow(node);
    if (!candidate || touched(node)) {
      return false;
    }
    if (markup.isParagraph(node) && markup.isNeeded((Element) node)) {
      return false;
    }
    node.getParentNode().removeChild(node);
    return true;
  }

  private boolean touched(Node node) {
    return markup.paragraphs(node).stream().anyMatch(p -> !new MarkedText(markup, p).isBlank());
  }

  private void carryOut(Outline.Block block, Outline.Region region, Values values) {
    Node parent = parentOf(region);
    if (parent == null) {
      return;
    }
    String name = block.open().marker().name();
    if (block.open().marker().kind() == Marker.Kind.IF) {
      boolean holds = values.holds(name);
      List<Node> kept = holds ? region.then() : region.otherwise();
      (holds ? region.otherwise() : region.then()).forEach(parent::removeChild);
      expand(kept, values);
    } else {
      Node anchor = parent.getOwnerDocument().createComment("");
      parent.insertBefore(anchor, region.then().getFirst());
      region.then().forEach(parent::removeChild);
      for (Values item : values.items(name)) {
        expand(copies(region.then(), parent, anchor), item);
      }
      parent.removeChild(anchor);
    }
    mend(parent);
  }

  private static Node parentOf(Outline.Region region) {
    if (!region.then().isEmpty()) {
      return region.then().getFirst().getParentNode();
    }
    return region.otherwise().isEmpty() ? null : region.otherwise().getFirst().getParentNode();
  }

  private List<Node> copies(List<Node> nodes, Node parent, Node before) {
    var made = new ArrayList<Node>();
    for (Node node : nodes) {
      if (++copies > MAX_COPIES) {
        throw new Refusal("template.too-many-items", MAX_COPIES);
      }
      Node copy = node.cloneNode(true);
      markup.forgetIdentity(copy);
      parent.insertBefore(copy, before);
      made.add(copy);
    }
    return made;
  }

  /** A table without rows is no table, and a cell needs its paragraph. */
  private void mend(Node parent) {
    if (parent.getParentNode() == null) {
      return;
    }
    if (markup.isTable(parent)) {
      if (!holdsRow(parent)) {
        Node around = parent.getParentNode();
        around.removeChild(parent);
        mend(around);
      }
    } else if (markup.needsParagraph(parent)) {
      parent.appendChild(markup.newParagraph(parent.getOwnerDocument()));
    }
  }

  private boolean holdsRow(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (markup.isRow(child) || holdsRow(child)) {
        return true;
      }
    }
    return false;
  }

  private void fill(Element paragraph, Values values) {
    var text = new MarkedText(markup, paragraph);
    List<Marker> markers = text.markers();
    if (isOneFieldAlone(text, markers)) {
      String value = values.text(markers.getFirst().name());
      if (value.matches("(?s).*" + BLANK_LINE + ".*")) {
        paragraphs(paragraph, markers.getFirst(), value);
        return;
      }
    }
    var edits = new ArrayList<Edit>();
    edit(markers, 0, markers.size(), text.text(), paragraph.getOwnerDocument(), values, edits);
    edits.sort(Comparator.comparingInt(Edit::start).reversed());
    for (Edit edit : edits) {
      text.replace(edit.start, edit.end, edit.with);
      if (edit.hidden) {
        markup.hide(edit.with.getFirst());
      }
    }
    if (!markers.isEmpty() && new MarkedText(markup, paragraph).isBlank()) {
      dropLine(paragraph);
    }
  }

  private static boolean isOneFieldAlone(MarkedText text, List<Marker> markers) {
    return markers.size() == 1
        && markers.getFirst().kind() == Marker.Kind.FIELD
        && Marker.without(text.text()).isBlank();
  }

  /** A text of several paragraphs makes several paragraphs, all in the look of the first. */
  private void paragraphs(Element paragraph, Marker marker, String value) {
    Node parent = paragraph.getParentNode();
    for (String part : value.split(BLANK_LINE)) {
      Node copy = paragraph.cloneNode(true);
      markup.forgetIdentity(copy);
      parent.insertBefore(copy, paragraph);
      new MarkedText(markup, (Element) copy)
          .replace(marker.start(), marker.end(), markup.value(paragraph.getOwnerDocument(), part));
    }
    parent.removeChild(paragraph);
  }

  /** A line whose fields were all empty goes, unless something must stay in its place. */
  private void dropLine(Element paragraph) {
    if (markup.isNeeded(paragraph)) {
      return;
    }
    if (isParagraphBeside(paragraph, true) || isParagraphBeside(paragraph, false)) {
      paragraph.getParentNode().removeChild(paragraph);
    }
  }

  private boolean isParagraphBeside(Element paragraph, boolean before) {
    Node node = paragraph;
    do {
      node = before ? node.getPreviousSibling() : node.getNextSibling();
    } while (node != null && node.getNodeType() != Node.ELEMENT_NODE);
    return node != null && markup.isParagraph(node);
  }

  /** Conditions within a line cut text out; loops within a line write text, in the look around. */
  private void edit(
      List<Marker> markers,
      int from,
      int to,
      String text,
      Document document,
      Values values,
      List<Edit> edits) {
    for (int i = from; i < to; i++) {
      Marker marker = markers.get(i);
      if (marker.kind() == Marker.Kind.FIELD) {
        edits.add(field(marker, document, values));
      } else if (marker.opens()) {
        int close = closing(markers, i);
        Marker end = markers.get(close);
        if (marker.kind() == Marker.Kind.LOOP) {
          var words = new StringBuilder();
          for (Values item : values.items(marker.name())) {
            render(markers, i + 1, close, text, marker.end(), end.start(), item, words);
          }
          edits.add(
              new Edit(marker.start(), end.end(), markup.value(document, words.toString()), false));
        } else {
          int middle = otherwise(markers, i, close);
          Marker half = markers.get(middle);
          boolean holds = values.holds(marker.name());
          if (holds) {
            edits.add(new Edit(marker.start(), marker.end(), List.of(), false));
            edit(markers, i + 1, middle, text, document, values, edits);
            edits.add(new Edit(half.start(), end.end(), List.of(), false));
          } else {
            edits.add(new Edit(marker.start(), half.end(), List.of(), false));
            if (middle < close) {
              edit(markers, middle + 1, close, text, document, values, edits);
              edits.add(new Edit(end.start(), end.end(), List.of(), false));
            }
          }
        }
        i = close;
      }
    }
  }

  private Edit field(Marker marker, Document document, Values values) {
    if (marker.name().equals(Marker.GRIFFE) && !values.has(Marker.GRIFFE)) {
      Node kept = markup.newText(document, "{{" + Marker.GRIFFE + "}}");
      return new Edit(marker.start(), marker.end(), List.of(kept), true);
    }
    String value = values.text(marker.name());
    return new Edit(
        marker.start(),
        marker.end(),
        value.isEmpty() ? List.of() : markup.value(document, value),
        false);
  }

  private void render(
      List<Marker> markers,
      int from,
      int to,
      String text,
      int start,
      int end,
      Values values,
      StringBuilder out) {
    int at = start;
    for (int i = from; i < to; i++) {
      Marker marker = markers.get(i);
      out.append(text, at, marker.start());
      at = marker.end();
      if (marker.kind() == Marker.Kind.FIELD) {
        out.append(values.text(marker.name()));
      } else if (marker.opens()) {
        int close = closing(markers, i);
        Marker last = markers.get(close);
        if (marker.kind() == Marker.Kind.LOOP) {
          for (Values item : values.items(marker.name())) {
            render(markers, i + 1, close, text, marker.end(), last.start(), item, out);
          }
        } else {
          int middle = otherwise(markers, i, close);
          Marker half = markers.get(middle);
          if (values.holds(marker.name())) {
            render(markers, i + 1, middle, text, marker.end(), half.start(), values, out);
          } else if (middle < close) {
            render(markers, middle + 1, close, text, half.end(), last.start(), values, out);
          }
        }
        at = last.end();
        i = close;
      }
    }
    out.append(text, at, end);
  }

  private static int closing(List<Marker> markers, int open) {
    int depth = 0;
    for (int i = open; ; i++) {
      depth += markers.get(i).opens() ? 1 : 0;
      depth -= markers.get(i).kind() == Marker.Kind.CLOSE ? 1 : 0;
      if (depth == 0) {
        return i;
      }
    }
  }

  /** The block's own {@code #sinon}, or its end. */
  private static int otherwise(List<Marker> markers, int open, int close) {
    int depth = 0;
    for (int i = open + 1; i < close; i++) {
      if (depth == 0 && markers.get(i).kind() == Marker.Kind.ELSE) {
        return i;
      }
      depth += markers.get(i).opens() ? 1 : 0;
      depth -= markers.get(i).kind() == Marker.Kind.CLOSE ? 1 : 0;
    }
    return close;
  }
}
