package fr.vaguemestre.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.platform.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every search index keeps to. */
public abstract class SearchIndexContract {
  protected static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC);
  private static final int TOWN = 1;
  private static final int OTHER_TOWN = 2;
  private static final Set<String> CLERK = Set.of("u:voirie");
  private static final SearchWish ALL = SearchWish.of("").limit(SearchWish.MOST);

  protected SearchIndex index;

  /** Opens an index on what an earlier one committed, if this test opened one before. */
  protected abstract SearchIndex open();

  @BeforeEach
  void openIndex() {
    index = open();
  }

  @AfterEach
  void closeIndex() {
    index.close();
  }

  @Test
  void a_letter_is_found_after_the_commit_and_not_before() {
    index.write(TOWN, List.of(letter(1, "pont")), List.of(), 1);
    assertThat(ids("pont")).isEmpty();
    index.commit(TOWN);
    assertThat(ids("pont")).containsExactly(1L);
  }

  @Test
  void the_letters_it_holds_are_known_whoever_sees_them_and_those_taken_out_are_not() {
    written(List.of(letter(1, "pont"), letter(2, "pont"), IndexedLetter.of(3, Set.of()).build()));
    index.write(TOWN, List.of(letter(4, "pont")), List.of(2L), 2);
    assertThat(index.carried(TOWN, List.of(1L, 2L, 3L, 4L))).containsOnlyKeys(1L, 2L, 3L);
    index.commit(TOWN);
    assertThat(index.carried(TOWN, List.of(1L, 2L, 3L, 4L, 5L))).containsOnlyKeys(1L, 3L, 4L);
    assertThat(index.carried(OTHER_TOWN, List.of(1L))).isEmpty();
  }

  @Test
  void what_it_holds_is_told_page_by_page_with_the_tokens_it_carries_there() {
    var ids = IntStream.rangeClosed(1, 25).mapToObj(Long::valueOf).toList();
    written(ids.stream().map(id -> letter(id, "pont")).toList());
    index.write(
        TOWN,
        List.of(IndexedLetter.of(7, Set.of("u:autre", "l7")).subject("pont").build()),
        List.of(3L),
        2);
    index.commit(TOWN);
    var seen = new ArrayList<Long>();
    var page = index.ids(TOWN, null, 4);
    while (!page.isEmpty()) {
      assertThat(page).hasSizeLessThanOrEqualTo(4);
      seen.addAll(page);
      page = index.ids(TOWN, page.getLast(), 4);
    }
    var left = new ArrayList<>(ids);
    left.remove(3L);
    assertThat(seen).containsExactlyInAnyOrderElementsOf(left);
    assertThat(index.carried(TOWN, List.of(3L, 7L, 8L)))
        .isEqualTo(Map.of(7L, Set.of("u:autre", "l7"), 8L, CLERK));
    assertThat(index.ids(OTHER_TOWN, null, 4)).isEmpty();
  }

  @Test
  void what_is_withheld_is_in_no_page_total_facet_or_suggestion() {
    written(
        List.of(
            IndexedLetter.of(1, CLERK)
                .subject("zimmermann pont")
                .facet(Facet.TYPE, "PLAINTE")
                .build(),
            IndexedLetter.of(2, CLERK).subject("pont").facet(Facet.TYPE, "DIVERS").build()));
    var wish = SearchWish.of("pont").facets();
    assertThat(index.find(TOWN, CLERK, Set.of(), wish).total()).isEqualTo(2);
    var without = index.find(TOWN, CLERK, Set.of(1L, 99L), wish);
    assertThat(without.total()).isEqualTo(1);
    assertThat(without.items()).extracting(Hits.Hit::id).containsExactly(2L);
    assertThat(without.facets().get(Facet.TYPE)).isEqualTo(Map.of("DIVERS", 1L));
    var misspelt = SearchWish.of("zimmermenn");
    assertThat(index.find(TOWN, CLERK, Set.of(), misspelt).suggestion()).contains("zimmermann");
    assertThat(index.find(TOWN, CLERK, Set.of(1L), misspelt).suggestion()).isEmpty();
  }

  @Test
  void GRC8_letters_that_stay_are_found_after_an_expunge() {
    written(List.of(letter(1, "pont"), letter(2, "pont")));
    index.write(TOWN, List.of(letter(1, "route")), List.of(), 2);
    index.commit(TOWN);
    index.expunge(TOWN);
    index.expunge(TOWN);
    assertThat(ids("pont")).containsExactly(2L);
    assertThat(ids("route")).containsExactly(1L);
    assertThat(index.sequence(TOWN)).isEqualTo(2);
  }

  @Test
  void SEA2_a_rebuild_is_searched_when_it_ends_and_not_before() {
    written(List.of(letter(1, "pont"), letter(2, "pont"), letter(3, "gone from the database")));
    index.beginRebuild(TOWN);
    index.fillRebuild(TOWN, List.of(() -> List.of(letter(1, "route"), letter(2, "route"))));
    assertThat(ids("pont")).containsExactlyInAnyOrder(1L, 2L);
    assertThat(ids("route")).isEmpty();
    assertThat(index.carried(TOWN, List.of(3L))).containsOnlyKeys(3L);
    index.endRebuild(TOWN);
    assertThat(ids("pont")).isEmpty();
    assertThat(ids("route")).containsExactlyInAnyOrder(1L, 2L);
    assertThat(index.carried(TOWN, List.of(3L))).isEmpty();
    assertThat(index.sequence(TOWN)).isEqualTo(1);
    assertThatThrownBy(() -> index.endRebuild(TOWN)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void SEA2_what_changes_during_a_rebuild_is_found_at_once_and_after() {
    written(List.of(letter(1, "pont"), letter(2, "pont")));
    index.beginRebuild(TOWN);
    index.fillRebuild(TOWN, List.of(() -> List.of(letter(1, "pont"), letter(2, "pont"))));
    index.write(TOWN, List.of(letter(1, "route"), letter(3, "route")), List.of(2L), 5);
    index.commit(TOWN);
    assertThat(ids("route")).containsExactlyInAnyOrder(1L, 3L);
    assertThat(ids("pont")).isEmpty();
    index.endRebuild(TOWN);
    assertThat(ids("route")).containsExactlyInAnyOrder(1L, 3L);
    assertThat(ids("pont")).isEmpty();
    index.write(TOWN, List.of(letter(4, "route")), List.of(), 6);
    index.commit(TOWN);
    assertThat(ids("route")).containsExactlyInAnyOrder(1L, 3L, 4L);
    assertThat(index.sequence(TOWN)).isEqualTo(6);
  }

  @Test
  void SEA2_a_rebuild_goes_on_after_a_crash_and_begins_empty_when_begun_again() {
    written(List.of(letter(1, "pont"), letter(2, "pont")));
    index.beginRebuild(TOWN);
    index.fillRebuild(TOWN, List.of(() -> List.of(letter(1, "route"))));
    index.close();
    index = open();
    index.write(TOWN, List.of(letter(3, "route")), List.of(), 2);
    index.commit(TOWN);
    index.close();
    index = open();
    index.fillRebuild(TOWN, List.of(() -> List.of(letter(2, "route"))));
    index.endRebuild(TOWN);
    assertThat(ids("route")).containsExactlyInAnyOrder(1L, 2L, 3L);
    assertThat(ids("pont")).isEmpty();

    index.beginRebuild(TOWN);
    index.fillRebuild(TOWN, List.of(() -> List.of(letter(9, "gare"))));
    index.beginRebuild(TOWN);
    index.endRebuild(TOWN);
    assertThat(index.find(TOWN, CLERK, ALL).total()).isZero();
  }

  @Test
  void SEA2_a_town_that_is_emptied_has_no_rebuild_left() {
    written(List.of(letter(1, "pont")));
    index.beginRebuild(TOWN);
    index.dropAll(TOWN);
    assertThatThrownBy(() -> index.fillRebuild(TOWN, List.of()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> index.fillRebuild(OTHER_TOWN, List.of()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_unknown_town_has_nothing() {
    assertThat(index.find(99, CLERK, ALL)).isEqualTo(Hits.NONE);
    assertThat(index.sequence(99)).isZero();
    assertThat(index.health(99).letters()).isZero();
    assertThatCode(() -> index.commit(99)).doesNotThrowAnyException();
    assertThatCode(() -> index.dropAll(99)).doesNotThrowAnyException();
  }

  @Test
  void a_reader_finds_exactly_the_letters_that_carry_one_of_their_tokens() {
    var random = new Random(7);
    var tokens = IntStream.range(0, 12).mapToObj(i -> "u:" + i).toList();
    var letters = new ArrayList<IndexedLetter>();
    for (var id = 1L; id <= 300; id++) {
      var carried = some(random, tokens, 3);
      letters.add(
          IndexedLetter.of(id, carried)
              .subject(random.nextBoolean() ? "pont de bois" : "route de pierre")
              .facet(Facet.TYPE, random.nextBoolean() ? "plainte" : "demande")
              .arrival(LocalDate.of(2020 + random.nextInt(6), 3, 1))
              .build());
    }
    written(letters);
    for (var round = 0; round < 60; round++) {
      var held = some(random, tokens, 4);
      for (var word :
          List.of(
              "",
              "pont",
              "route",
              "po*",
              "\"de bois\"",
              "pomt~",
              "pont OU route",
              "-pont",
              "bois pierre")) {
        var hits = index.find(TOWN, held, SearchWish.of(word).limit(SearchWish.MOST).facets());
        var expected = letters.stream().filter(l -> meets(l, held) && answers(l, word)).toList();
        assertThat(hits.items().stream().map(Hits.Hit::id))
            .as("%s for %s", word, held)
            .containsExactlyInAnyOrderElementsOf(expected.stream().map(IndexedLetter::id).toList());
        assertThat(hits.total()).isEqualTo(expected.size());
        if (!held.isEmpty()) {
          for (var facet : List.of(Facet.TYPE, Facet.YEAR)) {
            assertThat(hits.facets().get(facet)).isEqualTo(counted(expected, facet));
          }
        }
      }
    }
  }

  private static boolean meets(IndexedLetter letter, Set<String> held) {
    return letter.tokens().stream().anyMatch(held::contains);
  }

  private static boolean answers(IndexedLetter letter, String word) {
    var bridge = letter.subject().startsWith("pont");
    return switch (word) {
      case "", "pont OU route", "bois pierre" -> true;
      case "pont", "po*", "\"de bois\"", "pomt~" -> bridge;
      default -> !bridge;
    };
  }

  private static Map<String, Long> counted(List<IndexedLetter> letters, Facet facet) {
    return letters.stream()
        .flatMap(letter -> letter.facets().getOrDefault(facet, Set.of()).stream())
        .collect(Collectors.groupingBy(code -> code, Collectors.counting()));
  }

  @Test
  void without_tokens_nothing_is_found() {
    written(List.of(letter(1, "pont"), IndexedLetter.of(2, Set.of()).subject("pont").build()));
    assertThat(index.find(TOWN, Set.of(), ALL)).isEqualTo(Hits.NONE);
    assertThat(ids("pont")).containsExactly(1L);
  }

  @Test
  void snippets_and_suggestions_never_come_from_a_hidden_letter() {
    written(
        List.of(
            letter(1, "pont", "Le pont est fissuré"),
            IndexedLetter.of(2, Set.of("u:cabinet"))
                .subject("pont")
                .text("Le pont de monsieur Zimmermann")
                .build()));
    var hits = index.find(TOWN, CLERK, SearchWish.of("pont").facets());
    assertThat(hits.items()).hasSize(1);
    assertThat(hits.items().getFirst().snippetHtml()).isEqualTo("Le <mark>pont</mark> est fissuré");
    assertThat(index.find(TOWN, CLERK, SearchWish.of("zimmermenn")).suggestion()).isEmpty();
    assertThat(index.find(TOWN, Set.of("u:cabinet"), SearchWish.of("zimmermenn")).suggestion())
        .contains("zimmermann");
  }

  @Test
  void notes_are_for_those_who_may_read_them() {
    written(
        List.of(
            IndexedLetter.of(1, Set.of("u:voirie", "u:dgs"))
                .subject("pont")
                .text("Le tablier")
                .notes("avis confidentiel du juriste", Set.of("u:dgs"))
                .build()));
    assertThat(ids("juriste")).isEmpty();
    assertThat(index.find(TOWN, CLERK, SearchWish.of("pont juriste")).relaxed()).isTrue();
    assertThat(ids("pont -juriste")).containsExactly(1L);
    assertThat(index.find(TOWN, CLERK, SearchWish.of("pont")).items().getFirst().snippetHtml())
        .doesNotContain("juriste");
    var chief = index.find(TOWN, Set.of("u:dgs"), SearchWish.of("pont juriste"));
    assertThat(chief.total()).isEqualTo(1);
    assertThat(chief.relaxed()).isFalse();
    assertThat(chief.items().getFirst().snippetHtml()).contains("<mark>juriste</mark>");
    assertThat(index.find(TOWN, Set.of("u:autre"), SearchWish.of("juriste")).total()).isZero();
  }

  @Test
  void snippets_hold_no_tag_but_mark() {
    written(List.of(letter(1, "x", "<script>alert('pont')</script> & \"pont\" <mark>")));
    assertThat(index.find(TOWN, CLERK, SearchWish.of("pont")).items().getFirst().snippetHtml())
        .isEqualTo(
            "&lt;script&gt;alert(&#39;<mark>pont</mark>&#39;)&lt;/script&gt; &amp;"
                + " &quot;<mark>pont</mark>&quot; &lt;mark&gt;");
  }

  @Test
  void writing_a_letter_again_replaces_it() {
    written(List.of(letter(1, "pont"), letter(2, "pont")));
    written(List.of(letter(1, "pont"), letter(1, "route")));
    assertThat(ids("pont")).containsExactly(2L);
    assertThat(ids("route")).containsExactly(1L);
    assertThat(index.health(TOWN).letters()).isEqualTo(2);
  }

  @Test
  void a_removed_letter_is_found_no_more_even_when_written_in_the_same_batch() {
    written(List.of(letter(1, "pont"), letter(2, "pont")));
    index.write(TOWN, List.of(letter(2, "pont"), letter(3, "pont")), List.of(2L, 77L), 9);
    index.commit(TOWN);
    assertThat(ids("pont")).containsExactlyInAnyOrder(1L, 3L);
  }

  @Test
  void the_sequence_tells_what_the_last_commit_holds() {
    index.write(TOWN, List.of(letter(1, "pont")), List.of(), 41);
    assertThat(index.sequence(TOWN)).isZero();
    index.commit(TOWN);
    index.write(TOWN, List.of(letter(2, "route")), List.of(), 57);
    index.close();

    index = open();
    assertThat(index.sequence(TOWN)).isEqualTo(41);
    assertThat(ids("")).containsExactly(1L);

    index.write(TOWN, List.of(letter(1, "pont"), letter(2, "route")), List.of(), 57);
    index.commit(TOWN);
    index.write(TOWN, List.of(), List.of(), 20);
    index.commit(TOWN);
    assertThat(index.sequence(TOWN)).isEqualTo(57);
    assertThat(ids("")).containsExactly(2L, 1L);
  }

  @Test
  void two_towns_never_meet() {
    index.write(TOWN, List.of(letter(1, "pont")), List.of(), 5);
    index.write(OTHER_TOWN, List.of(letter(1, "route")), List.of(), 8);
    index.commit(TOWN);
    assertThat(index.find(OTHER_TOWN, CLERK, ALL).total()).isZero();
    index.commit(OTHER_TOWN);
    assertThat(ids("route")).isEmpty();
    assertThat(index.find(OTHER_TOWN, CLERK, SearchWish.of("route")).total()).isEqualTo(1);
    index.dropAll(TOWN);
    assertThat(index.sequence(TOWN)).isZero();
    assertThat(ids("")).isEmpty();
    assertThat(index.sequence(OTHER_TOWN)).isEqualTo(8);
    assertThat(index.find(OTHER_TOWN, CLERK, ALL).total()).isEqualTo(1);
  }

  @Test
  void a_dropped_town_can_be_filled_again() {
    written(List.of(letter(1, "pont")));
    index.write(TOWN, List.of(letter(2, "pont")), List.of(), 2);
    index.dropAll(TOWN);
    index.commit(TOWN);
    assertThat(ids("")).isEmpty();
    written(List.of(letter(3, "pont")));
    assertThat(ids("")).containsExactly(3L);
  }

  @Test
  void pages_follow_one_another_without_gap_or_repeat() {
    written(
        IntStream.rangeClosed(1, 95)
            .mapToObj(id -> letter(id, id % 3 == 0 ? "pont pont" : "pont"))
            .toList());
    var seen = new ArrayList<Long>();
    var wish = SearchWish.of("pont").limit(10);
    var pages = 0;
    for (String next = null; pages == 0 || next != null; pages++) {
      var hits = index.find(TOWN, CLERK, wish.after(next));
      assertThat(hits.total()).isEqualTo(95);
      hits.items().forEach(hit -> seen.add(hit.id()));
      next = hits.next();
      if (pages == 4) {
        written(List.of(letter(500, "route")));
      }
    }
    assertThat(seen).hasSize(95).doesNotHaveDuplicates();
    assertThat(pages).isEqualTo(10);
  }

  @Test
  void a_cursor_of_another_make_is_refused() {
    written(List.of(letter(1, "pont")));
    for (var cursor : List.of("", "x", "AAAA", "é", "../../etc")) {
      assertThatThrownBy(() -> index.find(TOWN, CLERK, ALL.after(cursor)))
          .isInstanceOfSatisfying(
              Refusal.class, r -> assertThat(r.key()).isEqualTo("search.cursor"));
    }
  }

  @Test
  void SEA2_criteria_of_every_kind_give_what_a_loop_over_the_letters_gives() {
    var random = new Random(54);
    var letters = new ArrayList<IndexedLetter>();
    for (var id = 1; id <= 120; id++) {
      var letter = IndexedLetter.of(id, Set.of(random.nextInt(3) == 0 ? "u:autre" : "u:voirie"));
      letter.subject("pont").arrival(LocalDate.of(2026, 1 + random.nextInt(12), 1));
      for (var moment : List.of(Moment.DOCUMENT, Moment.DEADLINE, Moment.CLOSING)) {
        if (random.nextBoolean()) {
          letter.day(moment, LocalDate.of(2026, 1 + random.nextInt(12), 15));
        }
      }
      for (var trait : Trait.values()) {
        letter.trait(trait, random.nextBoolean() ? Trait.YES : Trait.NO);
      }
      letter.part(Part.SENDER, random.nextBoolean() ? "Geneviève Quatresols" : "Génie civil SA");
      letter.part(Part.EMAIL, random.nextBoolean() ? "g.quatre@ville-doubs.fr" : null);
      letter.part(Part.CITY, random.nextBoolean() ? "L’Isle-sur-le-Doubs" : "Pontarlier");
      letters.add(letter.build());
    }
    written(letters);
    for (var round = 0; round < 200; round++) {
      var asked = Narrowing.NONE;
      var moment = Moment.values()[random.nextInt(4)];
      if (random.nextBoolean()) {
        var from = LocalDate.of(2026, 1 + random.nextInt(6), 10);
        asked =
            asked.within(
                moment,
                random.nextBoolean() ? from : null,
                random.nextBoolean() ? from.plusMonths(4) : null);
      }
      if (random.nextBoolean()) {
        asked = asked.trait(Trait.values()[random.nextInt(6)], Set.of(Trait.YES));
      }
      if (random.nextBoolean()) {
        asked =
            asked.part(
                List.of(Part.SENDER, Part.EMAIL, Part.CITY).get(random.nextInt(3)),
                List.of("gen", "QUATRE ge", "isle doubs", "ville-doubs", "  ", "?!", "zz")
                    .get(random.nextInt(7)));
      }
      var wish = SearchWish.of("").limit(SearchWish.MOST).facets().narrowed(asked);
      var plain = new InMemorySearchIndex();
      plain.write(TOWN, letters, List.of(), 1);
      plain.commit(TOWN);
      var expected = plain.find(TOWN, CLERK, wish);
      var hits = index.find(TOWN, CLERK, wish);
      assertThat(hits.total()).as("%s", asked).isEqualTo(expected.total());
      assertThat(hits.items().stream().map(Hits.Hit::id))
          .as("%s", asked)
          .containsExactlyInAnyOrderElementsOf(
              expected.items().stream().map(Hits.Hit::id).toList());
      assertThat(hits.facets().get(Facet.YEAR)).isEqualTo(expected.facets().get(Facet.YEAR));
    }
  }

  @Test
  void O8_whoever_stands_above_many_units_searches_the_notes_kept_to_each() {
    int units = 300;
    var letter = IndexedLetter.of(1, Set.of("u:dgs")).subject("pont");
    IntStream.range(0, units).forEach(unit -> letter.keptNote("n" + unit, "remarque" + unit));
    written(List.of(letter.build()));
    var tokens = new HashSet<>(Set.of("u:dgs"));
    IntStream.range(0, units).forEach(unit -> tokens.add("n" + unit));
    assertThat(index.find(TOWN, tokens, SearchWish.of("pont remarque7 remarque299")).total())
        .isEqualTo(1);
    assertThat(index.find(TOWN, tokens, SearchWish.of("remarque299~ remarq*")).total())
        .isEqualTo(1);
  }

  /** Thirty words that each unit's note has, asked by whoever stands above them all. */
  @Test
  void O8_a_long_question_of_who_stands_above_thousands_of_units_is_answered() {
    int units = 3000;
    var words =
        IntStream.range(0, 30)
            .mapToObj(n -> "terme" + (char) ('a' + n / 26) + (char) ('a' + n % 26));
    var note = words.collect(Collectors.joining(" "));
    var tokens = new HashSet<>(Set.of("u:dgs"));
    var letters = new ArrayList<IndexedLetter>();
    for (int unit = 0; unit < units; unit++) {
      tokens.add("n" + unit);
      letters.add(IndexedLetter.of(unit, Set.of("u:dgs")).keptNote("n" + unit, note).build());
    }
    written(letters);
    for (var asked : List.of(note, note.replace(" ", "~ "), note.replace(" ", "* "))) {
      assertThat(index.find(TOWN, tokens, SearchWish.of(asked)).total()).isEqualTo(units);
    }
    assertThat(index.find(TOWN, Set.of("u:dgs", "n7"), SearchWish.of(note)).total()).isEqualTo(1);
    assertThat(
            index.find(TOWN, Set.of("u:dgs", "n7"), SearchWish.of("\"termeaa termeab\"")).total())
        .isEqualTo(1);
    assertThat(index.find(TOWN, Set.of("u:dgs"), SearchWish.of("termeaa")).total()).isZero();
  }

  @Test
  void O8_a_note_kept_to_some_is_found_shown_and_suggested_to_them_alone() {
    written(
        List.of(
            IndexedLetter.of(1, Set.of("u:voirie", "u:dgs"))
                .subject("pont")
                .keptNote("n7", "contentieux en vue")
                .keptNote("n7", "avocat saisi")
                .keptNote("n8", "budget")
                .build()));
    var kept = Set.of("u:voirie", "n7");
    for (var word : List.of("contentieux", "avocat pont", "conten*", "\"en vue\"")) {
      assertThat(index.find(TOWN, kept, SearchWish.of(word)).total()).as(word).isEqualTo(1);
      assertThat(index.find(TOWN, kept, SearchWish.of(word)).items().getFirst().snippetHtml())
          .as(word)
          .isNotBlank();
      assertThat(index.find(TOWN, Set.of("u:voirie", "n8"), SearchWish.of(word)).items())
          .as(word)
          .allMatch(hit -> !hit.snippetHtml().contains("avocat"))
          .hasSize(word.equals("avocat pont") ? 1 : 0);
      assertThat(index.find(TOWN, Set.of("n7"), SearchWish.of(word)).total()).isZero();
    }
    assertThat(index.find(TOWN, CLERK, SearchWish.of("contentieus")).suggestion()).isEmpty();
    assertThat(index.find(TOWN, CLERK, SearchWish.of("pont -avocat")).total()).isEqualTo(1);
    assertThat(index.find(TOWN, kept, SearchWish.of("pont -avocat")).total()).isZero();
  }

  @Test
  void facets_and_days_narrow_and_a_chosen_facet_still_counts_the_others() {
    written(
        List.of(
            dated(1, "plainte", LocalDate.of(2024, 5, 1)),
            dated(2, "plainte", LocalDate.of(2025, 5, 1)),
            dated(3, "demande", LocalDate.of(2025, 6, 1))));
    var chosen = Map.of(Facet.TYPE, Set.of("plainte"));
    var hits = index.find(TOWN, CLERK, SearchWish.of("pont").chosen(chosen).facets());
    assertThat(hits.total()).isEqualTo(2);
    assertThat(hits.facets().get(Facet.TYPE)).isEqualTo(Map.of("plainte", 2L, "demande", 1L));
    assertThat(hits.facets().get(Facet.YEAR)).isEqualTo(Map.of("2024", 1L, "2025", 1L));
    var spring = SearchWish.of("").arrived(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 5, 31));
    assertThat(index.find(TOWN, CLERK, spring).items())
        .extracting(Hits.Hit::id)
        .containsExactly(2L);
    assertThat(index.find(TOWN, CLERK, ALL).items())
        .extracting(Hits.Hit::id)
        .containsExactly(3L, 2L, 1L);
  }

  @Test
  void when_no_letter_has_all_the_words_half_of_them_will_do_and_it_is_said() {
    written(List.of(letter(1, "pont de bois"), letter(2, "route de pierre"), letter(3, "arbre")));
    var all = index.find(TOWN, CLERK, SearchWish.of("pont bois"));
    assertThat(all.relaxed()).isFalse();
    assertThat(all.total()).isEqualTo(1);
    var half = index.find(TOWN, CLERK, SearchWish.of("pont pierre -arbre"));
    assertThat(half.relaxed()).isTrue();
    assertThat(half.items()).extracting(Hits.Hit::id).containsExactlyInAnyOrder(1L, 2L);
    assertThat(index.find(TOWN, CLERK, SearchWish.of("pont zzzz yyyy")).total()).isZero();
  }

  @Test
  void numbers_are_found_whole_and_in_part_however_written() {
    written(
        List.of(
            IndexedLetter.of(1, CLERK)
                .chrono("PONT/2026A/1482")
                .subject("arbre")
                .number("03.81.12.34.56")
                .number("Jeanne.Lefevre@exemple.fr")
                .build(),
            letter(2, "affaire 1482", "affaire 1482, encore 1482 et toujours 1482")));
    for (var query :
        List.of(
            "PONT/2026A/1482",
            "pont/2026a/1482",
            "2026A",
            "03 81 12 34 56",
            "0381123456",
            "+33 3 81 12 34 56",
            "03-81-12-34-56",
            "jeanne.lefevre@exemple.fr",
            "lefevre")) {
      assertThat(ids(query)).as(query).containsExactly(1L);
    }
    assertThat(ids("1482")).containsExactly(1L, 2L);
  }

  @Test
  void no_query_fails() {
    written(List.of(letter(1, "pont de l’école"), letter(2, "route")));
    var random = new Random(11);
    var alphabet = "aé œ'’\"«»*~-+|()[]{}:/\\^?!&.,0123 ETOU\n\t\u0000\uD83D\uDE00\uD800œ<>";
    for (var round = 0; round < 2000; round++) {
      var query =
          random
              .ints(random.nextInt(40), 0, alphabet.length())
              .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
              .collect(Collectors.joining());
      assertThatCode(() -> index.find(TOWN, CLERK, SearchWish.of(query).facets()))
          .as(query)
          .doesNotThrowAnyException();
    }
    for (var query :
        List.of(
            "AND OR (",
            "OU",
            "\"",
            "*",
            "~",
            "-",
            "--",
            "\"\"*",
            "a".repeat(5000),
            "é* ".repeat(999),
            "*a",
            "a~~",
            "~2")) {
      assertThatCode(() -> index.find(TOWN, CLERK, SearchWish.of(query)))
          .as(query)
          .doesNotThrowAnyException();
    }
  }

  protected List<Long> ids(String query) {
    return index.find(TOWN, CLERK, SearchWish.of(query)).items().stream()
        .map(Hits.Hit::id)
        .toList();
  }

  protected void written(List<IndexedLetter> letters) {
    index.write(TOWN, letters, List.of(), 1);
    index.commit(TOWN);
  }

  private static IndexedLetter letter(long id, String subject) {
    return IndexedLetter.of(id, CLERK).subject(subject).build();
  }

  private static IndexedLetter letter(long id, String subject, String text) {
    return IndexedLetter.of(id, CLERK).subject(subject).text(text).build();
  }

  private static IndexedLetter dated(long id, String type, LocalDate day) {
    return IndexedLetter.of(id, CLERK).subject("pont").facet(Facet.TYPE, type).arrival(day).build();
  }

  private static Set<String> some(Random random, List<String> of, int most) {
    var some = new HashSet<String>();
    for (var count = random.nextInt(most + 1); count > 0; count--) {
      some.add(of.get(random.nextInt(of.size())));
    }
    return some;
  }
}
