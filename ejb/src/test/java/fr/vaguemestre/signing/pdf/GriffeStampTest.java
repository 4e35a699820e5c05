package fr.vaguemestre.signing.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.signing.pdf.GriffeStamp.Placement;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GriffeStampTest {
  private static final float MM = 72 / 25.4f;

  @TempDir Path folder;

  private interface Drawing {
    void on(PDPageContentStream content, PDFont font) throws IOException;
  }

  @Test
  void a_marker_cut_up_by_kerning_goes_and_its_neighbours_stay_in_place() throws IOException {
    Path pdf =
        pdf(
            (content, font) -> {
              content.beginText();
              content.setFont(font, 12);
              content.newLineAtOffset(100, 400);
              content.showTextWithPositioning(
                  new Object[] {"avant {", 30f, "{gri", -20f, "ffe}", 5f, "} après"});
              content.endText();
            });
    GriffeStamp.Result result = stamp(pdf, StampText.NONE);
    assertThat(result.markers()).isEqualTo(1);
    assertThat(text(out())).contains("avant", "après").doesNotContain("griffe", "{", "}");
    assertThat(glyphX(out(), "après")).isCloseTo(glyphX(pdf, "après"), within());
  }

  @Test
  void a_marker_cut_over_several_operators_goes_too() throws IOException {
    Path pdf =
        pdf(
            (content, font) -> {
              content.beginText();
              content.setFont(font, 12);
              content.newLineAtOffset(100, 400);
              for (String piece : List.of("{{", "grif", "fe", " }}")) {
                content.showText(piece);
              }
              content.endText();
            });
    assertThat(stamp(pdf, StampText.NONE).placement()).isEqualTo(Placement.AT_MARKER);
    assertThat(text(out())).isBlank();
  }

  @Test
  void the_box_covers_no_text_above_or_below() throws IOException {
    Path pdf =
        pdf(
            (content, font) -> {
              line(content, font, 300, 460, "Le Maire");
              line(content, font, 300, 440, "{{griffe}}");
              line(content, font, 300, 380, "Anne LEROY");
              line(content, font, 60, 415, "à gauche, rien ne gêne");
            });
    GriffeStamp.Result result = stamp(pdf, StampText.NONE);
    assertThat(result.placement()).isEqualTo(Placement.AT_MARKER);
    assertThat(result.y()).isGreaterThan(380 + 8);
    assertThat(result.y() + result.height()).isLessThan(460);
    assertThat(result.x()).isEqualTo(300);
    assertThat(ink(out(), result)).isPositive();
    assertThat(text(out())).contains("Le Maire", "Anne LEROY", "rien ne gêne");
  }

  @Test
  void a_marker_at_the_right_edge_keeps_the_box_on_the_paper() throws IOException {
    Path pdf = pdf((content, font) -> line(content, font, 530, 400, "{{griffe}}"));
    GriffeStamp.Result result = stamp(pdf, StampText.NONE);
    assertThat(result.x() + result.width()).isLessThanOrEqualTo(PDRectangle.A4.getWidth());
  }

  @Test
  void with_two_markers_the_last_one_is_stamped_and_both_go() throws IOException {
    Path pdf =
        pdf(
            (content, font) -> {
              line(content, font, 60, 700, "{{griffe}}");
              line(content, font, 300, 300, "{{ Griffe }}");
            });
    GriffeStamp.Result result = stamp(pdf, StampText.NONE);
    assertThat(result.markers()).isEqualTo(2);
    assertThat(result.y()).isLessThan(310);
    assertThat(text(out())).isBlank();
  }

  @Test
  void without_a_marker_it_goes_above_what_is_at_the_foot_of_the_last_page() throws IOException {
    Path pdf = pdf((content, font) -> line(content, font, 380, 60, "Affaire suivie par…"));
    GriffeStamp.Result result = stamp(pdf, StampText.NONE);
    assertThat(result.placement()).isEqualTo(Placement.LAST_PAGE);
    assertThat(result.fallback()).isTrue();
    assertThat(result.y()).isGreaterThan(60);
    assertThat(ink(out(), result)).isPositive();
  }

  @Test
  void a_full_last_page_gets_a_page_after_it() throws IOException {
    Path pdf =
        pdf(
            (content, font) -> {
              for (int y = 40; y < 820; y += 20) {
                line(content, font, 60, y, "une ligne bien remplie d’un bord à l’autre ".repeat(2));
              }
            });
    GriffeStamp.Result result = stamp(pdf, StampText.NONE);
    assertThat(result.placement()).isEqualTo(Placement.ADDED_PAGE);
    assertThat(result.page()).isEqualTo(2);
  }

  @Test
  void words_are_drawn_in_the_box_with_the_griffe() throws IOException {
    Path pdf = pdf((content, font) -> line(content, font, 100, 400, "{{griffe}}"));
    GriffeStamp.Result result =
        stamp(
            pdf,
            new StampText(
                List.of("Pour le Maire, par délégation"), "Anne LEROY", LocalDate.of(2026, 11, 1)));
    assertThat(text(out()))
        .contains("Pour le Maire, par délégation", "Anne LEROY", "Signé le 1er novembre 2026");
    assertThat(result.height()).isCloseTo(25 * MM, within());
  }

  @Test
  void whoever_signs_in_anothers_place_does_so_by_delegation_with_name_and_position()
      throws IOException {
    Path pdf = pdf((content, font) -> line(content, font, 100, 400, "{{griffe}}"));
    stamp(pdf, StampText.byDelegation("Catherine Morel", "Directrice générale des services"));
    assertThat(text(out()))
        .contains("Par délégation", "Catherine Morel, Directrice générale des services")
        .doesNotContain("absence");
    assertThat(StampText.byDelegation("Catherine Morel", " ").name()).isEqualTo("Catherine Morel");
  }

  private GriffeStamp.Result stamp(Path pdf, StampText text) throws IOException {
    return GriffeStamp.apply(pdf, PngGriffe.check(GriffeSamples.griffe()), text, out());
  }

  private Path out() {
    return folder.resolve("out.pdf");
  }

  private static org.assertj.core.data.Offset<Float> within() {
    return org.assertj.core.data.Offset.offset(0.05f);
  }

  private Path pdf(Drawing drawing) throws IOException {
    Path file = folder.resolve("in.pdf");
    try (var document = new PDDocument()) {
      var page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      PDFont font = StampFont.load(document);
      try (var content = new PDPageContentStream(document, page)) {
        drawing.on(content, font);
      }
      document.save(file.toFile());
    }
    return file;
  }

  private static void line(PDPageContentStream content, PDFont font, float x, float y, String words)
      throws IOException {
    content.beginText();
    content.setFont(font, 11);
    content.newLineAtOffset(x, y);
    content.showText(words);
    content.endText();
  }

  private static String text(Path pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static float glyphX(Path pdf, String words) throws IOException {
    try (var document = Loader.loadPDF(pdf.toFile())) {
      return new PageText(document.getPage(0)).find(words).getFirst().getFirst().x();
    }
  }

  /** Dark pixels inside the stamped box. */
  private static long ink(Path pdf, GriffeStamp.Result box) throws IOException {
    try (var document = Loader.loadPDF(pdf.toFile())) {
      BufferedImage image = new PDFRenderer(document).renderImage(box.page() - 1);
      int top = image.getHeight() - (int) (box.y() + box.height());
      int[] pixels =
          image.getRGB(
              (int) box.x(),
              top,
              (int) box.width(),
              (int) box.height(),
              null,
              0,
              (int) box.width());
      return Arrays.stream(pixels).filter(p -> (p & 0xff0000) < 0x600000).count();
    }
  }
}
