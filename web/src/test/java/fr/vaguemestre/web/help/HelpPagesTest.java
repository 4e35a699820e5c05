package fr.vaguemestre.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ORG8, O19, O20: the pages people learn from, and how they are found. */
class HelpPagesTest {
  private static final HelpSection FORGOTTEN =
      HelpSection.of(
              "assistant",
              "<section id=\"password\"><h2>Un mot de passe oublié</h2><p>Élève à la <b>clé</b></p></section>")
          .getFirst();

  @ParameterizedTest
  @ValueSource(strings = {"oublié", "OUBLIE", "oubl", "passe mot", "eleve", "clé"})
  void ORG8_words_are_found_whatever_their_accents_capitals_and_ends(String typed) {
    assertThat(FORGOTTEN.answers(typed)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "asse", "passe courrier", "section", "%"})
  void ORG8_what_is_not_said_is_not_found(String typed) {
    assertThat(FORGOTTEN.answers(typed)).isFalse();
  }

  @Test
  void ORG8_each_role_has_its_page_in_both_languages() throws IOException {
    for (var page : HelpPages.NAMES) {
      var french = sections(Locale.FRENCH, page).stream().map(HelpSection::id).toList();
      assertThat(french).as(page).hasSizeGreaterThan(4).doesNotHaveDuplicates();
      assertThat(sections(Locale.ENGLISH, page))
          .as(page)
          .extracting(HelpSection::id)
          .isEqualTo(french);
    }
  }

  @Test
  void ORG8_each_screen_is_sent_to_a_section_that_exists() throws IOException {
    for (var place : HelpPlace.all()) {
      assertThat(sections(Locale.FRENCH, place.page()))
          .as(place.screen())
          .extracting(HelpSection::id)
          .contains(place.section());
    }
    assertThat(HelpPlace.address("/basket/list.xhtml")).endsWith("page=agent#baskets");
    assertThat(HelpPlace.address("/admin/outbox.xhtml")).endsWith("page=operator#queue");
  }

  @Test
  void ORG8_every_page_of_the_administration_has_its_own_help() throws IOException {
    try (var pages = Files.list(Path.of("src/main/webapp/admin"))) {
      assertThat(pages)
          .extracting(p -> HelpPlace.address("/admin/" + p.getFileName()))
          .doesNotContain(HelpPlace.address("/index.xhtml"));
    }
  }

  private static List<HelpSection> sections(Locale locale, String page) throws IOException {
    return HelpSection.of(
        page, Files.readString(Path.of("src/main/webapp" + HelpPages.source(locale, page))));
  }
}
