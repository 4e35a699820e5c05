package fr.vaguemestre.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.platform.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** BAT2: what is handed to the archives is valid, whatever people typed. */
class SedaManifestTest {
  private static Handover handover(String subject, List<Handover.Piece> pieces) {
    return new Handover(
        "V-2026-001",
        Instant.parse("2026-11-22T10:00:00Z"),
        "AD25",
        null,
        "PONT",
        List.of(
            new Handover.Letter(
                12,
                "PONT-2016-12",
                subject,
                "Réclamation ; Voirie",
                null,
                LocalDate.parse("2016-03-01"),
                Instant.parse("2016-03-01T08:00:00Z"),
                LocalDate.parse("2016-04-01"),
                LocalDate.parse("2026-12-31"),
                "P10Y",
                pieces)));
  }

  private static Handover.Piece piece() {
    return new Handover.Piece(
        "doc-1", "content/doc-1", "Lettre <1> & été.pdf", "application/pdf", "0a".repeat(64), 12);
  }

  @Test
  void BAT2_a_manifest_of_letters_with_and_without_files_is_valid() {
    SedaSchema.check(SedaManifest.of(handover("Objet", List.of(piece()))), null);
    SedaSchema.check(SedaManifest.of(handover("Objet", List.of())), null);
  }

  @Test
  void BAT2_what_xml_cannot_write_is_left_out_and_the_rest_stays() {
    var manifest = SedaManifest.of(handover("Un\u0000 <objet> & \uD83D\uDE00", List.of(piece())));
    SedaSchema.check(manifest, null);
    assertThat(new String(manifest, StandardCharsets.UTF_8))
        .contains("Un &lt;objet&gt; &amp; ")
        .contains("Lettre &lt;1&gt; &amp; été.pdf")
        .contains("<FinalAction>Keep</FinalAction>");
  }

  @Test
  void BAT2_an_invalid_manifest_is_refused() {
    assertThatThrownBy(() -> SedaSchema.check(SedaManifest.of(handover("", List.of())), null))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.key()).isEqualTo("retention.manifest-invalid"));
    var broken =
        new String(SedaManifest.of(handover("Objet", List.of(piece()))), StandardCharsets.UTF_8)
            .replace("group-12</", "group-13</");
    assertThatThrownBy(() -> SedaSchema.check(broken.getBytes(StandardCharsets.UTF_8), null))
        .isInstanceOf(Refusal.class);
  }
}
