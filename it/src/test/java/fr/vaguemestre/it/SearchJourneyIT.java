package fr.vaguemestre.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding a letter: words, a facet, the address that can be sent to a colleague. */
@Journey
class SearchJourneyIT {
  private static final String HITS = ".hits > li";

  @Test
  void words_are_found_and_marked_and_a_facet_narrows(Browser assistant) {
    assistant.login("assistante").open("/search.xhtml?q=salle");
    var page = assistant.page();
    int all = page.locator(HITS).count();
    assertThat(all).isPositive();
    assertThat(page.locator(".snip mark").first().innerText()).isNotBlank();
    assistant.screenshot("results").assertAccessible().assertFitsNarrow().assertNoPageError();

    page.locator("ul[aria-labelledby=facet-type] a").last().click();
    page.waitForURL("**type=**");
    assertThat(page.locator(HITS).count()).isBetween(1, all - 1);
    assertThat(page.locator(".facets a[aria-current]").count()).isEqualTo(1);
    assertThat(page.locator("#c-type").count()).as("nobody opened the form").isZero();

    page.locator("#advanced").click();
    page.waitForURL("**advanced=true**");
    page.locator("ul[aria-labelledby=facet-type] a[aria-current]").click();
    page.waitForURL(url -> !url.contains("type="));
    assertThat(page.locator("#c-type").count()).as("the open form stays open").isEqualTo(1);
  }

  /** Nine tags, one more than a facet shows. */
  @Test
  void SEA2_what_a_facet_does_not_show_at_first_is_reached_by_the_keyboard(Browser assistant) {
    var town = ATown.founded("s.roseau");
    long letter = town.letter("Nomenclature", "Des roseaux.");
    town.awaitFound("roseaux", 1);
    ATown.change(
        """
        with tags as (
          insert into tag (tenant_id, id, key, label)
            select %1$d, nextval('row_id'), 'roseau' || g, 'roseau' || g from generate_series(1, 9) g returning id)
        insert into correspondence_tag (tenant_id, correspondence_id, tag_id) select %1$d, %2$d, id from tags;
        insert into index_queue (tenant_id, correspondence_id) values (%1$d, %2$d)
        """
            .formatted(town.id(), letter));
    town.awaitFound("roseaux&tag=roseau9", 1);
    assistant.login(town.login(), ATown.PASSWORD).open("/search.xhtml?q=roseaux");
    var page = assistant.page();
    var last = page.locator(".facets details.more a");
    assertThat(last.count()).isEqualTo(1);
    assertThat(last.isVisible()).isFalse();
    page.locator(".facets details.more summary").focus();
    page.keyboard().press("Enter");
    assertThat(last.isVisible()).isTrue();
    assistant.assertAccessible().assertFitsNarrow();
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.waitForURL("**tag=roseau9**");
    assertThat(page.locator(".facets a[aria-current]").count()).isEqualTo(1);
  }

  @Test
  void SEA2_criteria_stand_in_the_address_and_the_form_shows_them_again(Browser assistant) {
    assistant.login("assistante").open("/search.xhtml?q=");
    var page = assistant.page();
    int all = Integer.parseInt(page.locator("#found").innerText().replaceAll("\\D", ""));
    assertThat(page.locator("#c-unit").count()).as("thousands of units, unasked for").isZero();
    page.locator("#advanced").click();
    page.locator("#c-subject").fill("salle");
    page.locator("#c-from").fill("2020-01-01");
    page.locator("#c-files").selectOption("no");
    assertThat(page.locator("#c-units option").count()).isBetween(1, 50);
    page.locator("#c-unit").fill("DSP");
    page.locator("#c-below").check();
    page.locator("#c-find").click();
    page.waitForURL("**subject=salle**");
    assertThat(page.url()).contains("from=2020-01-01", "files=no", "unit=DSP", "below=true");
    assertThat(page.locator("#criteria").getAttribute("open")).isNotNull();
    assertThat(page.locator("#c-subject").inputValue()).isEqualTo("salle");
    assertThat(page.locator("#c-below").isChecked()).isTrue();
    assertThat(page.locator("#c-unit").inputValue()).isEqualTo("DSP");
    var unit = page.locator("#c-unit-help").innerText();
    assertThat(unit).as("its name").isNotBlank().isNotEqualTo("DSP");
    assertThat(Integer.parseInt(page.locator("#found").innerText().replaceAll("\\D", "")))
        .isLessThan(all);
    assistant.screenshot("criteria").assertAccessible().assertFitsNarrow().assertNoPageError();
    page.locator("#c-unit").fill(unit);
    page.locator("#c-find").click();
    page.waitForURL(url -> !url.contains("unit=DSP"));
    assertThat(page.locator("#c-unit").inputValue()).as("found by its name").isEqualTo("DSP");
    page.locator("#c-unit").fill("Service des licornes");
    page.locator("#c-find").click();
    page.waitForURL("**licornes**");
    assertThat(page.locator("#c-unit-help").innerText()).contains("Aucun service", "licornes");
    assistant.assertAccessible();
  }

  @Test
  void SEA2_criteria_of_a_link_are_shown_with_what_is_chosen_and_the_lists_when_asked_for(
      Browser assistant) {
    assistant.login("assistante").open("/search.xhtml?q=salle&from=2020-01-01&unit=DSP&below=true");
    var page = assistant.page();
    assertThat(page.locator("#c-from").inputValue()).isEqualTo("2020-01-01");
    assertThat(page.locator("#c-unit").inputValue()).isEqualTo("DSP");
    assertThat(page.locator("#c-type").count()).isZero();
    assistant.screenshot("criteria-used").assertAccessible().assertFitsNarrow();
    page.locator("#c-lists").click();
    page.waitForURL("**advanced=true**");
    assertThat(page.locator("#c-type option").count()).isGreaterThan(1);
    assertThat(page.locator("#c-unit").inputValue()).isEqualTo("DSP");
    page.locator("#c-find").click();
    page.waitForURL("**unit=DSP**");
    assistant.assertNoPageError();
  }

  @Test
  void SEA2_no_file_is_said_with_its_reason_and_nothing_else_is(Browser assistant) {
    assistant.login("assistante").open("/search.xhtml?q=salle&unmade=csv&why=search.export-busy");
    var page = assistant.page();
    assertThat(page.locator("#unmade").innerText()).contains("Trop d’exports");
    assistant.screenshot("unmade").assertAccessible();
    assistant.open("/search.xhtml?q=salle&unmade=csv&why=shell.search");
    assertThat(page.locator("#unmade").innerText()).contains("n’a pas pu être fait");
    assistant.open("/search.xhtml?q=salle&unmade=exe&why=search.export-busy");
    assertThat(page.locator("#unmade").count()).isZero();
    assistant.assertNoPageError();
  }

  @Test
  void SEA2_a_search_is_kept_found_again_and_taken_away(Browser assistant) {
    var name = "Salles " + System.nanoTime();
    var page = assistant.login("assistante").open("/search.xhtml?q=salle&unit=DSP").page();
    page.locator("#keep").click();
    page.locator("#name").fill(name);
    page.locator("#unit").selectOption("DSP");
    page.locator("#save").click();
    var line =
        page.locator("ul.kept li").filter(new Locator.FilterOptions().setHasText(name)).first();
    line.waitFor();
    assertThat(line.innerText()).contains("« salle »");
    var alone = name + " pour moi";
    assistant.open("/search.xhtml?q=salle&unit=DSP");
    page.locator("#keep").click();
    page.locator("#name").fill(alone);
    page.locator("#save").click();
    line.waitFor();
    assertThat(
            ATown.number(
                "select count(*) from kept_search where unit_id is null and name = '"
                    + alone
                    + "'"))
        .as("the search's unit is not the one it is shared with")
        .isEqualTo(1);
    ATown.change("delete from kept_search where name = '" + alone + "'");
    assistant.open("/search/kept.xhtml");
    assertThat(page.locator("section[aria-labelledby=recent] li").count()).isPositive();
    assistant.screenshot("kept").assertAccessible().assertFitsNarrow().assertNoPageError();
    line.locator("a").click();
    page.waitForURL("**unit=DSP**");
    assistant.open("/search/kept.xhtml");
    line.locator("button").click();
    page.waitForLoadState();
    line.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    assistant.assertNoPageError();
  }

  @Test
  void SEA2_recent_searches_are_erased_and_no_longer_kept(Browser assistant) {
    var page = assistant.login("assistante2").open("/search.xhtml?q=voirie").page();
    assistant.open("/search/kept.xhtml");
    var recent = page.locator("section[aria-labelledby=recent] li");
    assertThat(recent.allInnerTexts()).anyMatch(line -> line.contains("voirie"));
    page.locator("#forget").click();
    page.locator("#remember").waitFor();
    assertThat(recent.count()).isZero();
    assistant.open("/search.xhtml?q=voirie").open("/search/kept.xhtml");
    assertThat(recent.count()).isZero();
    page.locator("#remember").click();
    page.locator("#forget").waitFor();
    assistant.assertNoPageError();
  }

  @Test
  void SEA2_what_was_found_leaves_as_a_file_of_each_kind_and_no_formula(
      Browser assistant, @TempDir Path folder) throws IOException {
    var subject = "=cmd|' /C calc'!A0 export " + System.nanoTime();
    AReply.drafted(subject);
    var mark = subject.substring(subject.lastIndexOf(' ') + 1);
    ATown.until(
        () -> Rest.json(AReply.ASSISTANT.get("/v1/search?q=" + mark)), r -> r.getInt("total") == 1);
    var page = assistant.login("assistante").open("/search.xhtml?q=" + mark).page();
    var files = new HashMap<String, byte[]>();
    for (var kind : List.of("csv", "ods", "pdf")) {
      var download =
          page.waitForDownload(() -> page.locator("#export button[value=" + kind + "]").click());
      assertThat(download.suggestedFilename()).isEqualTo("courriers." + kind);
      download.saveAs(folder.resolve(kind));
      files.put(kind, Files.readAllBytes(folder.resolve(kind)));
    }
    assertThat(new String(files.get("csv"), UTF_8)).contains("'=cmd").doesNotContain(";=cmd");
    assertThat(new String(files.get("ods"), 0, 100, ISO_8859_1))
        .contains("opendocument.spreadsheet");
    try (var pdf = Loader.loadPDF(files.get("pdf"))) {
      assertThat(new PDFTextStripper().getText(pdf)).contains(mark);
    }
    assertThat(
            ATown.number(
                "select count(*) from journal_entry where action = 'EXPORT_SEARCH' and facts like '%letters=1%'"))
        .isGreaterThanOrEqualTo(3);
  }

  @Test
  void SEA1_the_page_grows_under_the_pointer_and_escape_takes_it_away(Browser assistant) {
    var page = assistant.login("assistante").open("/search.xhtml?q=salle").page();
    var thumb = page.locator(".hit img.thumb").first();
    thumb.hover();
    page.waitForCondition(() -> thumb.boundingBox().width > 200);
    page.keyboard().press("Escape");
    page.waitForCondition(() -> thumb.boundingBox().width < 100);
    assistant.assertNoPageError();
  }

  @Test
  void nothing_found_says_what_to_try(Browser assistant) {
    assistant.login("assistante").open("/search.xhtml?q=zzyzxqw");
    assertThat(assistant.page().locator(HITS).count()).isZero();
    assertThat(assistant.page().locator(".empty").innerText()).contains("Aucun courrier");
    assistant.assertAccessible().assertNoPageError();
  }

  @Test
  void a_reader_of_another_town_finds_only_their_own(Browser other) {
    other.login("courrier2").open("/search.xhtml?q=");
    assertThat(other.page().locator(".hits .chrono").allInnerTexts())
        .isNotEmpty()
        .allMatch(chrono -> !chrono.startsWith("PONT"));
  }
}
