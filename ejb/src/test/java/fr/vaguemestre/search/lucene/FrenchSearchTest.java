package fr.vaguemestre.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vaguemestre.search.Hits;
import fr.vaguemestre.search.IndexedLetter;
import fr.vaguemestre.search.SearchWish;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in French, and in which order. */
class FrenchSearchTest {
  private static final Set<String> CLERK = Set.of("u:1");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private LuceneSearchIndex index;

  @BeforeEach
  void open() {
    index = new LuceneSearchIndex(folder, CLOCK);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          école | les écoles
          ecoles | une École
          L'ECOLE | vers l’école
          l’ecole | L'ÉCOLE
          d'urbanisme | permis d’urbanisme
          qu'il | ce qu’il faut
          aujourd'hui | Aujourd’hui même
          auto* | une autorisation
          auto* | l’automobile
          AUTO* | automobiles
          CCAS | au CCAS de la ville
          ccas | C.C.A.S.
          C.C.A.S | le CCAS
          R.S.A. | le RSA
          rsa | le R.S.A. versé
          N-7 | la N7 coupée
          N7 | la N-7 coupée
          n-7 | la N 7 coupée
          03 81 12 34 56 | tél. 03.81.12.34.56
          0381123456 | tél : 03 81 12 34 56.
          03.81.12.34.56 | +33 3 81 12 34 56
          03 81 12 34 56 | 0381123456
          œuvre | oeuvre d'art
          oeuvres | l’œuvre
          "salle polyvalente" | la salle polyvalente
          "Salle Polyvalente" | LA SALLE POLYVALENTE
          viterie~ | une vitrerie
          marie~ | la mairie
          asainissement~ | l’assainissement
          Saint-Pierre | place saint pierre
          saint pierre | place Saint-Pierre
          saint-pierre | place Saint-\u2028Pierre
          saintpierre~ | SaintPierre
          procès-verbal | les procès-verbaux
          proces verbaux | procès-verbal
          e-mail | mon email
          animaux | un animal
          réclamations | RECLAMATION
          chevaux | un cheval
          dupont@ville.fr | jean.dupont@ville.fr
          ville.fr | Dupont@Ville.fr
          12,50 | 12,50 €
          2026/0417 | dossier 2026/0417
          le pont de la ville | pont ville
          voirie OU eau | eau
          voirie ET eau | eau et voirie
          (pont) | pont
          ete | l'e\u0301te\u0301 dernier
          fichier | ﬁchier
          """)
  void is_found(String query, String text) {
    written(letter(1, text), letter(2, "rien"));
    assertThat(ids(query)).containsExactly(1L);
  }

  @ParameterizedTest(name = "{0} does not find {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          auto | une autorisation
          "route nationale" | nationale route
          "salle polyvalente" | la salle et la polyvalente
          eau -pont | eau sous le pont
          vite~ | une vitrerie
          pont eau -bois | bois
          auto* | le bateau
          N-7 | la N 8 et 7 ponts
          1482 | 14820
          """)
  void is_not_found(String query, String text) {
    written(letter(1, text));
    assertThat(ids(query)).isEmpty();
  }

  @Test
  void words_cut_at_a_line_end_are_found() {
    written(letter(1, "la commu-\nnication et Saint-\nPierre"));
    assertThat(ids("communication")).containsExactly(1L);
    assertThat(ids("saint-pierre")).containsExactly(1L);
  }

  @Test
  void a_phrase_does_not_run_from_one_document_into_another() {
    written(IndexedLetter.of(1, CLERK).subject("la route").text("nationale").build());
    assertThat(ids("\"route nationale\"")).isEmpty();
    assertThat(ids("route nationale")).containsExactly(1L);
  }

  @Test
  void the_word_as_written_comes_before_its_relatives() {
    written(
        letter(1, "les relations"),
        letter(2, "des relations"),
        letter(3, "la relation"),
        letter(4, "relations"));
    assertThat(ids("relation").getFirst()).isEqualTo(3L);
  }

  @Test
  void the_subject_weighs_more_than_the_text() {
    written(
        IndexedLetter.of(1, CLERK).subject("Pont").text("rien à dire").build(),
        IndexedLetter.of(2, CLERK).subject("rien").text("pont à dire").build());
    assertThat(ids("pont")).containsExactly(1L, 2L);
  }

  @Test
  void of_like_letters_the_newest_comes_first() {
    written(
        IndexedLetter.of(3, CLERK).subject("pont").arrival(LocalDate.of(2019, 1, 1)).build(),
        IndexedLetter.of(2, CLERK).subject("pont").arrival(LocalDate.of(2026, 11, 1)).build(),
        IndexedLetter.of(1, CLERK).subject("pont").arrival(LocalDate.of(2024, 1, 1)).build());
    assertThat(ids("pont")).containsExactly(2L, 1L, 3L);
  }

  @Test
  void a_snippet_shows_the_passage_with_most_of_the_words() {
    var text =
        "Le pont. "
            + "Bla bla. ".repeat(100)
            + "Le pont de la route nationale "
            + "fin. ".repeat(100);
    written(letter(1, text));
    var snippet = snippet("pont \"route nationale\"");
    assertThat(snippet)
        .contains("<mark>pont</mark> de la <mark>route nationale</mark>")
        .startsWith("…")
        .endsWith("…");
    assertThat(snippet.length()).isLessThan(300);
    assertThat(snippet("auto* ponts")).contains("<mark>pont</mark>");
  }

  @Test
  void a_snippet_takes_words_of_any_length() {
    written(letter(1, "anticonstitutionnellement près du pont"));
    assertThat(snippet("ponts")).contains("<mark>pont</mark>");
  }

  @Test
  void SEA1_of_long_texts_only_so_much_is_read_for_a_snippet() {
    var marks = new Marks();
    marks.exact("pont");
    var text = "rue ".repeat(50) + "pont";
    assertThat(marks.snippet(List.of(text), 1000)).contains("<mark>pont</mark>");
    assertThat(marks.snippet(List.of(text), 100)).startsWith("rue").doesNotContain("<mark>");
    assertThat(marks.snippet(List.of(text, "le pont"), 100)).isEqualTo("le <mark>pont</mark>");
    assertThat(marks.snippet(List.of("un pontificat"), 7)).doesNotContain("<mark>");
  }

  @Test
  void a_misspelt_word_gets_a_suggestion() {
    written(letter(1, "assainissement de la rue"), letter(2, "rue"));
    var hits = index.find(1, CLERK, SearchWish.of("rue asainisement"));
    assertThat(hits.relaxed()).isTrue();
    assertThat(hits.suggestion()).contains("rue assainissement");
  }

  @Test
  void words_are_where_the_text_has_them() {
    var text = "L’École, c’est R.S.A. n° 12";
    var words = new FrenchWords();
    words.over(text.toCharArray(), text.length());
    var seen = new StringBuilder();
    while (words.next()) {
      seen.append(words.string()).append('=').append(text, words.start(), words.end()).append(' ');
    }
    assertThat(seen).hasToString("ecole=École est=est rsa=R.S.A n=n 12=12 ");
  }

  /** Notes that stand one after the other in the index are not one text. */
  @Test
  void O8_a_phrase_does_not_run_from_a_note_into_another_units() {
    index.write(
        1,
        List.of(
            IndexedLetter.of(1, Set.of("u:dgs"))
                .keptNote("n7", "le maire refuse")
                .keptNote("n8", "le maire accepte")
                .build()),
        List.of(),
        1);
    index.commit(1);
    var both = Set.of("u:dgs", "n7", "n8");
    assertThat(index.find(1, both, SearchWish.of("\"maire refuse\"")).total()).isEqualTo(1);
    for (var asked : List.of("\"refuse le\"", "\"accepte le\"", "\"refuse accepte\"")) {
      assertThat(index.find(1, both, SearchWish.of(asked)).total()).as(asked).isZero();
    }
  }

  private String snippet(String query) {
    return index.find(1, CLERK, SearchWish.of(query)).items().getFirst().snippetHtml();
  }

  private List<Long> ids(String query) {
    var hits = index.find(1, CLERK, SearchWish.of(query));
    return hits.relaxed() ? List.of() : hits.items().stream().map(Hits.Hit::id).toList();
  }

  private void written(IndexedLetter... letters) {
    index.write(1, List.of(letters), List.of(), 1);
    index.commit(1);
  }

  private static IndexedLetter letter(long id, String text) {
    return IndexedLetter.of(id, CLERK).text(text).build();
  }
}
