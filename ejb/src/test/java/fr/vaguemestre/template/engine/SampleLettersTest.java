package fr.vaguemestre.template.engine;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.extraction.tika.child.CopyMark;
import fr.vaguemestre.office.jod.LibreOfficeConverter;
import fr.vaguemestre.office.jod.LibreOfficeSettings;
import fr.vaguemestre.signing.pdf.GriffeSamples;
import fr.vaguemestre.signing.pdf.GriffeStamp;
import fr.vaguemestre.signing.pdf.PngGriffe;
import fr.vaguemestre.signing.pdf.StampText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.preflight.parser.PreflightParser;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped templates, from the archive to the stamped PDF; results stay in target/letters. */
class SampleLettersTest {
  private static final Path OUT = Path.of("target/letters");
  private static final float MM = 72 / 25.4f;

  @TempDir static Path work;
  private static LibreOfficeConverter office;

  @BeforeAll
  static void open() throws IOException {
    Files.createDirectories(OUT);
    office = new LibreOfficeConverter(LibreOfficeSettings.usual(work));
  }

  @AfterAll
  static void close() {
    office.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"reponse-courrier.odt", "reponse-courrier.docx", "accuse-reception.docx"})
  void a_shipped_template_goes_all_the_way_to_a_stamped_pdf_a(String name) throws IOException {
    Path template = shipped(name);
    TemplateFormat format = name.endsWith("odt") ? TemplateFormat.ODT : TemplateFormat.DOCX;
    assertThat(TemplateEngine.check(template, format, FieldCatalogue.standard())).isEmpty();
    assertThat(TemplateEngine.fields(template)).contains("griffe", "agent.nom", "service.nom");

    Path letter = OUT.resolve(name);
    try (var out = Files.newOutputStream(letter)) {
      TemplateEngine.merge(template, values(), out);
    }
    Path pdf = kept(office.toPdf(letter, format.mediaType(), work), name + ".pdf");
    assertThat(text(pdf))
        .contains("Émilie DURAND", "Ville de Pontarlieu", "12 novembre 2026", "{{griffe}}")
        .doesNotContain("{{#", "{{c", "{{e", "{{t");

    Path signed = OUT.resolve(name + ".signed.pdf");
    GriffeStamp.Result result =
        GriffeStamp.apply(pdf, PngGriffe.check(GriffeSamples.griffe()), StampText.NONE, signed);
    assertThat(result.placement()).isEqualTo(GriffeStamp.Placement.AT_MARKER);
    assertThat(result.height()).isGreaterThan(20 * MM);
    assertThat(text(signed)).doesNotContain("griffe").contains("Anne LEROY");
    assertThat(PreflightParser.validate(signed.toFile()).getErrorsList()).isEmpty();

    try (var out = Files.newOutputStream(OUT.resolve(name + ".copy.pdf"))) {
      CopyMark.apply(
          signed, "Copie conforme de 2026A/1042 au statut « Signé » le 12 novembre 2026", out);
    }
    assertThat(text(OUT.resolve(name + ".copy.pdf")))
        .contains("Copie conforme de 2026A/1042 au statut « Signé » le 12 novembre 2026");
  }

  /** NF Z 11-001 and the window of a DL envelope: left ≥ 105 mm, between 45 and 85 mm down. */
  @ParameterizedTest
  @ValueSource(strings = {"reponse-courrier.odt", "reponse-courrier.docx", "accuse-reception.docx"})
  void the_address_is_in_the_envelopes_window(String name) throws IOException {
    Path letter = work.resolve(name);
    try (var out = Files.newOutputStream(letter)) {
      TemplateEngine.merge(shipped(name), values(), out);
    }
    String type =
        name.endsWith("odt") ? TemplateFormat.ODT.mediaType() : TemplateFormat.DOCX.mediaType();
    Path pdf = office.toPdf(letter, type, work);
    for (String line : List.of("Association des riverains", "12 rue des Lilas", "Bâtiment B")) {
      float[] at = position(pdf, line);
      assertThat(at[0] / MM).as(line + " x").isBetween(105f, 120f);
      assertThat(at[1] / MM).as(line + " y").isBetween(45f, 85f);
    }
  }

  @Test
  void words_beside_the_griffe_keep_the_pdf_a_valid() throws IOException {
    Path letter = work.resolve("words.odt");
    try (var out = Files.newOutputStream(letter)) {
      TemplateEngine.merge(shipped("reponse-courrier.odt"), values(), out);
    }
    Path pdf = office.toPdf(letter, TemplateFormat.ODT.mediaType(), work);
    Path signed = OUT.resolve("words.signed.pdf");
    GriffeStamp.apply(
        pdf,
        PngGriffe.check(GriffeSamples.griffe()),
        new StampText(List.of("Par délégation"), null, LocalDate.of(2026, 11, 12)),
        signed);
    assertThat(PreflightParser.validate(signed.toFile()).getErrorsList()).isEmpty();
    assertThat(text(signed)).contains("Par délégation", "Signé le 12 novembre 2026");
  }

  @Test
  void the_manual_names_every_field_and_every_refusal() throws IOException {
    String manual = Files.readString(Path.of("../docs/admin/templates.md"));
    for (TemplateField field : TemplateField.values()) {
      String marker = (field.isLoop() ? "#" : "") + field.marker();
      assertThat(manual).contains("`{{" + marker + "}}` | " + field.label());
    }
    var code = new StringBuilder();
    try (var sources = Files.list(Path.of("src/main/java/fr/vaguemestre/template/engine"))) {
      for (Path source : sources.toList()) {
        code.append(Files.readString(source));
      }
    }
    java.util.regex.Pattern.compile("\"(template\\.[a-z-]+)\"")
        .matcher(code)
        .results()
        .map(result -> result.group(1))
        .forEach(key -> assertThat(manual).contains("`" + key + "`"));
  }

  @Test
  void a_long_letter_keeps_its_signature_together() throws IOException {
    var values = new HashMap<>(values());
    values.put(
        "texte",
        "Un paragraphe assez long pour remplir la page. ".repeat(14).concat("\n\n").repeat(4));
    Path letter = OUT.resolve("long.docx");
    try (var out = Files.newOutputStream(letter)) {
      TemplateEngine.merge(shipped("reponse-courrier.docx"), values, out);
    }
    Path pdf = kept(office.toPdf(letter, TemplateFormat.DOCX.mediaType(), work), "long.pdf");
    Path signed = OUT.resolve("long.signed.pdf");
    GriffeStamp.Result result =
        GriffeStamp.apply(pdf, PngGriffe.check(GriffeSamples.griffe()), StampText.NONE, signed);
    assertThat(result.placement()).isEqualTo(GriffeStamp.Placement.AT_MARKER);
    assertThat(result.page()).isEqualTo(2);
  }

  private static Map<String, Object> values() {
    var values = new HashMap<String, Object>();
    values.put("collectivite.nom", "Ville de Pontarlieu");
    values.put("collectivite.commune", "Pontarlieu");
    values.put("collectivite.telephone", "05 55 00 00 00");
    values.put("collectivite.site", "www.pontarlieu.example");
    values.put("service.nom", "Direction de la voirie et de l’espace public");
    values.put("service.adresse", "Hôtel de ville, 1 place de la République\n87000 PONTARLIEU");
    values.put("service.telephone", "05 55 00 00 10");
    values.put("service.email", "voirie@pontarlieu.example");
    values.put("agent.prenom", "Karim");
    values.put("agent.nom", "MARTIN");
    values.put("agent.fonction", "instructeur voirie");
    values.put("agent.telephone", "05 55 00 00 12");
    values.put("courrier.chrono", "2026A/1042");
    values.put("courrier.objet", "Stationnement gênant rue des Lilas");
    values.put("courrier.type", "réclamation");
    values.put("courrier.date_courrier", LocalDate.of(2026, 11, 2));
    values.put("courrier.date_arrivee", LocalDate.of(2026, 11, 4));
    values.put("courrier.date_limite", LocalDate.of(2027, 1, 4));
    values.put("reponse.date", LocalDate.of(2026, 11, 12));
    values.put("expediteur.civilite", "Madame");
    values.put("expediteur.prenom", "Émilie");
    values.put("expediteur.nom", "DURAND");
    values.put("expediteur.organisme", "Association des riverains");
    values.put(
        "expediteur.adresse", "12 rue des Lilas\nBâtiment B, appartement 14\n87000 PONTARLIEU");
    values.put(
        "signataire.fonction", "Pour le Maire et par délégation,\nl’adjointe à l’espace public");
    values.put("signataire.nom", "Anne LEROY");
    values.put(
        "texte",
        "Vous avez appelé mon attention sur le stationnement gênant constaté devant l’école, aux"
            + " heures d’entrée et de sortie des élèves.\n\nMes services se sont rendus sur place"
            + " le 9 novembre. Des potelets seront posés avant la fin du mois :\n– trois devant le"
            + " n° 12 ;\n– deux à l’angle de la rue du Moulin.\n\nLa police municipale passera"
            + " régulièrement d’ici là.");
    values.put(
        "pieces",
        List.of(
            Map.of("numero", 1, "nom", "Plan de situation"),
            Map.of("numero", 2, "nom", "Arrêté n° 2026-118")));
    return values;
  }

  private static Path shipped(String name) throws IOException {
    try (InputStream in = TemplateEngine.class.getResourceAsStream("/templates/" + name)) {
      return Files.write(Files.createTempFile(work, "template", name), in.readAllBytes());
    }
  }

  private static Path kept(Path pdf, String name) throws IOException {
    return Files.move(pdf, OUT.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static float[] position(Path pdf, String words) throws IOException {
    float[] found = new float[2];
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      new PDFTextStripper() {
        @Override
        protected void writeString(String line, List<TextPosition> glyphs) {
          if (line.contains(words) && found[0] == 0) {
            TextPosition first = glyphs.get(line.indexOf(words));
            found[0] = first.getXDirAdj();
            found[1] = first.getYDirAdj();
          }
        }
      }.getText(document);
    }
    assertThat(found[0]).as(words).isPositive();
    return found;
  }
}
