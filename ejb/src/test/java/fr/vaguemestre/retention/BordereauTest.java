package fr.vaguemestre.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.qualification.Disposition;
import fr.vaguemestre.qualification.RetentionStart;
import fr.vaguemestre.retention.pdf.ListPaper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** BAT2: the list as the archives get it. */
class BordereauTest {
  private static RetentionLine line(LineState state, RetentionLine.Visa visa) {
    return new RetentionLine(
        7,
        1,
        10,
        3L,
        state,
        Disposition.DESTROY,
        null,
        "PONT-2016-12",
        "=Réclamation",
        "Voirie",
        LocalDate.parse("2016-03-01"),
        LocalDate.parse("2016-04-01"),
        "P10Y",
        RetentionStart.YEAR_END,
        Disposition.DESTROY,
        LocalDate.parse("2026-12-31"),
        2,
        4096,
        null,
        visa);
  }

  private static RetentionList list() {
    return new RetentionList(
        3,
        1,
        "E-2027-001",
        Disposition.DESTROY,
        ListState.PROPOSED,
        Instant.EPOCH,
        null,
        null,
        null,
        null,
        null,
        null,
        1,
        1,
        0);
  }

  @Test
  void BAT2_what_was_signed_does_not_change_with_the_visas() {
    var before = Bordereau.sha256(list(), List.of(line(LineState.PROPOSED, null)));
    var visa = new RetentionLine.Visa("V12", LocalDate.parse("2027-02-01"), "La directrice");
    assertThat(Bordereau.sha256(list(), List.of(line(LineState.GRANTED, visa)))).isEqualTo(before);
    assertThat(Bordereau.rows(List.of(line(LineState.GRANTED, visa))).getFirst())
        .hasSameSizeAs(Bordereau.columns())
        .contains("31/12/2026", "visé", "V12", "01/02/2027", "La directrice");
  }

  @Test
  void BAT2_a_long_list_fits_its_pages_with_its_head_on_each() throws IOException {
    var rows =
        Bordereau.rows(
            IntStream.range(0, 120).mapToObj(i -> line(LineState.SIGNED, null)).toList());
    var paper = new ListPaper("Ville · E-2027-001");
    paper.heading("Bordereau d’élimination E-2027-001");
    paper.table(Bordereau.columns(), rows);
    try (var pdf = Loader.loadPDF(paper.bytes())) {
      assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
      var text = new PDFTextStripper().getText(pdf);
      assertThat(text).contains("E-2027-001", "PONT-2016-12", "31/12/2026");
      assertThat(text.split("Signataire")).hasSize(pdf.getNumberOfPages() + 1);
    }
  }
}
