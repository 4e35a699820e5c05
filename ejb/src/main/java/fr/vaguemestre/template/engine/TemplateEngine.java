package fr.vaguemestre.template.engine;

import fr.vaguemestre.platform.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Templates are ordinary DOCX and ODT letters with plain {@code {{…}}} markers: fields, loops
 * ({@code {{#pieces}} … {{/pieces}}}) and conditions ({@code {{#si champ}} … {{#sinon}} …
 * {{/si}}}). Nothing in a template can run: markers are looked up, never evaluated.
 *
 * <p>Stateless and thread-safe. Reads untrusted archives under strict limits (see {@link
 * OfficeArchive}) with a parser that knows neither DTD nor entity.
 */
public final class TemplateEngine {
  private static final int EXCERPT = 60;

  private TemplateEngine() {}

  /**
   * Everything to put right before the template is accepted; empty when it is good.
   *
   * @param claimed the format the file was given as
   */
  public static List<TemplateProblem> check(
      Path template, TemplateFormat claimed, FieldCatalogue catalogue) throws IOException {
    OfficeArchive archive;
    try {
      archive = OfficeArchive.read(template);
    } catch (Refusal refusal) {
      return List.of(TemplateProblem.in(refusal.key(), ""));
    }
    if (archive.format() != claimed) {
      return List.of(TemplateProblem.in("template.not-what-it-says", ""));
    }
    var problems = new ArrayList<>(Hazards.in(archive));
    if (!problems.isEmpty()) {
      return problems;
    }
    int griffes = 0;
    for (String part : archive.parts()) {
      Document document = Xml.parse(archive.entries().get(part));
      griffes += check(archive.markup(), part, document, catalogue, problems);
    }
    if (griffes > 1) {
      problems.add(new TemplateProblem("template.griffe-twice", "", Marker.GRIFFE, ""));
    }
    return problems.stream().distinct().toList();
  }

  private static int check(
      Markup markup,
      String part,
      Document document,
      FieldCatalogue catalogue,
      List<TemplateProblem> problems) {
    int griffes = 0;
    var outline =
        new Outline(
            markup,
            List.of(document.getDocumentElement()),
            (key, token) -> problems.add(problem(markup, part, key, token, "")));
    Deque<String> loops = new ArrayDeque<>();
    for (Outline.Token token : outline.tokens()) {
      Marker marker = token.marker();
      String key = null;
      switch (marker.kind()) {
        case LOOP -> {
          loops.push(marker.name());
          key = catalogue.isLoop(marker.name()) ? null : "template.unknown-loop";
        }
        case CLOSE -> loops.removeFirstOccurrence(marker.name());
        case IF ->
            key =
                catalogue.isField(marker.name()) || catalogue.isLoop(marker.name())
                    ? null
                    : "template.unknown-field";
        case FIELD -> {
          griffes += marker.name().equals(Marker.GRIFFE) ? 1 : 0;
          if (!catalogue.isField(marker.name())) {
            key = "template.unknown-field";
          } else if (!catalogue.loopOf(marker.name()).map(loops::contains).orElse(true)) {
            key = "template.field-outside-loop";
          }
        }
        case ELSE -> {}
      }
      if (key != null) {
        String suggestion =
            key.equals("template.field-outside-loop")
                ? "#" + catalogue.loopOf(marker.name()).orElseThrow()
                : catalogue.nearest(marker.name()).orElse("");
        problems.add(problem(markup, part, key, token, suggestion));
      }
    }
    for (Element paragraph : markup.paragraphs(document.getDocumentElement())) {
      String rest = Marker.without(new MarkedText(markup, paragraph).text());
      if (rest.contains("{{") || rest.contains("}}")) {
        problems.add(TemplateProblem.in("template.marker-broken", where(markup, part, paragraph)));
      }
    }
    return griffes;
  }

  private static TemplateProblem problem(
      Markup markup, String part, String key, Outline.Token token, String suggestion) {
    return new TemplateProblem(
        key, where(markup, part, token.paragraph()), token.marker().written(), suggestion);
  }

  private static String where(Markup markup, String part, Element paragraph) {
    String text = new MarkedText(markup, paragraph).text().replace(MarkedText.OBJECT, ' ').strip();
    String excerpt = text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text;
    return place(markup, part, paragraph) + " : « " + excerpt + " »";
  }

  private static String place(Markup markup, String part, Element paragraph) {
    for (Node node = paragraph; node instanceof Element element; node = node.getParentNode()) {
      String name = element.getLocalName();
      if (name.startsWith("header") || name.equals("hdr")) {
        return "en-tête";
      }
      if (name.startsWith("footer") || name.equals("ftr")) {
        return "pied de page";
      }
    }
    if (!OfficeArchive.isBody(part)) {
      return "note";
    }
    int page = 1 + breaksBefore(markup, paragraph.getOwnerDocument(), paragraph);
    return "page " + page;
  }

  private static int breaksBefore(Markup markup, Document document, Element paragraph) {
    int[] count = {0};
    countBreaks(markup, document, paragraph, count);
    return count[0];
  }

  private static boolean countBreaks(Markup markup, Node node, Node until, int[] count) {
    if (node == until) {
      return true;
    }
    count[0] += markup.isPageBreak(node) ? 1 : 0;
    for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (countBreaks(markup, child, until, count)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The fields, loops and conditions a template names, normalised and sorted.
   *
   * @throws Refusal as {@link #merge}
   */
  public static Set<String> fields(Path template) throws IOException {
    OfficeArchive archive = safe(template);
    var names = new TreeSet<String>();
    for (String part : archive.parts()) {
      Document document = Xml.parse(archive.entries().get(part));
      Markup markup = archive.markup();
      for (Element paragraph : markup.paragraphs(document.getDocumentElement())) {
        for (Marker marker : new MarkedText(markup, paragraph).markers()) {
          if (marker.kind() == Marker.Kind.FIELD || marker.opens()) {
            names.add(marker.name());
          }
        }
      }
    }
    return names;
  }

  /**
   * Writes the template with its markers filled.
   *
   * @param values by field name. A {@code LocalDate} is written out in French; a line break is a
   *     line break, a blank line in a field alone in its paragraph starts a paragraph; a loop's
   *     value is a list of maps whose keys are the fields with or without their first word ({@code
   *     piece.nom} or {@code nom}). What is absent is empty, and a line left blank by empty fields
   *     goes. Without a value {@code {{griffe}}} stays, white on white, for {@code GriffeStamp};
   *     the value {@code ""} takes it away.
   * @param out receives the document; not closed
   * @throws Refusal {@code template.…} when the template would not pass {@link #check} for its
   *     shape or its content (unknown fields are simply empty); {@code template.too-many-items}
   */
  public static void merge(Path template, Map<String, ?> values, OutputStream out)
      throws IOException {
    OfficeArchive archive = safe(template);
    Markup markup = archive.markup();
    var scope = new Values(values, null);
    var filled = new HashMap<String, byte[]>();
    for (String part : archive.parts()) {
      Document document = Xml.parse(archive.entries().get(part));
      List<Element> root = List.of(document.getDocumentElement());
      var outline =
          new Outline(
              markup,
              root,
              (key, token) -> {
                throw new Refusal(key, token.marker().written());
              });
      if (!outline.tokens().isEmpty()) {
        new Merge(markup).expand(root, scope);
        filled.put(part, Xml.write(document));
      }
    }
    archive.write(filled, out);
  }

  private static OfficeArchive safe(Path template) throws IOException {
    OfficeArchive archive = OfficeArchive.read(template);
    for (TemplateProblem problem : Hazards.in(archive)) {
      throw Refusal.of(Refusal.Kind.UNSUPPORTED_TYPE, problem.key(), problem.where());
    }
    return archive;
  }
}
