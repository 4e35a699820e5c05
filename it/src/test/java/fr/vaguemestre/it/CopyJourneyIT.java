package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.vaguemestre.it.bench.SamplePdf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** CAP8: a consultation copy says on every page what it is a copy of; the original never does. */
@Journey
class CopyJourneyIT {
  private static final String PAGES = "Terrain de boules";

  @Test
  void CAP8_the_copy_that_is_downloaded_is_marked_and_the_original_is_as_it_came(
      Browser administrator) throws IOException {
    var town = ATown.founded("c.copie");
    var original = SamplePdf.ofPages(PAGES, 3);
    long letter = letter(town, "boules.pdf", original);
    var page = administrator.login(town.login(), ATown.PASSWORD).open(view(letter)).page();

    var copy = download(page, ".files a.copy");
    var words = text(copy);
    var chrono = page.locator("header .chrono").first().innerText();
    assertThat(words.split("Copie conforme de " + chrono + " au statut « ", -1)).hasSize(4);
    assertThat(words).contains(PAGES);
    assertThat(Files.readAllBytes(download(page, ".files li > a[href*='as=original']")))
        .isEqualTo(original);
    assertThat(text(shown(page))).doesNotContain("Copie conforme");
    administrator.assertAccessible().assertFitsNarrow();

    administrator.open("/admin/copies.xhtml");
    page.locator("#mark").fill("Vu {nom}");
    page.locator("#save").click();
    page.locator("#mark-error:has-text('{chrono}')").waitFor();
    assertThat(page.locator("#mark").inputValue()).isEqualTo("Vu {nom}");
    page.locator("#mark").fill("Consulté : {chrono}, {date}");
    page.locator("#marked").selectOption("SHOWN");
    page.locator("#save").click();
    page.locator(".flash .done").waitFor();
    administrator.screenshot("setting").assertAccessible().assertFitsNarrow();

    administrator.open(view(letter)).screenshot("shown");
    assertThat(text(shown(page)).split("Consulté : " + chrono, -1)).hasSize(4);
    administrator.assertNoPageError();
  }

  @Test
  void CAP8_a_document_that_cannot_be_marked_is_said_not_to_be_and_the_original_is_offered(
      Browser administrator) throws IOException {
    var town = ATown.founded("d.copie");
    long letter = letter(town, "protege.pdf", encrypted());
    var page = administrator.login(town.login(), ATown.PASSWORD).open(view(letter)).page();
    page.locator(".files a.copy").click();
    page.locator("[role=alert]:has-text('ne peut pas être marqué')").waitFor();
    page.waitForLoadState();
    assertThat(page.locator(".files li > a[href*='as=original']").count()).isEqualTo(1);
    administrator.screenshot("refused").assertAccessible();

    administrator.open("/admin/copies.xhtml");
    page.locator("#marked").selectOption("NONE");
    page.locator("#save").click();
    page.locator(".flash .done").waitFor();
    administrator.open(view(letter));
    assertThat(page.locator(".files a.copy").count()).isZero();
  }

  @Test
  void O8_there_is_no_copy_of_a_letter_one_does_not_see() {
    var town = ATown.founded("e.copie");
    long letter = letter(town, "boules.pdf", SamplePdf.ofPages(PAGES, 1));
    long document = ATown.number("select id from document where correspondence_id = " + letter);
    var copy = "/correspondence/copy?id=" + letter + "&document=" + document;
    assertThat(Visitor.as("courrier").get(copy).statusCode()).isEqualTo(404);
    var own = Visitor.as(town.login(), ATown.PASSWORD);
    assertThat(own.get(copy).statusCode()).isEqualTo(200);
    assertThat(own.get("/correspondence/copy?id=" + letter + "&document=zz").statusCode())
        .isEqualTo(404);
  }

  @Test
  void CAP8_programs_get_the_marked_copy_with_the_rights_of_the_screen() throws IOException {
    var town = ATown.founded("f.copie");
    long letter = letter(town, "boules.pdf", SamplePdf.ofPages(PAGES, 1));
    long document = ATown.number("select id from document where correspondence_id = " + letter);
    var address = "/v1/correspondence/" + letter + "/copies/" + document;
    var copy = town.administrator().download(address);
    assertThat(copy.statusCode()).isEqualTo(200);
    try (var pdf = Loader.loadPDF(copy.body())) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("Copie conforme de");
    }
    var tag = copy.headers().firstValue("ETag").orElseThrow();
    var again = town.administrator().request(address).header("If-None-Match", tag).GET();
    assertThat(town.administrator().send(again).statusCode()).isEqualTo(304);
    assertThat(Rest.as("courrier").get(address).statusCode()).isEqualTo(404);
    assertThat(town.administrator().get("/v1/correspondence/" + letter + "/copies/zz").statusCode())
        .isEqualTo(404);
    ATown.change("update tenant set copy_mark = 'NONE' where id = " + town.id());
    assertThat(town.administrator().get(address).statusCode()).isEqualTo(404);
  }

  private static long letter(ATown town, String name, byte[] pdf) {
    var answer =
        town.administrator()
            .post(
                "/v1/correspondence",
                List.of(
                    Rest.Part.json(
                        "metadata",
                        "{\"subject\":\"Boules\",\"type\":\"DIVERS\",\"unit\":\"MAIRIE\",\"sender\":{\"lastName\":\"Petit\"}}"),
                    Rest.Part.file("file", name, "application/pdf", pdf)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Rest.json(answer).getJsonNumber("id").longValue();
  }

  private static String view(long letter) {
    return "/correspondence/view.xhtml?id=" + letter;
  }

  private static Path download(Page page, String link) {
    return page.waitForDownload(() -> page.locator(link).first().click()).path();
  }

  /** What the viewer of the page shows. */
  private static Path shown(Page page) throws IOException {
    var url = page.locator("[data-viewer]").getAttribute("data-viewer");
    var file = Files.createTempFile("shown-", ".pdf");
    return Files.write(file, page.request().get(url).body());
  }

  private static String text(Path pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static byte[] encrypted() throws IOException {
    try (var document = Loader.loadPDF(SamplePdf.ofPages(PAGES, 1))) {
      var policy = new StandardProtectionPolicy("proprietaire", "", new AccessPermission());
      policy.setEncryptionKeyLength(128);
      document.protect(policy);
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }
}
