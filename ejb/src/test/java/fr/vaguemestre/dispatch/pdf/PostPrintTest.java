package fr.vaguemestre.dispatch.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostPrintTest {
  private static final float MM = 72 / 25.4f;
  private static final List<String> TO =
      List.of("MME ANNE DURAND", "W".repeat(38), "12 RUE BASSE", "25300 PONTARLIEU");

  @TempDir Path folder;

  @Test
  void SEN1_each_letter_is_behind_its_address_sheet_in_the_order_chosen() throws IOException {
    var out = folder.resolve("out.pdf");
    PostPrint.write(
        List.of(envelope("A", pages(2)), envelope("B", null), envelope("C", pages(1))), false, out);
    try (var all = Loader.loadPDF(out.toFile())) {
      assertThat(all.getNumberOfPages()).isEqualTo(6);
      assertThat(text(all, 1)).contains("MME ANNE DURAND", "Réf. : A", "Recommandé n° 1A 1");
      assertThat(text(all, 2)).isBlank();
      assertThat(text(all, 4)).contains("Réf. : B");
      assertThat(text(all, 5)).contains("Réf. : C");
    }
  }

  @Test
  void SEN1_on_both_sides_each_letter_begins_on_a_sheet() throws IOException {
    var out = folder.resolve("out.pdf");
    PostPrint.write(List.of(envelope("A", pages(1)), envelope("B", pages(2))), true, out);
    try (var all = Loader.loadPDF(out.toFile())) {
      assertThat(all.getNumberOfPages()).as("2 + 2, then 2 + 2").isEqualTo(8);
      assertThat(text(all, 5)).contains("Réf. : B");
    }
  }

  @Test
  void SEN1_the_address_shows_in_the_window_and_nothing_else_does() throws IOException {
    var out = folder.resolve("out.pdf");
    PostPrint.write(List.of(envelope("A", null)), false, out);
    var inside = new ArrayList<String>();
    var seen = new StringBuilder();
    var stripper =
        new PDFTextStripper() {
          @Override
          protected void writeString(String text, List<TextPosition> places) {
            for (var place : places) {
              boolean right = place.getXDirAdj() >= 110 * MM - 1;
              boolean left = place.getXDirAdj() + place.getWidthDirAdj() <= 100 * MM + 1;
              assertThat(right || left).as(text).isTrue();
              if (right) {
                assertThat(place.getXDirAdj() + place.getWidthDirAdj())
                    .isLessThanOrEqualTo(195 * MM + 1);
                assertThat(place.getYDirAdj()).isBetween(50 * MM, 85 * MM);
              }
            }
            if (places.getFirst().getXDirAdj() >= 110 * MM - 1) {
              inside.add(text.strip());
            }
            seen.append(text);
          }
        };
    stripper.setSortByPosition(false);
    try (var all = Loader.loadPDF(out.toFile())) {
      stripper.getText(all);
    }
    assertThat(inside).isEqualTo(TO);
    assertThat(seen.toString()).contains("Direction des sports").doesNotContain("王");
  }

  private static PostPrint.Envelope envelope(String reference, Path reply) {
    return new PostPrint.Envelope(
        List.of("Direction des sports", "Ville de Pontarlieu 王", "1 place de l’Hôtel-de-Ville"),
        TO,
        reference,
        "1A 1",
        reply);
  }

  private Path pages(int count) throws IOException {
    var file = folder.resolve("reply-" + count + ".pdf");
    try (var made = new PDDocument()) {
      for (int i = 0; i < count; i++) {
        made.addPage(new PDPage(PDRectangle.A4));
      }
      made.save(file.toFile());
    }
    return file;
  }

  private static String text(PDDocument all, int page) throws IOException {
    var stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(all);
  }
}
