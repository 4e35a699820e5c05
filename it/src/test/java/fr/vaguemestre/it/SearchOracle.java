package fr.vaguemestre.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.correspondence.Correspondences;
import fr.vaguemestre.correspondence.LetterLine;
import fr.vaguemestre.platform.Refusal;
import fr.vaguemestre.search.Asked;
import fr.vaguemestre.search.Facet;
import fr.vaguemestre.search.SearchExports;
import fr.vaguemestre.search.SearchResult;
import fr.vaguemestre.search.Searches;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * O8 and SEA2: what criteria, counts, suggestions, thumbnails and exports give a reader of a random
 * town, held to a loop over the letters that {@link TownOracle} lets them see.
 */
final class SearchOracle {
  /** What is asked letter by letter is asked of one in so many each time, of all in turn. */
  private static final int EVERY = 5;

  private static final Pattern NOTE = Pattern.compile("note\\w+");

  private final Searches searches = TestWar.find(TestWar.EJB + "Searches", Searches.class);
  private final SearchExports exports =
      TestWar.find(TestWar.EJB + "SearchExports", SearchExports.class);
  private final Correspondences correspondences =
      TestWar.find(TestWar.EJB + "Correspondences", Correspondences.class);
  private final TownOracle town;
  private final String author;
  private int asked;

  /**
   * @param author login of whoever wrote the notes
   */
  SearchOracle(TownOracle town, String author) {
    this.town = town;
    this.author = author;
  }

  void compare(Reader reader, String as) {
    var seen = town.seenBy(reader.login());
    criteria(reader, as, seen);
    snippets(reader, as, seen);
    exported(reader, as, seen);
    asked++;
    for (int i = asked % EVERY; i < town.letters.size(); i += EVERY) {
      var letter = town.letters.get(i);
      boolean sees = seen.contains(letter);
      alone(reader, letter, sees, as);
      suggestion(reader, letter, seen, as);
    }
  }

  private void criteria(Reader reader, String as, List<TownOracle.Letter> seen) {
    same(reader, as, seen, "confidential=yes", l -> l.confidential);
    same(reader, as, seen, "confidential=no&category=INCOMING&files=yes", l -> !l.confidential);
    same(reader, as, seen, "mine=registered", l -> l.registrant.equals(reader.login()));
    same(reader, as, seen, "mine=assigned", l -> reader.login().equals(l.assignee));
    same(reader, as, seen, "late=true", l -> false);
    same(reader, as, seen, "to=2000-01-01", l -> false);
    same(reader, as, seen, "from=2000-01-01&city=", l -> true);
    for (var unit : List.of("MAIRIE", "U0", "U" + seen.size() % 12)) {
      same(reader, as, seen, "unit=" + unit, l -> l.unit.equals(unit));
      same(
          reader,
          as,
          seen,
          "subject=sujet&below=true&unit=" + unit,
          l -> town.chain(l.unit).contains(unit));
    }
  }

  private void same(
      Reader reader,
      String as,
      List<TownOracle.Letter> seen,
      String asked,
      Predicate<TownOracle.Letter> holds) {
    var what = asked + " for " + as;
    var expected = seen.stream().filter(holds).toList();
    var found = find(reader, asked);
    assertThat(found.total()).as(what).isEqualTo(expected.size());
    assertThat(found.items())
        .as(what)
        .extracting(i -> i.letter().id())
        .containsExactlyInAnyOrderElementsOf(expected.stream().map(l -> l.id).toList());
    counted(found, Facet.TAG, expected, l -> "sur " + l.word, what);
    if (!asked.contains("unit=")) {
      counted(found, Facet.UNIT, expected, l -> l.unit, what);
    }
    var lines = found.items().stream().map(SearchResult.Item::letter).toList();
    counted(found, Facet.STATE, lines, LetterLine::state, what);
    counted(found, Facet.YEAR, lines, l -> Integer.toString(l.arrivalDate().getYear()), what);
    for (var one : List.of(Facet.TYPE, Facet.PRIORITY, Facet.CHANNEL)) {
      assertThat(found.facets().getOrDefault(one, Map.of()).values())
          .as(one + " counted of " + what)
          .satisfies(
              counts ->
                  assertThat(counts.stream().mapToLong(Long::longValue).sum())
                      .isEqualTo(expected.size()));
    }
  }

  private static <T> void counted(
      SearchResult found, Facet facet, List<T> expected, Function<T, String> code, String what) {
    assertThat(found.facets().getOrDefault(facet, Map.of()))
        .as(facet + " counted of " + what)
        .isEqualTo(expected.stream().collect(Collectors.groupingBy(code, Collectors.counting())));
  }

  /** CIR6: the words around what was found are of that letter, and of a note they may read. */
  private void snippets(Reader reader, String as, List<TownOracle.Letter> seen) {
    var read =
        seen.stream()
            .filter(l -> town.readsNote(reader.login(), l, author))
            .collect(Collectors.toMap(l -> l.id, l -> "note" + l.word));
    var found = find(reader, "q=savoir").items();
    assertThat(found)
        .as("whose note is found by " + as)
        .extracting(i -> i.letter().id())
        .containsExactlyInAnyOrderElementsOf(read.keySet());
    for (var item : found) {
      assertThat(notes(item.snippetHtml()))
          .as("shown of a note to " + as)
          .containsExactly(read.get(item.letter().id()));
    }
    for (var item : find(reader, "").items()) {
      assertThat(notes(item.snippetHtml()))
          .as("shown of a letter to " + as)
          .isSubsetOf(Stream.ofNullable(read.get(item.letter().id())).collect(Collectors.toSet()));
    }
  }

  private static List<String> notes(String snippet) {
    return NOTE.matcher(snippet).results().map(MatchResult::group).toList();
  }

  /** By what names this letter alone, and by its page. */
  private void alone(Reader reader, TownOracle.Letter letter, boolean sees, String as) {
    var asked = "subject=%1$s&sender=%1$s&tag=sur+%1$s&category=INCOMING".formatted(letter.word);
    assertThat(find(reader, asked).total()).as(asked + " for " + as).isEqualTo(sees ? 1 : 0);
    if (sees) {
      assertThat(correspondences.piece(reader, letter.id, null).document()).isPositive();
    } else {
      assertThatThrownBy(() -> correspondences.piece(reader, letter.id, null))
          .as("thumbnail of " + letter.word + " for " + as)
          .isInstanceOf(Refusal.class);
    }
  }

  /** A misspelt word is put right by words of letters they see, or not at all. */
  private void suggestion(
      Reader reader, TownOracle.Letter letter, List<TownOracle.Letter> seen, String as) {
    find(reader, "q=" + letter.word + "x")
        .suggestion()
        .ifPresent(
            word ->
                assertThat(seen)
                    .as(word + " suggested to " + as)
                    .anyMatch(l -> word.equals(l.word) || word.equals("note" + l.word)));
  }

  private void exported(Reader reader, String as, List<TownOracle.Letter> seen) {
    var out = new ByteArrayOutputStream();
    try {
      exports.write(reader, Asked.NOTHING, SearchExports.Format.CSV, key -> key, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var lines = out.toString(StandardCharsets.UTF_8).strip().lines().skip(1).toList();
    assertThat(lines).as("exported for " + as).hasSize(seen.size());
    assertThat(seen)
        .as("exported for " + as)
        .allMatch(l -> lines.stream().anyMatch(line -> line.contains("Au sujet de " + l.word)));
  }

  private SearchResult find(Reader reader, String asked) {
    return searches.find(reader, searches.wish(reader, Asked.parse(asked)).limit(1000).facets());
  }
}
