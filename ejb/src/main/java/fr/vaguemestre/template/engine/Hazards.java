package fr.vaguemestre.template.engine;

import fr.vaguemestre.platform.Refusal;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * What a template may not carry, since it is opened by our office and by the town's agents:
 * anything that runs, and anything fetched from elsewhere. Plain web and mail links are let
 * through.
 */
final class Hazards {
  private static final String OLE = "urn:schemas-microsoft-com:office:office";
  private static final String VML = "urn:schemas-microsoft-com:vml";
  private static final String XLINK = "http://www.w3.org/1999/xlink";
  private static final String SCRIPT = "urn:oasis:names:tc:opendocument:xmlns:script:1.0";
  private static final Pattern LINK = Pattern.compile("(?i)(https?://|mailto:|tel:|#).*");
  private static final Pattern INSIDE = Pattern.compile("(\\./)?[A-Za-z0-9_][^:]*");
  private static final Map<String, String> FIELDS =
      Map.of(
          "DDE", "template.dde",
          "DDEAUTO", "template.dde",
          "MACROBUTTON", "template.macro",
          "LINK", "template.external-field",
          "IMPORT", "template.external-field",
          "INCLUDE", "template.external-field",
          "INCLUDETEXT", "template.external-field",
          "INCLUDEPICTURE", "template.external-field",
          "DATABASE", "template.external-field",
          "RD", "template.external-field");

  private final OfficeArchive archive;
  private final List<TemplateProblem> found = new ArrayList<>();

  private Hazards(OfficeArchive archive) {
    this.archive = archive;
  }

  static List<TemplateProblem> in(OfficeArchive archive) throws IOException {
    var hazards = new Hazards(archive);
    for (var entry : archive.entries().entrySet()) {
      hazards.name(entry.getKey());
      if (OfficeArchive.isXml(entry.getKey())) {
        hazards.xml(entry.getKey(), entry.getValue());
      } else if (isContainer(entry.getValue())) {
        hazards.add("template.ole-object", entry.getKey());
      } else {
        Pictures.check(entry.getKey(), entry.getValue(), hazards::add);
      }
    }
    return hazards.found.stream().distinct().toList();
  }

  /** A document in the document, whatever its name: an archive, or one of the old binary ones. */
  private static boolean isContainer(byte[] bytes) {
    String head =
        new String(
            bytes, 0, Math.min(4, bytes.length), java.nio.charset.StandardCharsets.ISO_8859_1);
    return head.equals("PK\3\4") || head.equals("\u00d0\u00cf\u0011\u00e0");
  }

  private void add(String key, String where) {
    found.add(TemplateProblem.in(key, where));
  }

  private void name(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (archive.format() == TemplateFormat.DOCX) {
      if (lower.contains("vbaproject") || lower.contains("vbadata")) {
        add("template.macro", name);
      } else if (lower.contains("/activex/") || lower.contains("/embeddings/")) {
        add("template.ole-object", name);
      }
      return;
    }
    boolean emptyList = lower.matches("(basic|dialogs)/.*(script|dialog)-l[bc]\\.xml");
    if (lower.matches("(basic|dialogs|scripts)/.*") && !emptyList) {
      add("template.macro", name);
    } else if (lower.matches("object(replacements| \\d+)?/.*|object \\d+")) {
      add("template.ole-object", name);
    }
  }

  private void xml(String name, byte[] bytes) {
    Document document;
    try {
      document = Xml.parse(bytes);
    } catch (Refusal refusal) {
      add(refusal.key(), name);
      return;
    }
    if (Pictures.isDrawing(document.getDocumentElement())) {
      Pictures.drawing(name, document.getDocumentElement(), this::add);
    } else if (archive.format() == TemplateFormat.ODT) {
      odt(name, document.getDocumentElement());
    } else {
      docx(name, document.getDocumentElement(), new ArrayDeque<>());
    }
  }

  private void docx(String name, Element element, Deque<StringBuilder> fields) {
    switch (element.getLocalName()) {
      case "Relationship" -> relation(name, element);
      case "Default", "Override" -> {
        String type = element.getAttribute("ContentType").toLowerCase(Locale.ROOT);
        if (type.contains("macroenabled") || type.contains("vbaproject")) {
          add("template.macro", name);
        }
      }
      case "altChunk" -> add("template.alt-chunk", name);
      case "subDoc" -> add("template.external-link", name);
      case "OLEObject", "control" -> {
        if (OLE.equals(element.getNamespaceURI())
            || DocxMarkup.W.equals(element.getNamespaceURI())) {
          add("template.ole-object", name);
        }
      }
      case "imagedata" -> {
        if (VML.equals(element.getNamespaceURI()) && !element.getAttribute("src").isEmpty()) {
          add("template.external-link", name);
        }
      }
      case "fldSimple" -> field(name, element.getAttributeNS(DocxMarkup.W, "instr"));
      case "fldChar" -> {
        String kind = element.getAttributeNS(DocxMarkup.W, "fldCharType");
        if (kind.equals("begin")) {
          fields.push(new StringBuilder());
        } else if (!fields.isEmpty()) {
          field(name, fields.peek().toString());
          if (kind.equals("end")) {
            fields.pop();
          }
        }
      }
      case "instrText", "delInstrText" -> {
        if (!fields.isEmpty()) {
          fields.peek().append(element.getTextContent());
        }
      }
      default -> {}
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        docx(name, inner, fields);
      }
    }
  }

  private void field(String name, String instruction) {
    String verb = instruction.trim().split("[\\s\"\\\\]+", 2)[0].toUpperCase(Locale.ROOT);
    if (FIELDS.containsKey(verb)) {
      add(FIELDS.get(verb), name);
    }
  }

  private void relation(String name, Element relation) {
    String type = relation.getAttribute("Type").replaceFirst(".*/", "");
    String target = relation.getAttribute("Target");
    boolean outside = relation.getAttribute("TargetMode").equalsIgnoreCase("External");
    switch (type) {
      case "aFChunk" -> add("template.alt-chunk", name);
      case "oleObject", "package", "control" -> add("template.ole-object", name);
      case "vbaProject" -> add("template.macro", name);
      case "attachedTemplate" -> {
        if (outside) {
          add("template.attached-template", target);
        }
      }
      case "hyperlink" -> {
        if (outside && !LINK.matcher(target).matches()) {
          add("template.external-link", target);
        }
      }
      default -> {
        if (outside) {
          add("template.external-link", target);
        }
      }
    }
  }

  private void odt(String name, Element element) {
    String local = element.getLocalName();
    switch (local) {
      case "encryption-data" -> add("template.encrypted", name);
      case "object", "object-ole", "plugin", "applet", "floating-frame" -> {
        if (OdtMarkup.DRAW.equals(element.getNamespaceURI())) {
          add("template.ole-object", name);
        }
      }
      case "event-listener" -> add("template.macro", name);
      case "script", "execute-macro" -> {
        if (!OdtMarkup.OFFICE.equals(element.getNamespaceURI())) {
          add("template.macro", name);
        }
      }
      case "module", "library-embedded" -> {
        if (SCRIPT.equals(element.getNamespaceURI())) {
          add("template.macro", name);
        }
      }
      case "dde-source", "dde-connection", "dde-connection-decl" -> add("template.dde", name);
      default -> {}
    }
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Node attribute = attributes.item(i);
      if (XLINK.equals(attribute.getNamespaceURI()) && attribute.getLocalName().equals("href")) {
        reference(name, local, attribute.getNodeValue().trim());
      }
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        odt(name, inner);
      }
    }
  }

  private void reference(String name, String element, String target) {
    if (target.isEmpty() || name.equals("meta.xml")) {
      return; // meta.xml names the template a document was made from; nothing loads it
    }
    if (target.toLowerCase(Locale.ROOT).startsWith("vnd.sun.star.script")) {
      add("template.macro", name);
    } else if (element.equals("a")
        ? !LINK.matcher(target).matches()
        : element.equals("section-source")
            || !INSIDE.matcher(target).matches()
            || target.contains("..")) {
      add("template.external-link", target);
    }
  }
}
