package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
