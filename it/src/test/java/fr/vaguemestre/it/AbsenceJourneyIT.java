package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** ORG5 on screen: the mayor goes away, the director general signs, the history says for whom. */
@Journey
class AbsenceJourneyIT {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final String IN_ABSENCE = "en l’absence de Dominique Sorel";

  @Test
  void ORG5_the_replacement_signs_in_the_absence_of_the_mayor(Browser mayor, Browser director) {
    var page = mayor.login("elu").page();
    mayor.open("/account/absence.xhtml");
    dates(page, 1, -1);
    page.locator("#save").click();
    page.locator("#endsAt-error").getByText("La fin doit venir après le début").waitFor();
    assertThat(page.locator("#startsAt_input").inputValue()).isEqualTo(day(1));
    mayor.screenshot("wrong").assertAccessible();
    dates(page, -1, 1);
    page.locator("select[id$=basket]").selectOption("TO_SIGN");
    Browser.choose(page.locator("input[id$=baskets_input]"), "morel");
    mayor.screenshot("declare").assertFitsNarrow();
    page.locator("#save").click();
    page.waitForURL("**/account/absences.xhtml*");
    assertThat(page.locator("main").innerText()).contains("En cours", "Catherine Morel : À signer");
    mayor.screenshot("mine").assertAccessible().assertFitsNarrow();

    signInPlaceOfTheMayor(director);

    mayor.open("/");
    assertThat(page.locator("main").innerText()).contains("Vous êtes déclaré absent");
    mayor.open("/account/absences.xhtml");
    page.locator("main .events a").first().click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.locator(".confirm > summary").click();
    page.locator("#cancel").click();
    page.waitForURL("**/account/absences.xhtml*");
    director.open("/");
    assertThat(director.page().locator("main").innerText()).doesNotContain("Vous remplacez");
    mayor.assertNoPageError();
    director.assertNoPageError();
  }

  private static void signInPlaceOfTheMayor(Browser director) {
    var page = director.login("dgs").page();
    assertThat(page.locator("main").innerText()).contains("Vous remplacez Dominique Sorel");
    director.screenshot("replacing").assertAccessible().assertFitsNarrow();
    director.open("/basket/list.xhtml?basket=TO_SIGN");
    assertThat(page.locator(".rows").innerText()).contains(IN_ABSENCE);
    director.screenshot("basket").assertAccessible();
    var letter =
        page.locator(".rows a.row")
            .filter(new Locator.FilterOptions().setHasText(IN_ABSENCE))
            .first()
            .getAttribute("data-open-href");
    director.open(letter + "&do=sign");
    assertThat(page.locator(".doing").innerText())
        .contains("Vous agissez en l’absence de Dominique Sorel");
    director.screenshot("sign").assertAccessible();
    page.locator("#password").fill("demo");
    page.locator("#go").click();
    page.waitForURL(url -> !url.contains("do="));
    director.open(letter + "&panel=history");
    assertThat(page.locator(".events").innerText()).contains("a signé", IN_ABSENCE);
    director.open(letter + "&panel=reply");
    assertThat(page.locator(".side").innerText()).contains("Catherine Morel, " + IN_ABSENCE);
    director.screenshot("proof").assertAccessible();
    assertThat(signed(page, letter))
        .contains("Par délégation", "Catherine Morel")
        .doesNotContain("En l’absence de Dominique Sorel");
  }

  /** What the signed letter says, as it leaves. */
  private static String signed(Page page, String letter) {
    var original = page.locator("#versions a[href*='as=original']").first().getAttribute("href");
    var answer = page.request().get(original.replace("&as=original", ""));
    try (var document = Loader.loadPDF(answer.body())) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException("the signed reply of " + letter, e);
    }
  }

  private static void dates(Page page, int from, int until) {
    fill(page, "#startsAt_input", day(from));
    page.locator("#startTime").fill("08:00");
    fill(page, "#endsAt_input", day(until));
    page.locator("#endTime").fill("18:00");
  }

  private static void fill(Page page, String field, String text) {
    page.locator(field).fill(text);
    page.locator(field).press("Tab");
  }

  private static String day(int fromToday) {
    return DAY.format(LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(fromToday));
  }
}
