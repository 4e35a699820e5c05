package fr.vaguemestre.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.contact.ContactsGone.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchedWordsTest {
  private static final Person GONE =
      new Person("Le Goffé", "Zoé", "zoe.le-goffe@exemple.fr", "+33 6 91 23 45 67");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=le+goffe",
        "q=d%C3%A9p%C3%B4t+%22LE-GOFF%C3%89%22*",
        "sender=le+goff%C3%A9",
        "subject=plainte+de+le+goffe~",
        "tag=le+goffe",
        "email=zoe.le-goffe%40exemple.fr",
        "q=06+91.23-45+67",
        "q=0691234567&type=DIVERS"
      })
  void GRC8_the_name_the_address_and_the_number_are_found_however_they_are_written(String asked) {
    var words = SearchedWords.of("", Asked.parse(asked));
    assertThat(words.name(GONE)).isTrue();
    assertThat(words.words()).containsAnyElementsOf(SearchedWords.keys(List.of(GONE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=goffe+le",
        "q=le+goff",
        "q=zoe",
        "agent=le+goffe",
        "type=LE+GOFFE",
        "email=exemple.fr",
        "q=91234567",
        "q=facture+2026+0417"
      })
  void GRC8_what_is_not_their_name_is_nobody(String asked) {
    assertThat(SearchedWords.of("", Asked.parse(asked)).name(GONE)).isFalse();
  }

  @Test
  void GRC8_the_name_of_a_kept_search_counts_too() {
    assertThat(SearchedWords.of("Dossier Le Goffé", Asked.NOTHING).name(GONE)).isTrue();
  }

  @Test
  void GRC8_a_name_as_short_as_an_article_counts_with_the_first_name_alone() {
    var gone = new Person("Lê", "Mai", null, null);
    assertThat(SearchedWords.of("le marché").name(gone)).isFalse();
    assertThat(SearchedWords.of("mai lê").name(gone)).isTrue();
  }

  @Test
  void GRC8_nobody_of_whom_nothing_is_known_is_found_nowhere() {
    var nobody = new Person(null, null, null, "poste 12");
    assertThat(SearchedWords.keys(List.of(nobody))).isEmpty();
    assertThat(SearchedWords.of("poste 12").name(nobody)).isFalse();
  }
}
