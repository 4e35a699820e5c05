package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** BAT2 on screens: from what is due to the attestation, and what is handed to the archives. */
@Journey
class RetentionJourneyIT {
  @Test
  void BAT2_an_archivist_goes_from_due_to_attested(Browser archivist) throws IOException {
    var town = ATown.founded("c.un");
    long gone = old(town, "Tilleul à abattre", "DESTROY");
    long kept = old(town, "Platane à garder", "DESTROY");
    var night = new Night(town);
    assertThat(night.run("retention").getString("state")).isEqualTo("DONE");
    assertThat(night.notes("retention", "FOUND")).anyMatch(n -> n.contains("retention-proposed"));

    var page =
        archivist
            .login(town.login(), ATown.PASSWORD)
            .open("/admin/retention.xhtml?on=2035-01-01")
            .page();
    archivist.screenshot("due").assertAccessible().assertFitsNarrow();
    page.locator("#all a").first().click();
    page.locator("#lines").waitFor();
    archivist.screenshot("proposed").assertAccessible().assertFitsNarrow();
    var csv = page.waitForDownload(() -> page.locator("#csv").click());
    assertThat(Files.readString(csv.path()))
        .contains("Sort final", "élimination")
        .doesNotContain("Tilleul");
    starts("%PDF", page, "#pdf");

    page.locator("#password").fill("Un-Autre-2026!");
    page.locator("#sign").click();
    page.locator(".error, .summary").first().waitFor();
    page.locator("#password").fill(ATown.PASSWORD);
    page.locator("#sign").click();
    page.locator("#grant").waitFor();
    page.locator("#grant").click();
    page.locator(".summary").first().waitFor();
    page.waitForLoadState();

    row(page, gone).locator("input[type=checkbox]").check();
    page.locator("#number").fill("AD25-2026-118");
    page.locator("#grantedOn_input")
        .fill(
            DateTimeFormatter.ofPattern("dd/MM/yyyy")
                .format(LocalDate.now(ZoneId.of("Europe/Paris"))));
    page.locator("#signatory").fill("La directrice des archives");
    archivist.screenshot("visa").assertAccessible();
    page.locator("#grant").click();
    row(page, gone).getByText("AD25-2026-118").waitFor();

    row(page, kept).locator("input[type=checkbox]").check();
    page.locator("#reason").fill("Intérêt historique");
    page.locator("#refuse").click();
    row(page, kept).getByText("Refusé").waitFor();
    assertThat(night.run("retention").getString("state")).isEqualTo("DONE");
    assertThat(night.notes("retention", "SKIPPED")).isEmpty();

    page.reload();
    page.locator("#attestation").waitFor();
    archivist.screenshot("attested").assertAccessible().assertFitsNarrow();
    starts("%PDF", page, "#attestation");
    assertThat(night.rows("document", "correspondence_id = " + gone)).isZero();
    assertThat(night.rows("document", "correspondence_id = " + kept)).isEqualTo(1);
    assertThat(
            night.rows(
                "retention_line",
                "state = 'DUE' and outcome is null and correspondence_id = " + kept))
        .isEqualTo(1);
    archivist.open("/correspondence/view.xhtml?id=" + gone);
    page.getByText("Courrier détruit").first().waitFor();
    archivist.open("/correspondence/view.xhtml?id=" + kept);
    page.locator("#hold-reason").fill("Recours");
    page.locator("#place-hold").click();
    page.locator("#lift-hold").waitFor();
    archivist.screenshot("hold").assertAccessible().assertFitsNarrow().assertNoPageError();
  }

  @Test
  void BAT2_what_is_kept_is_handed_over_as_a_seda_package(Browser archivist) throws IOException {
    var town = ATown.founded("c.deux");
    old(town, "Charte d’amitié", "KEEP");
    assertThat(new Night(town).run("retention").getString("state")).isEqualTo("DONE");
    var page = archivist.login(town.login(), ATown.PASSWORD).open("/admin/retention.xhtml").page();
    page.locator("#all a").first().click();
    page.locator("#agency").fill("AD25");
    var zip = page.waitForDownload(() -> page.locator("#hand").click());
    try (var read = new ZipFile(zip.path().toFile())) {
      var manifest =
          new String(
              read.getInputStream(read.getEntry("manifest.xml")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(manifest)
          .contains("fr:gouv:culture:archivesdefrance:seda:v2.1", "Charte d’amitié", "AD25");
      assertThat(read.stream().filter(e -> e.getName().startsWith("content/")).count())
          .isEqualTo(1);
    }
    page.reload();
    page.getByText("Versé").first().waitFor();
    archivist.screenshot("handed").assertAccessible().assertFitsNarrow().assertNoPageError();
  }

  /** A letter of that subject closed six years ago, of a type that goes that way after five. */
  private static long old(ATown town, String subject, String disposition) {
    ATown.change(
        "update document_type set retention = 'P5Y', retention_start = 'CLOSING', final_disposition = '%s' where tenant_id = %d"
            .formatted(disposition, town.id()));
    long letter = town.letter(subject, "Un texte de " + subject + ".");
    ATown.change(
        "update correspondence set closed = true, state = 'CLOSED', state_since = now() - interval '6 years' where id = "
            + letter);
    return letter;
  }

  private static Locator row(Page page, long letter) {
    var chrono = ATown.texts("select chrono from correspondence where id = " + letter).getFirst();
    return page.locator("#lines tbody tr", new Page.LocatorOptions().setHasText(chrono));
  }

  private static void starts(String with, Page page, String link) throws IOException {
    var file = page.waitForDownload(() -> page.locator(link).click());
    assertThat(new String(Files.readAllBytes(file.path()), StandardCharsets.ISO_8859_1))
        .startsWith(with);
  }
}
