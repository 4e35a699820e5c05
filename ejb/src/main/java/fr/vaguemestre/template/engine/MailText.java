package fr.vaguemestre.template.engine;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * The body of an e-mail in HTML, with the plain fields of a letter in its text: no loop, no
 * condition. What could run, fetch or deceive is refused by name; what is only look (classes,
 * styles) is dropped. Values are text, never markup.
 */
public final class MailText {
  public static final String MEDIA_TYPE = "text/html";

  private static final String LINK = "(?is)\\s*(https?://|mailto:|tel:).*";

  /** Left out without a word: they hold the page or its look, and their text stays. */
  private static final Set<String> DROPPED =
      Set.of(
          "#root",
          "html",
          "head",
          "title",
          "meta",
          "body",
          "style",
          "font",
          "center",
          "section",
          "article",
          "main",
          "header",
          "footer",
          "tfoot",
          "colgroup",
          "col",
          "small",
          "sup",
          "sub");

  private static final Safelist KEPT =
      new Safelist()
          .addTags("p", "br", "hr", "div", "span", "blockquote", "h1", "h2", "h3", "strong", "b")
          .addTags("em", "i", "u", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td")
          .addTags("a")
          .addAttributes("a", "href")
          .addAttributes("td", "colspan", "rowspan")
          .addAttributes("th", "colspan", "rowspan")
          .addProtocols("a", "href", "http", "https", "mailto", "tel");

  private MailText() {}

  /** A body both ways: a whole HTML page, and the same in plain text. */
  public record Filled(String html, String text) {}

  /** Everything to put right, in the order of the page. */
  public static List<TemplateProblem> check(byte[] bytes, FieldCatalogue catalogue) {
    String html;
    try {
      html = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return List.of(TemplateProblem.in("template.mail.not-utf8", ""));
    }
    var problems = new ArrayList<TemplateProblem>();
    Document page = Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
    page.traverse(
        (node, depth) -> {
          if (node instanceof Element element) {
            element(element, problems);
          } else if (node instanceof TextNode text) {
            text(text, catalogue, problems);
          }
        });
    return problems.stream().distinct().toList();
  }

  private static void element(Element element, List<TemplateProblem> problems) {
    String name = element.normalName();
    if (!DROPPED.contains(name) && !KEPT.isSafeTag(name)) {
      problems.add(
          new TemplateProblem("template.mail.element", where(element), "<" + name + ">", ""));
    }
    for (Attribute attribute : element.attributes()) {
      String key = attribute.getKey();
      if (key.startsWith("on")) {
        problems.add(new TemplateProblem("template.mail.element", where(element), key, ""));
      } else if (attribute.getValue().contains("{{")) {
        problems.add(
            new TemplateProblem(
                "template.mail.fields-only", where(element), attribute.getValue(), ""));
      } else if (key.equals("href") && !attribute.getValue().matches(LINK)) {
        problems.add(
            new TemplateProblem("template.mail.link", where(element), attribute.getValue(), ""));
      }
    }
  }

  private static void text(TextNode node, FieldCatalogue catalogue, List<TemplateProblem> found) {
    String text = node.getWholeText();
    for (Marker marker : Marker.in(text)) {
      String name = marker.name();
      if (marker.kind() != Marker.Kind.FIELD
          || name.equals(Marker.GRIFFE)
          || catalogue.loopOf(name).isPresent()) {
        found.add(
            new TemplateProblem("template.mail.fields-only", where(node), marker.written(), ""));
      } else if (!catalogue.isField(name)) {
        found.add(
            new TemplateProblem(
                "template.unknown-field",
                where(node),
                marker.written(),
                catalogue.nearest(name).orElse("")));
      }
    }
    String rest = Marker.without(text);
    if (rest.contains("{{") || rest.contains("}}")) {
      found.add(TemplateProblem.in("template.mail.braces", where(node)));
    }
  }

  private static String where(Node node) {
    return "ligne " + node.sourceRange().start().lineNumber();
  }

  /** What is kept of it: the inside of the page. */
  public static String clean(String html) {
    return cleaned(html).body().html();
  }

  private static Document cleaned(String html) {
    Document page = new Cleaner(KEPT).clean(Jsoup.parse(html));
    page.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
    return page;
  }

  /** The fields it names, normalised and sorted. */
  public static Set<String> fields(String html) {
    var names = new TreeSet<String>();
    Marker.in(cleaned(html).body().wholeText()).forEach(marker -> names.add(marker.name()));
    return names;
  }

  /**
   * Its fields filled in.
   *
   * @param values by field name, as for {@code TemplateEngine.merge}; what is absent is empty
   */
  public static Filled fill(String html, Map<String, ?> values) {
    Document page = cleaned(html);
    var known = new Values(values, null);
    page.body().nodeStream(TextNode.class).toList().forEach(node -> fill(node, known));
    String inside = page.body().html();
    return new Filled(
        "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"></head><body>"
            + inside
            + "</body></html>",
        PlainMail.of(page.body()));
  }

  private static void fill(TextNode node, Values values) {
    String text = node.getWholeText();
    int done = 0;
    for (Marker marker : Marker.in(text)) {
      node.before(new TextNode(text.substring(done, marker.start())));
      String[] lines = values.text(marker.name()).split("\n", -1);
      for (int i = 0; i < lines.length; i++) {
        if (i > 0) {
          node.before(new Element("br"));
        }
        node.before(new TextNode(lines[i]));
      }
      done = marker.end();
    }
    node.text(text.substring(done));
  }
}
