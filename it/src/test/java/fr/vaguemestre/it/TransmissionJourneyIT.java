package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.vaguemestre.it.bench.SamplePdf;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** SEN2: a document handed to an outside service, found late, and its return. */
@Journey
class TransmissionJourneyIT {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final String SUBJECT = "Terrain en bord de lac : avis extérieur";

  @Test
  void SEN2_from_the_letter_to_the_outside_service_and_back(Browser assistant) {
    var id = register();
    var letter = "/correspondence/view.xhtml?id=" + id;
    var inBasket = ".rows a[href*='" + id + "']";
    var page = assistant.login("assistante").page();
    assistant.open(letter);
    page.locator(".letter-head .acts summary").click();
    page.locator(".letter-head .acts a[href$='do=transmit']").locator("visible=true").click();
    page.locator(".doing #go").waitFor();
    page.locator("#motive").fill("Pour avis sur le classement de la rive.");
    page.locator("#go").click();
    page.locator("#service-error .error").waitFor();
    page.waitForLoadState();
    assertThat(page.locator("#motive").inputValue())
        .isEqualTo("Pour avis sur le classement de la rive.");
    page.locator(".doing details.more summary").click();
    page.locator("#service-company").fill("Agence de l’eau du Val");
    page.locator("#service-street").fill("2 quai des Saules");
    page.locator("#service-postcode").fill("25300");
    page.locator("#service-city").fill("Pontarlieu");
    page.locator("#sentOn_input").fill(day(-30));
    page.locator("#expectedOn_input").fill(day(-10));
    page.locator("#registeredNumber").fill("1A 222 333");
    assistant.screenshot("transmit").assertAccessible().assertFitsNarrow();
    done(page);

    assertThat(page.locator("#transmissions").innerText())
        .contains("Agence de l’eau du Val", ".A", "Retour en retard", "1A 222 333", "terrain.pdf");
    assistant.screenshot("late").assertAccessible().assertFitsNarrow();
    assistant.open("/basket/list.xhtml?basket=RETURNS_LATE").screenshot("basket");
    page.locator(inBasket).first().waitFor();

    assistant.open(letter + "&do=record-return");
    page.locator("#comment").fill("Avis favorable sous réserve.");
    page.locator("#file")
        .setInputFiles(
            new FilePayload("avis-agence.pdf", "application/pdf", SamplePdf.ofPages("Avis", 1)));
    assistant.screenshot("return").assertAccessible().assertFitsNarrow();
    done(page);
    assertThat(page.locator("#transmissions").innerText())
        .contains("Revenue", "Avis favorable sous réserve.", "avis-agence.pdf");
    assertThat(page.locator(".files").last().innerText()).contains("avis-agence.pdf");
    assistant.open(letter + "&panel=history");
    assertThat(page.locator(".events").innerText())
        .contains("a transmis une pièce à un service extérieur (.A)", "a noté le retour");
    assistant.open("/basket/list.xhtml?basket=RETURNS_LATE");
    assertThat(page.locator(inBasket).count()).isZero();
    assistant.assertNoPageError();
  }

  private static void done(Page page) {
    page.locator("#go").click();
    page.waitForURL(url -> !url.contains("do="));
  }

  private static String day(int days) {
    return DateTimeFormatter.ofPattern("dd/MM/yyyy").format(LocalDate.now(PARIS).plusDays(days));
  }

  private static long register() {
    var answer =
        Rest.as("courrier")
            .post(
                "/v1/correspondence",
                List.of(
                    Rest.Part.json(
                        "metadata",
                        "{\"subject\":\"%s\",\"type\":\"SALLE\",\"unit\":\"DSP\"}"
                            .formatted(SUBJECT)),
                    Rest.Part.file(
                        "file", "terrain.pdf", "application/pdf", SamplePdf.ofPages(SUBJECT, 1))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Rest.json(answer).getJsonNumber("id").longValue();
  }
}
