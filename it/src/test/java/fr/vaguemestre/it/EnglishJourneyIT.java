package fr.vaguemestre.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The screens in English: none of our French words is left. What the town itself wrote (states,
 * actions, baskets, types) stays as the town wrote it.
 */
@Journey
class EnglishJourneyIT {
  private static final Path MESSAGES = Path.of("../web/src/main/resources/messages");
  private static final String TEXTS =
      """
      (() => {
        const town = '.rail li, .tile, .acts, .chip, .rows, .doing h2, #basket-name, .facts dd, .hit,'
          + ' .facets ul:not([aria-labelledby=facet-channel]),'
          + ' #c-units, #criteria select:not(#c-channel):not(#c-category) option:not([value=""])';
        const texts = [];
        const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walk.nextNode())
          if (!walk.currentNode.parentElement.closest(town)) texts.push(walk.currentNode.textContent);
        for (const e of document.querySelectorAll('*'))
          for (const a of ['aria-label', 'title', 'placeholder', 'alt'])
            if (e.hasAttribute(a) && !e.closest(town)) texts.push(e.getAttribute(a));
        texts.push(document.title.split(' · ')[0]);
        return texts.map(t => t.trim());
      })()
      """;

  @Test
  void no_french_label_is_left(Browser assistant, Browser clerk) throws IOException {
    var french = french();
    assistant.login("assistante").open("/preferences?lang=en&back=/");
    var page = assistant.page();
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    assistant.screenshot("home").assertAccessible();
    assertEnglish(assistant, french);
    page.navigate("/basket/list.xhtml?basket=TO_PROCESS");
    var letter = page.locator("a.row").first().getAttribute("data-open-href");
    for (var address :
        List.of(
            "/basket/list.xhtml?basket=TO_PROCESS",
            letter,
            letter + "&panel=reply",
            letter + "&panel=notes",
            letter + "&panel=history",
            letter + "&do=redirect",
            letter + "&do=request-contribution",
            "/search.xhtml?q=salle",
            "/search.xhtml?q=salle&advanced=true&unmade=csv&why=search.export-busy",
            "/search.xhtml?q=zzyzxqw",
            "/account/account.xhtml")) {
      assistant.open(address);
      assertEnglish(assistant, french);
    }
    assistant.open(letter).screenshot("letter");
    clerk.login("courrier").open("/preferences?lang=en&back=/capture/register.xhtml");
    clerk.page().locator("#save").click();
    clerk.page().locator(".summary").waitFor();
    clerk.screenshot("register").assertAccessible();
    assertEnglish(clerk, french);
  }

  @SuppressWarnings("unchecked")
  private static void assertEnglish(Browser person, Set<String> french) {
    assertThat((List<String>) person.page().evaluate(TEXTS))
        .as("texts of %s", person.page().url())
        .isNotEmpty()
        .doesNotContainAnyElementsOf(french);
  }

  /** The French words of the screens that are no English words too. */
  private static Set<String> french() throws IOException {
    var french = new HashSet<String>();
    var english = new HashSet<String>();
    try (var files = Files.list(MESSAGES)) {
      for (var file : files.toList()) {
        var words = new Properties();
        try (var in = Files.newBufferedReader(file, UTF_8)) {
          words.load(in);
        }
        var all = file.toString().endsWith("_fr.properties") ? french : english;
        words.values().forEach(word -> all.add(word.toString().strip()));
      }
    }
    french.removeAll(english);
    return french;
  }
}
