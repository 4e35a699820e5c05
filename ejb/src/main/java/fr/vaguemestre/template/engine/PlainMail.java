package fr.vaguemestre.template.engine;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** An e-mail's HTML said in plain text: paragraphs apart, lists with dashes, links written out. */
final class PlainMail implements NodeVisitor {
  private static final Set<String> APART =
      Set.of("p", "h1", "h2", "h3", "ul", "ol", "table", "blockquote", "hr");
  private static final Set<String> LINES = Set.of("br", "div", "li", "tr");

  private final StringBuilder text = new StringBuilder();

  private PlainMail() {}

  static String of(Element body) {
    var plain = new PlainMail();
    body.traverse(plain);
    return plain
        .text
        .toString()
        .replaceAll("[ \\t\\u00a0]+", " ")
        .replaceAll(" ?\n ?", "\n")
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      text.append(words.getWholeText().replaceAll("\\s+", " "));
    } else if (node instanceof Element element) {
      String name = element.normalName();
      if (APART.contains(name)) {
        text.append("\n\n");
      } else if (name.equals("li")) {
        text.append("\n- ");
      } else if (name.equals("td") || name.equals("th")) {
        text.append(element.elementSiblingIndex() > 0 ? " | " : "");
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    String name = element.normalName();
    if (APART.contains(name)) {
      text.append("\n\n");
    } else if (LINES.contains(name)) {
      text.append('\n');
    } else if (name.equals("a")) {
      String target = element.attr("href").replaceFirst("^(mailto|tel):", "");
      if (!target.isEmpty() && !target.equals(element.text())) {
        text.append(" (").append(target).append(')');
      }
    }
  }
}
