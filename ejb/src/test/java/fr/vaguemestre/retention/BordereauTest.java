package fr.vaguemestre.retention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.qualification.Disposition;
import fr.vaguemestre.qualification.RetentionStart;
import fr.vaguemestre.retention.pdf.ListPaper;
import fr.vaguemestre.tenant.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** BAT2: the list as the archives get it. */
class BordereauTest {
  private static RetentionLine line(LineState state, RetentionLine.Visa visa) {
    return line(state, null, visa);
  }

  private static RetentionLine line(LineState state, String reason, RetentionLine.Visa visa) {
    return new RetentionLine(
        7,
        1,
        10,
        3L,
        state,
        Disposition.DESTROY,
        reason,
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

  private static Tenant town() {
    var zone = ZoneId.of("Europe/Paris");
    return new Tenant(
        1, "PONT", "Pontarlieu", null, zone, null, null, null, true, true, false, false);
  }

  private static RetentionList list() {
    return list(null);
  }

  private static RetentionList list(Instant signedAt) {
    return new RetentionList(
        3,
        1,
        "E-2027-001",
        Disposition.DESTROY,
        ListState.PROPOSED,
        Instant.EPOCH,
        null,
        signedAt,
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
  void BAT2_the_csv_the_pdf_and_the_attestation_say_why_a_line_left_its_list() throws IOException {
    var lines =
        List.of(
            line(LineState.WITHDRAWN, "retention.withdrawn.held", null),
            line(LineState.REFUSED, "Intérêt historique.", null));
    assertThat(Bordereau.rows(lines))
        .allSatisfy(row -> assertThat(row).hasSameSizeAs(Bordereau.columns()))
        .extracting(List::getLast)
        .containsExactly("gelé pour contentieux", "Intérêt historique.");
    var text = new Attestation(town(), list(Instant.EPOCH), lines, Instant.EPOCH).text();
    assertThat(text)
        .contains(
            "retiré, non détruit : gelé pour contentieux.\n",
            "refusé par les archives : Intérêt historique.\n");
  }

  /** Each reason the application gives is told in words. */
  @Test
  void BAT2_no_reason_is_a_key() throws IOException {
    var source =
        Files.readString(Path.of("src/main/java/fr/vaguemestre/retention/Withdrawals.java"));
    var keys =
        Pattern.compile("retention\\.withdrawn\\.[a-z-]+")
            .matcher(source)
            .results()
            .map(MatchResult::group)
            .distinct()
            .toList();
    assertThat(keys).hasSizeGreaterThan(5);
    assertThat(keys)
        .allSatisfy(
            key ->
                assertThat(Bordereau.why(line(LineState.WITHDRAWN, key, null)))
                    .doesNotContain("retention."));
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
