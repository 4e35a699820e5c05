package fr.vaguemestre.template.engine;

import static fr.vaguemestre.office.OfficeSamples.docxBody;
import static fr.vaguemestre.office.OfficeSamples.odtBody;
import static fr.vaguemestre.office.OfficeSamples.relation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.office.OfficeSamples;
import fr.vaguemestre.platform.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateEngineTest {
  private static final String ROW = "table:table-row";

  @TempDir Path folder;

  // ---- what a merge writes

  @ParameterizedTest
  @EnumSource
  void a_field_takes_its_value_and_a_date_is_written_in_french(TemplateFormat format)
      throws IOException {
    assertThat(
            lines(
                format,
                p("N° {{courrier.chrono}} du {{ Courrier.Date_Arrivée }}."),
                Map.of(
                    "courrier.chrono",
                    "2026A/42",
                    "courrier.date_arrivee",
                    LocalDate.of(2026, 11, 1))))
        .containsExactly("N° 2026A/42 du 1er novembre 2026.");
  }

  @ParameterizedTest
  @EnumSource
  void a_value_is_never_markup_nor_a_marker(TemplateFormat format) throws IOException {
    assertThat(
            lines(
                format,
                p("{{expediteur.nom}}|{{courrier.objet}}"),
                Map.of(
                    "expediteur.nom",
                    "<b>&amp; ]]> \u0000\u0001é😀",
                    "courrier.objet",
                    "{{griffe}}")))
        .containsExactly("<b>&amp; ]]> é😀|{ {griffe} }");
  }

  @ParameterizedTest
  @EnumSource
  void line_breaks_and_tabs_in_a_value_are_real_ones(TemplateFormat format) throws IOException {
    assertThat(
            lines(
                format,
                p("{{expediteur.adresse}}"),
                Map.of("expediteur.adresse", "12 rue des Lilas\r\nBât.\tB\n87000  LIMOGES")))
        .containsExactly("12 rue des Lilas⏎Bât.⇥B⏎87000  LIMOGES");
  }

  @ParameterizedTest
  @EnumSource
  void blank_lines_in_the_text_make_paragraphs(TemplateFormat format) throws IOException {
    assertThat(
            lines(format, p("{{texte}}"), Map.of("texte", "Un.\nDeux.\n\nTrois.\n \n\nQuatre.\n")))
        .containsExactly("Un.⏎Deux.", "Trois.", "Quatre.");
  }

  @ParameterizedTest
  @EnumSource
  void a_line_of_empty_fields_goes_and_a_blank_line_stays(TemplateFormat format)
      throws IOException {
    assertThat(
            lines(
                format,
                p("{{expediteur.nom}}") + p("{{expediteur.organisme}}") + p("") + p("fin"),
                Map.of("expediteur.nom", "DURAND")))
        .containsExactly("DURAND", "", "fin");
  }

  @ParameterizedTest
  @EnumSource
  void a_loop_over_paragraphs_repeats_them(TemplateFormat format) throws IOException {
    assertThat(
            lines(
                format,
                p("Pièces :")
                    + p("{{#pieces}}")
                    + p("{{piece.numero}}. {{piece.nom}}")
                    + p("")
                    + p("{{/pieces}}")
                    + p("fin"),
                PIECES))
        .containsExactly("Pièces :", "1. Plan", "", "2. Arrêté", "", "fin");
  }

  @ParameterizedTest
  @EnumSource
  void a_loop_within_a_line_repeats_its_words(TemplateFormat format) throws IOException {
    assertThat(lines(format, p("P.J. : {{#pieces}}{{piece.nom}} ; {{/pieces}}fin"), PIECES))
        .containsExactly("P.J. : Plan ; Arrêté ; fin");
  }

  @ParameterizedTest
  @EnumSource
  void a_condition_keeps_one_side(TemplateFormat format) throws IOException {
    String body =
        p("{{#si expediteur.organisme}}")
            + p("À {{expediteur.organisme}}")
            + p("{{#sinon}}")
            + p("À {{expediteur.nom}}")
            + p("{{/si}}")
            + p("fin");
    assertThat(lines(format, body, Map.of("expediteur.organisme", "ASSO")))
        .containsExactly("À ASSO", "fin");
    assertThat(lines(format, body, Map.of("expediteur.nom", "DURAND")))
        .containsExactly("À DURAND", "fin");
  }

  @ParameterizedTest
  @EnumSource
  void a_condition_within_a_line_keeps_one_side(TemplateFormat format) throws IOException {
    String body =
        p("{{#si expediteur.civilite}}{{expediteur.civilite}}{{#sinon}}Madame, Monsieur{{/si}},");
    assertThat(lines(format, body, Map.of("expediteur.civilite", "Docteur")))
        .containsExactly("Docteur,");
    assertThat(lines(format, body, Map.of())).containsExactly("Madame, Monsieur,");
  }

  @ParameterizedTest
  @EnumSource
  void loops_and_conditions_nest(TemplateFormat format) throws IOException {
    assertThat(
            lines(
                format,
                p("{{#si pieces}}")
                    + p("Pièces jointes :")
                    + p("{{#pieces}}")
                    + p("{{#si piece.nom}}- {{piece.nom}}{{/si}}")
                    + p("{{/pieces}}")
                    + p("{{/si}}")
                    + p("fin"),
                PIECES))
        .containsExactly("Pièces jointes :", "- Plan", "- Arrêté", "fin");
    assertThat(
            lines(
                format,
                p("{{#si pieces}}")
                    + p("{{#pieces}}")
                    + p("{{piece.nom}}")
                    + p("{{/pieces}}")
                    + p("{{/si}}")
                    + p("fin"),
                Map.of("pieces", List.of())))
        .containsExactly("fin");
  }

  @ParameterizedTest
  @EnumSource
  void a_loop_between_the_first_and_last_cell_repeats_the_row(TemplateFormat format)
      throws IOException {
    String body =
        table(row("N°", "Pièce") + row("{{#pieces}}{{piece.numero}}", "{{piece.nom}}{{/pieces}}"))
            + p("fin");
    assertThat(lines(format, body, PIECES))
        .containsExactly("N°", "Pièce", "1", "Plan", "2", "Arrêté", "fin");
    assertThat(lines(format, body, Map.of())).containsExactly("N°", "Pièce", "fin");
  }

  @ParameterizedTest
  @EnumSource
  void rows_that_only_open_and_close_a_loop_go(TemplateFormat format) throws IOException {
    String body =
        table(
                row("{{#pieces}}", "")
                    + row("{{piece.numero}}", "{{piece.nom}}")
                    + row("{{/pieces}}", ""))
            + p("fin");
    assertThat(lines(format, body, PIECES)).containsExactly("1", "Plan", "2", "Arrêté", "fin");
    String empty = merged(format, body, Map.of());
    assertThat(empty).doesNotContain("w:tbl>").doesNotContain("table:table>");
  }

  @Test
  void a_cell_emptied_by_a_condition_keeps_a_paragraph() throws IOException {
    String body =
        "<w:tbl><w:tr><w:tc>"
            + docxP("{{#si texte}}")
            + docxP("a")
            + docxP("{{/si}}")
            + "</w:tc></w:tr></w:tbl>"
            + docxP("fin");
    assertThat(part(merge(docxBody(body), Map.of()), "word/document.xml"))
        .containsPattern("<w:tc><w:p/></w:tc>");
  }

  @ParameterizedTest
  @EnumSource
  void without_a_griffe_the_marker_stays_white_on_white(TemplateFormat format) throws IOException {
    String white = merged(format, p("Le Maire {{ griffe }} fin"), Map.of());
    assertThat(white).contains(">{{griffe}}<");
    assertThat(white.toLowerCase(java.util.Locale.ROOT)).contains("ffffff");
    assertThat(lines(format, p("Le Maire {{griffe}} fin"), Map.of()))
        .containsExactly("Le Maire {{griffe}} fin");
    assertThat(lines(format, p("Le Maire {{griffe}} fin"), Map.of("griffe", "")))
        .containsExactly("Le Maire  fin");
  }

  @Test
  void a_marker_split_by_word_keeps_the_look_of_its_first_run() throws IOException {
    String body =
        "<w:p><w:r><w:t xml:space=\"preserve\">Objet : </w:t></w:r>"
            + "<w:r><w:rPr><w:b/></w:rPr><w:t>{{cour</w:t></w:r><w:proofErr w:type=\"spellStart\"/>"
            + "<w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/><w:r><w:rPr><w:i/></w:rPr>"
            + "<w:t>rier.ob</w:t></w:r><w:proofErr w:type=\"spellEnd\"/><w:r><w:t>jet}</w:t></w:r>"
            + "<w:r><w:lastRenderedPageBreak/><w:t>} fin</w:t></w:r></w:p>";
    String xml =
        part(merge(docxBody(body), Map.of("courrier.objet", "Bruit")), "word/document.xml");
    assertThat(xml).containsPattern("<w:b/></w:rPr><w:t[^>]*/?>(</w:t>)?<w:t[^>]*>Bruit</w:t>");
    assertThat(linesOf(TemplateFormat.DOCX, xml)).containsExactly("Objet : Bruit fin");
  }

  @Test
  void a_marker_split_by_libreoffice_keeps_the_look_of_its_first_span() throws IOException {
    String body =
        "<text:p>Objet : {{<text:span text:style-name=\"T1\">courrier.</text:span>"
            + "<text:bookmark text:name=\"x\"/><text:soft-page-break/><text:span"
            + " text:style-name=\"T2\"><text:span>ob</text:span>jet}</text:span>} fin</text:p>";
    String xml = part(merge(odtBody(body), Map.of("courrier.objet", "Bruit")), "content.xml");
    assertThat(xml).contains("Objet : Bruit<text:span");
    assertThat(linesOf(TemplateFormat.ODT, xml)).containsExactly("Objet : Bruit fin");
  }

  @Test
  void headers_and_footers_are_filled() throws IOException {
    byte[] docx =
        docxBody(
            docxP("x"),
            Map.of(
                "word/header1.xml",
                "<w:hdr " + OfficeSamples.W + ">" + docxP("{{service.nom}}") + "</w:hdr>",
                "word/footer2.xml",
                "<w:ftr "
                    + OfficeSamples.W
                    + ">"
                    + docxP("Tél. {{agent.telephone}}")
                    + "</w:ftr>"));
    Map<String, String> values = Map.of("service.nom", "Voirie", "agent.telephone", "05");
    assertThat(part(merge(docx, values), "word/header1.xml")).contains(">Voirie<");
    assertThat(part(merge(docx, values), "word/footer2.xml")).contains(">05<");
  }

  @Test
  void a_text_box_inside_a_paragraph_is_its_own_paragraph() throws IOException {
    String body =
        "<w:p><w:r><w:pict><w:txbxContent>"
            + docxP("{{expediteur.nom}}")
            + "</w:txbxContent></w:pict></w:r><w:r><w:t>Objet :"
            + " {{courrier.objet}}</w:t></w:r></w:p>";
    assertThat(
            part(
                merge(
                    docxBody(body), Map.of("expediteur.nom", "DURAND", "courrier.objet", "Bruit")),
                "word/document.xml"))
        .contains(">DURAND<")
        .contains(">Bruit<");
  }

  @Test
  void deleted_text_of_tracked_changes_is_not_a_marker() throws IOException {
    String body =
        "<w:p><w:del><w:r><w:delText>{{inconnu}}</w:delText></w:r></w:del><w:ins><w:r><w:t>ok"
            + "</w:t></w:r></w:ins></w:p>";
    assertThat(check(TemplateFormat.DOCX, docxBody(body))).isEmpty();
  }

  @Test
  void the_other_entries_come_out_byte_for_byte_and_the_odt_type_first() throws IOException {
    byte[] odt = odtBody("<text:p>{{texte}}</text:p>", Map.of("Pictures/x.png", "IMAGE"));
    byte[] merged = merge(odt, Map.of("texte", "a"));
    assertThat(part(merged, "Pictures/x.png")).isEqualTo("IMAGE");
    assertThat(new String(merged, 30, 8, StandardCharsets.US_ASCII)).isEqualTo("mimetype");
    assertThat(merge(odt, Map.of("texte", "a"))).isEqualTo(merged);
  }

  @Test
  void the_fields_of_a_template_are_listed() throws IOException {
    Path file =
        write(
            docxBody(
                docxP(
                    "{{courrier.objet}} {{#pieces}}{{piece.nom}}{{/pieces}} {{#si"
                        + " Texte}}x{{/si}}")));
    assertThat(TemplateEngine.fields(file))
        .containsExactly("courrier.objet", "piece.nom", "pieces", "texte");
  }

  @Test
  void a_merge_is_bounded() {
    var many = java.util.stream.IntStream.range(0, 20_000).mapToObj(i -> Map.of("nom", i)).toList();
    assertThatThrownBy(
            () ->
                merged(
                    TemplateFormat.DOCX,
                    p("{{#pieces}}") + p("{{piece.nom}}") + p("{{/pieces}}"),
                    Map.of("pieces", many)))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("template.too-many-items"));
  }

  // ---- what a check says

  @ParameterizedTest
  @CsvSource({
    "courrier.chron, courrier.chrono",
    "courier.objet, courrier.objet",
    "expediteur.adrese, expediteur.adresse",
    "chrono, courrier.chrono",
    "text, texte",
    "xyzzyplugh, ''"
  })
  void an_unknown_field_is_named_with_the_nearest_one(String wrong, String right)
      throws IOException {
    assertThat(check(TemplateFormat.DOCX, docxBody(docxP("Vu {{" + wrong + "}} ici"))))
        .containsExactly(
            new TemplateProblem(
                "template.unknown-field", "page 1 : « Vu {{" + wrong + "}} ici »", wrong, right));
  }

  @ParameterizedTest
  @EnumSource
  void a_good_template_has_no_problem(TemplateFormat format) throws IOException {
    assertThat(
            problems(
                format,
                p("{{courrier.objet}}")
                    + p("{{#pieces}}")
                    + p("{{piece.nom}}")
                    + p("{{/pieces}}")
                    + p("{{griffe}}")))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void blocks_that_do_not_close_are_told(TemplateFormat format) throws IOException {
    assertThat(problems(format, p("{{#pieces}}") + p("a")))
        .containsExactly("template.block-not-closed");
    assertThat(problems(format, p("a {{/si}}"))).containsExactly("template.block-not-opened");
    assertThat(problems(format, p("{{#si texte}}a{{/pieces}}")))
        .containsExactly("template.block-mismatch");
    assertThat(problems(format, p("{{#sinon}}"))).containsExactly("template.else-misplaced");
    assertThat(problems(format, p("Vu {{#si texte}}") + p("a") + p("{{/si}}")))
        .containsExactly("template.block-not-alone");
    assertThat(problems(format, p("{{#si texte}}") + table(row("a", "{{/si}}"))))
        .containsExactly("template.block-crosses");
  }

  @ParameterizedTest
  @EnumSource
  void other_mistakes_are_told(TemplateFormat format) throws IOException {
    assertThat(problems(format, p("{{texte"))).containsExactly("template.marker-broken");
    assertThat(problems(format, p("texte}}"))).containsExactly("template.marker-broken");
    assertThat(problems(format, p("{{piece.nom}}"))).containsExactly("template.field-outside-loop");
    assertThat(problems(format, p("{{#piece}}{{/piece}}")))
        .containsExactly("template.unknown-loop");
    assertThat(problems(format, p("{{griffe}} {{griffe}}")))
        .containsExactly("template.griffe-twice");
  }

  @Test
  void a_broken_template_is_not_merged() {
    assertThatThrownBy(() -> merge(docxBody(docxP("{{#pieces}}")), Map.of()))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("template.block-not-closed"));
  }

  @Test
  void custom_fields_are_known_when_the_town_has_them() throws IOException {
    Path file = write(docxBody(docxP("{{champ.parcelle}}")));
    assertThat(
            TemplateEngine.check(
                file, TemplateFormat.DOCX, FieldCatalogue.with(java.util.Set.of("champ.parcelle"))))
        .isEmpty();
  }

  // ---- what a template may not carry

  @Nested
  class Hostile {
    @Test
    void macros() throws IOException {
      hostile("template.macro", docxBody(docxP("x"), Map.of("word/vbaProject.bin", "x")));
      hostile(
          "template.macro",
          docxBody(
              docxP("x"),
              Map.of(
                  "[Content_Types].xml",
                  "<Types"
                      + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
                      + " PartName=\"/word/document.xml\""
                      + " ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>")));
      hostile("template.macro", odtBody("<text:p/>", Map.of("Basic/Standard/Module1.xml", "<x/>")));
      hostile("template.macro", odtBody("<text:p/>", Map.of("Scripts/python/a.py", "x")));
      hostile(
          "template.macro",
          odtBody("<office:event-listeners><script:event-listener/></office:event-listeners>"));
      hostile(
          "template.macro",
          odtBody("<text:p><text:a xlink:href=\"vnd.sun.star.script:a.b\">x</text:a></text:p>"));
    }

    @Test
    void pictures_and_templates_from_elsewhere() throws IOException {
      hostile("template.external-link", docxWith(relation("image", "http://spy.example/x.png")));
      hostile("template.external-link", docxWith(relation("hyperlink", "file:///etc/passwd")));
      hostile(
          "template.attached-template", docxWith(relation("attachedTemplate", "http://x/a.dotm")));
      for (String href :
          List.of("http://spy.example/x.png", "../x.png", "/etc/passwd", "file:///x")) {
        hostile(
            "template.external-link",
            odtBody(
                "<text:p><draw:frame><draw:image xlink:href=\""
                    + href
                    + "\"/></draw:frame></text:p>"));
      }
      hostile(
          "template.external-link",
          odtBody("<text:section><text:section-source xlink:href=\"a.odt\"/></text:section>"));
    }

    @Test
    void a_plain_web_or_mail_link_is_fine() throws IOException {
      for (String link : List.of("https://www.ville.fr", "mailto:courrier@ville.fr")) {
        assertThat(check(TemplateFormat.DOCX, docxWith(relation("hyperlink", link)))).isEmpty();
        assertThat(
                check(
                    TemplateFormat.ODT,
                    odtBody("<text:p><text:a xlink:href=\"" + link + "\">x</text:a></text:p>")))
            .isEmpty();
      }
    }

    @Test
    void embedded_objects_and_chunks() throws IOException {
      hostile("template.ole-object", docxBody(docxP("x"), Map.of("word/embeddings/a.bin", "x")));
      hostile(
          "template.ole-object",
          docxBody("<w:p><w:r><w:object><o:OLEObject/></w:object></w:r></w:p>"));
      hostile(
          "template.ole-object",
          odtBody("<text:p><draw:frame><draw:object-ole/></draw:frame></text:p>"));
      hostile("template.alt-chunk", docxBody("<w:altChunk r:id=\"x\"/>" + docxP("x")));
    }

    @Test
    void fields_that_fetch() throws IOException {
      hostile("template.dde", docxBody(fieldP("DDE", "AUTO c:\\\\windows\\\\cmd.exe")));
      hostile("template.external-field", docxBody(fieldP("  INCLUDETEXT \"/etc/", "passwd\"")));
      hostile(
          "template.external-field",
          docxBody("<w:p><w:fldSimple w:instr=\" INCLUDEPICTURE http://x/y.png \"/></w:p>"));
      hostile(
          "template.dde",
          odtBody(
              "<text:dde-connection-decls><text:dde-connection-decl/></text:dde-connection-decls>"));
      assertThat(check(TemplateFormat.DOCX, docxBody(fieldP("PAGE", "")))).isEmpty();
    }

    @Test
    void a_dtd() throws IOException {
      String bomb =
          "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b SYSTEM"
              + " \"file:///etc/passwd\">]><x>&b;</x>";
      hostile("template.dtd", docxBody("x", Map.of("word/document.xml", bomb)));
      hostile("template.dtd", odtBody("x", Map.of("styles.xml", bomb)));
      hostile("template.dtd", docxBody(docxP("x"), Map.of("docProps/app.xml", bomb)));
    }

    @Test
    void bombs_and_damage() throws IOException {
      hostile("template.too-large", OfficeSamples.docxBomb());
      hostile("template.damaged", docxBody("<w:p>".repeat(500) + "</w:p>".repeat(500)));
      hostile("template.damaged", docxBody("<w:p>"));
      hostile("template.damaged", docxBody(docxP("x"), Map.of("../../evil.xml", "<x/>")));
      hostile("template.not-a-template", "pas un document".getBytes());
      byte[] whole = docxBody(docxP("x"));
      hostile("template.damaged", java.util.Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void a_format_that_is_not_the_one_said() throws IOException {
      assertThat(check(TemplateFormat.ODT, docxBody(docxP("x"))))
          .extracting(TemplateProblem::key)
          .containsExactly("template.not-what-it-says");
    }

    private void hostile(String key, byte[] bytes) throws IOException {
      boolean odt = new String(bytes, StandardCharsets.ISO_8859_1).startsWith("mimetype", 30);
      assertThat(check(odt ? TemplateFormat.ODT : TemplateFormat.DOCX, bytes))
          .extracting(TemplateProblem::key)
          .contains(key);
      assertThatThrownBy(() -> merge(bytes, Map.of()))
          .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).isEqualTo(key));
    }

    private byte[] docxWith(String relations) throws IOException {
      return docxBody(docxP("x"), Map.of("word/_rels/document.xml.rels", relations));
    }

    private String fieldP(String start, String end) {
      return "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>"
          + start
          + "</w:instrText></w:r><w:r><w:instrText>"
          + end
          + "</w:instrText></w:r><w:r><w:fldChar"
          + " w:fldCharType=\"separate\"/></w:r><w:r><w:t>x</w:t></w:r><w:r><w:fldChar"
          + " w:fldCharType=\"end\"/></w:r></w:p>";
    }
  }

  // ---- one body, written for both formats

  private static final Map<String, Object> PIECES =
      Map.of(
          "pieces",
          List.of(
              Map.of("piece.numero", 1, "piece.nom", "Plan"),
              Map.of("numero", 2, "nom", "Arrêté")));

  private static String p(String text) {
    return "<P>" + text.replace("<", "&lt;") + "</P>";
  }

  private static String docxP(String text) {
    return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
  }

  private static String row(String... cells) {
    return "<ROW><CELL>" + p(cells[0]) + "</CELL><CELL>" + p(cells[1]) + "</CELL></ROW>";
  }

  private static String table(String rows) {
    return "<TABLE>" + rows + "</TABLE>";
  }

  private static byte[] template(TemplateFormat format, String body) throws IOException {
    if (format == TemplateFormat.DOCX) {
      return docxBody(
          body.replace("<P>", "<w:p><w:r><w:t xml:space=\"preserve\">")
              .replace("</P>", "</w:t></w:r></w:p>")
              .replace("ROW>", "w:tr>")
              .replace("CELL>", "w:tc>")
              .replace("TABLE>", "w:tbl>"));
    }
    return odtBody(
        body.replace("P>", "text:p>")
            .replace("ROW>", ROW + ">")
            .replace("CELL>", "table:table-cell>")
            .replace("TABLE>", "table:table>"));
  }

  private List<String> lines(TemplateFormat format, String body, Map<String, ?> values)
      throws IOException {
    return linesOf(format, merged(format, body, values));
  }

  private String merged(TemplateFormat format, String body, Map<String, ?> values)
      throws IOException {
    String part = format == TemplateFormat.DOCX ? "word/document.xml" : "content.xml";
    return part(merge(template(format, body), values), part);
  }

  /** The text of each paragraph; ⏎ for a break, ⇥ for a tab. */
  private static List<String> linesOf(TemplateFormat format, String xml) {
    String flat =
        xml.replaceAll("<(w:br|text:line-break)/>", "⏎")
            .replaceAll("<(w:tab|text:tab)/>", "⇥")
            .replaceAll("<text:s/>", " ")
            .replaceAll("<(w:p|text:p)/>", "¶");
    String end = format == TemplateFormat.DOCX ? "</w:p>" : "</text:p>";
    flat = flat.replace(end, "¶").replaceAll("<[^>]+>", "");
    flat =
        flat.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&#128512;", "😀")
            .replace("&amp;", "&");
    return List.of(flat.strip().replaceFirst("¶$", "").split("¶", -1));
  }

  private byte[] merge(byte[] template, Map<String, ?> values) throws IOException {
    var out = new ByteArrayOutputStream();
    TemplateEngine.merge(write(template), values, out);
    return out.toByteArray();
  }

  private List<String> problems(TemplateFormat format, String body) throws IOException {
    return check(format, template(format, body)).stream().map(TemplateProblem::key).toList();
  }

  private List<TemplateProblem> check(TemplateFormat format, byte[] bytes) throws IOException {
    return TemplateEngine.check(write(bytes), format, FieldCatalogue.standard());
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("template"), bytes);
  }

  private static String part(byte[] archive, String name) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError(name + " is not in the archive");
  }
}
