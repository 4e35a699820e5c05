package fr.vaguemestre.search.lucene;

import fr.vaguemestre.search.Facet;
import fr.vaguemestre.search.Narrowing;
import fr.vaguemestre.search.SearchWish;
import fr.vaguemestre.search.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * A wish as a Lucene query. Every query that leaves here carries the visibility filter.
 *
 * <p>A word must be there by its stem; where it is written as asked, or stands in the subject, the
 * letter ranks higher. A number found whole ranks above all that. Last comes the age, gently: so
 * much for every year.
 */
final class LetterQuery {
  private static final float EXACT = 2;
  private static final float NUMBER = 100;
  private static final float RECENT = 0.1f;
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "le", "la", "les", "l", "un", "une", "des", "de", "du", "d", "et", "ou", "a", "au", "aux",
          "en", "dans", "par", "pour", "sur", "avec", "ce", "cet", "cette", "ces", "que", "qui",
          "dont", "se", "sa", "son", "ses", "est", "sont", "il", "elle", "je", "vous", "nous");

  private static final Place LETTER = new Place.Words(Fields.STEM, Fields.EXACT);
  private static final Place REMARKS = new Place.Words(Fields.NOTES_STEM, Fields.NOTES_EXACT);

  private final FrenchStem stems = new FrenchStem();
  private final List<Wording.Clause> clauses;
  private final Query visible;
  private final Query visibleNotes;
  private final Place kept;
  private final Query withheld;
  private final Narrowing narrowing;

  /** What a word means is found out once: totals and facets count the letters that are ranked. */
  private final Map<Wording.Term, Query> places = new HashMap<>();

  /**
   * @param tokens of the reader, not empty
   * @param notes whether any letter has notes
   * @param kept the notes kept to some; null when no letter has any
   * @param withheld letters that are none of the reader's, whatever the index says
   */
  LetterQuery(
      SearchWish wish, Set<String> tokens, boolean notes, Place kept, Collection<Long> withheld) {
    narrowing = wish.narrowing();
    this.kept = kept;
    this.withheld =
        withheld.isEmpty()
            ? null
            : in(Fields.ID, withheld.stream().map(id -> Long.toString(id)).toList());
    clauses = meaningful(Wording.parse(wish.query()));
    visible = new Visible(Fields.ACL, tokens);
    visibleNotes = notes ? new Visible(Fields.NOTES_ACL, tokens) : null;
  }

  /** Whether asking for only some of the words makes sense. */
  boolean relaxable() {
    return clauses.stream().filter(clause -> !clause.excluded()).count() > 1;
  }

  List<Wording.Clause> clauses() {
    return clauses;
  }

  /** Whether there is something to rank by. */
  boolean ranks() {
    return clauses.stream().anyMatch(clause -> !clause.excluded());
  }

  /**
   * @param relaxed half of the words are enough
   */
  Query ranked(boolean relaxed) {
    var letters = narrowed(relaxed, null);
    if (ranks()) {
      letters.add(FeatureField.newLinearQuery(Fields.RECENT, "years", RECENT), Occur.SHOULD);
    }
    return letters.build();
  }

  /** The same letters without ranking, this facet's own choice left open. */
  Query counted(boolean relaxed, Facet open) {
    return new ConstantScoreQuery(narrowed(relaxed, open).build());
  }

  /** The letters the reader may see that have this word. */
  Query having(String exact) {
    return new ConstantScoreQuery(
        seen().add(everywhere(new Wording.Term(Wording.Kind.WORD, exact)), Occur.MUST).build());
  }

  /** What a snippet marks. */
  Marks marks() {
    var marks = new Marks();
    for (var clause : clauses) {
      if (!clause.excluded()) {
        clause.anyOf().forEach(term -> mark(marks, term));
      }
    }
    return marks;
  }

  /** The letters this reader may see: every query begins here. */
  private BooleanQuery.Builder seen() {
    var seen = new BooleanQuery.Builder().add(visible, Occur.FILTER);
    return withheld == null ? seen : seen.add(withheld, Occur.MUST_NOT);
  }

  private BooleanQuery.Builder narrowed(boolean relaxed, Facet open) {
    var all = seen();
    var words = new BooleanQuery.Builder();
    var count = 0;
    for (var clause : clauses) {
      var any = any(clause);
      if (clause.excluded()) {
        all.add(any, Occur.MUST_NOT);
      } else if (relaxed) {
        words.add(any, Occur.SHOULD);
        count++;
      } else {
        require(all, any);
        count++;
      }
    }
    if (count == 0) {
      all.add(new MatchAllDocsQuery(), Occur.MUST);
    } else if (relaxed) {
      all.add(words.setMinimumNumberShouldMatch((count + 1) / 2).build(), Occur.MUST);
    }
    narrowing
        .chosen()
        .forEach(
            (facet, codes) -> {
              if (facet != open && !codes.isEmpty()) {
                all.add(in(Fields.facet(facet), codes), Occur.FILTER);
              }
            });
    criteria().forEach(query -> all.add(query, Occur.FILTER));
    return all;
  }

  /** What is asked besides words and facets. */
  private List<Query> criteria() {
    var criteria = new ArrayList<Query>();
    narrowing
        .periods()
        .forEach(
            (moment, period) -> {
              if (!period.always()) {
                var from = period.from() == null ? Long.MIN_VALUE : period.from().toEpochDay();
                var to = period.to() == null ? Long.MAX_VALUE : period.to().toEpochDay();
                criteria.add(LongField.newRangeQuery(Fields.day(moment), from, to));
              }
            });
    narrowing
        .traits()
        .forEach(
            (trait, codes) -> {
              if (!codes.isEmpty()) {
                criteria.add(in(Fields.trait(trait), codes));
              }
            });
    narrowing
        .parts()
        .forEach(
            (part, typed) ->
                words(typed)
                    .forEach(w -> criteria.add(new PrefixQuery(new Term(Fields.part(part), w)))));
    return criteria;
  }

  /** A required "this, better with that" says the same one level up, and is faster there. */
  private static void require(BooleanQuery.Builder all, Query query) {
    if (query instanceof BooleanQuery nested && !nested.getClauses(Occur.MUST).isEmpty()) {
      nested.clauses().forEach(all::add);
    } else {
      all.add(query, Occur.MUST);
    }
  }

  private Query any(Wording.Clause clause) {
    if (clause.anyOf().size() == 1) {
      return everywhere(clause.anyOf().getFirst());
    }
    var any = new BooleanQuery.Builder();
    clause.anyOf().forEach(term -> any.add(everywhere(term), Occur.SHOULD));
    return any.build();
  }

  /** In the letter, among its numbers, in the notes the reader may read. */
  private Query everywhere(Wording.Term term) {
    return places.computeIfAbsent(term, this::placed);
  }

  private Query placed(Wording.Term term) {
    var places = new ArrayList<Query>();
    places.add(in(LETTER, term));
    var number = number(term);
    if (number != null) {
      places.add(new BoostQuery(new ConstantScoreQuery(number), NUMBER));
    }
    if (visibleNotes != null) {
      places.add(
          new BooleanQuery.Builder()
              .add(in(REMARKS, term), Occur.MUST)
              .add(visibleNotes, Occur.FILTER)
              .build());
    }
    if (kept != null) {
      places.add(in(kept, term));
    }
    return oneOf(places);
  }

  private static Query number(Wording.Term term) {
    var key = Numbers.key(term.text());
    if (key.isEmpty()
        || key.chars().noneMatch(Character::isDigit) && term.text().indexOf('@') < 0) {
      return null;
    }
    return switch (term.kind()) {
      case PREFIX -> new PrefixQuery(new Term(Fields.NUMBER, key));
      default -> new TermQuery(new Term(Fields.NUMBER, key));
    };
  }

  private Query in(Place place, Wording.Term term) {
    var words = words(term.text());
    if (words.isEmpty()) {
      return new MatchNoDocsQuery();
    }
    return switch (term.kind()) {
      case WORD -> words.size() == 1 ? word(place, words.getFirst()) : compound(place, words);
      case PREFIX -> each(words, place);
      case FUZZY -> all(words.stream().map(word -> place.near(word, edits(word))).toList());
      case PHRASE -> place.phrase(words);
      case PHONE -> phone(place, term.text());
    };
  }

  private Query word(Place place, String word) {
    var stem = stem(word);
    var query =
        new BooleanQuery.Builder()
            .add(place.stem(stem), Occur.MUST)
            .add(new BoostQuery(place.exact(word), EXACT), Occur.SHOULD);
    var parts = word.split("(?<=[a-z])(?=\\d)");
    return parts.length == 2
        ? oneOf(List.of(query.build(), place.phrase(List.of(parts))))
        : query.build();
  }

  /** Words held together by a hyphen, a slash, a dot: in this order, or written as one. */
  private Query compound(Place place, List<String> words) {
    var apart =
        new BooleanQuery.Builder()
            .add(place.stems(words.stream().map(this::stem).toList()), Occur.MUST)
            .add(new BoostQuery(place.phrase(words), EXACT), Occur.SHOULD)
            .build();
    return oneOf(List.of(apart, place.exact(String.join("", words))));
  }

  private Query each(List<String> words, Place place) {
    var queries = new ArrayList<Query>();
    words.subList(0, words.size() - 1).forEach(word -> queries.add(word(place, word)));
    queries.add(place.prefix(words.getLast()));
    return all(queries);
  }

  /** How many letters a nearly right word may have wrong. */
  static int edits(String word) {
    return word.length() <= 2 ? 0 : word.length() <= 5 ? 1 : 2;
  }

  private static Query phone(Place place, String digits) {
    var pairs = List.of(digits.split("(?<=\\G..)"));
    var abroad = new ArrayList<>(List.of("33", pairs.getFirst().substring(1)));
    abroad.addAll(pairs.subList(1, pairs.size()));
    return oneOf(
        List.of(
            place.exact(digits),
            place.exact("33" + digits.substring(1)),
            place.phrase(pairs),
            place.phrase(abroad)));
  }

  private void mark(Marks marks, Wording.Term term) {
    var words = words(term.text());
    if (words.isEmpty()) {
      return;
    }
    switch (term.kind()) {
      case WORD -> {
        if (words.size() == 1) {
          marks.stem(stem(words.getFirst()));
        } else {
          marks.phrase(words);
          marks.exact(String.join("", words));
        }
      }
      case PREFIX -> {
        words.subList(0, words.size() - 1).forEach(word -> marks.stem(stem(word)));
        marks.prefix(words.getLast());
      }
      case FUZZY -> words.forEach(marks::fuzzy);
      case PHRASE -> marks.phrase(words);
      case PHONE -> {
        marks.exact(term.text());
        marks.phrase(List.of(term.text().split("(?<=\\G..)")));
      }
    }
  }

  /** A word that has a digit is its own stem, as in {@link FrenchAnalyzer}. */
  private String stem(String word) {
    return word.chars().anyMatch(Character::isDigit) ? word : stems.stem(word);
  }

  private static List<Wording.Clause> meaningful(List<Wording.Clause> clauses) {
    var meaningful = clauses.stream().filter(clause -> !empty(clause)).toList();
    return meaningful.stream().allMatch(Wording.Clause::excluded) ? clauses : meaningful;
  }

  private static boolean empty(Wording.Clause clause) {
    return !clause.excluded()
        && clause.anyOf().stream()
            .allMatch(
                term ->
                    term.kind() == Wording.Kind.WORD
                        && EMPTY_WORDS.containsAll(words(term.text())));
  }

  static List<String> words(String text) {
    var words = new FrenchWords();
    words.over(text.toCharArray(), text.length());
    var list = new ArrayList<String>();
    while (words.next() && list.size() < Wording.MOST) {
      list.add(words.string());
    }
    return list;
  }

  private static Query oneOf(List<Query> queries) {
    if (queries.size() == 1) {
      return queries.getFirst();
    }
    var any = new BooleanQuery.Builder();
    queries.forEach(query -> any.add(query, Occur.SHOULD));
    return any.build();
  }

  private static Query all(List<Query> queries) {
    if (queries.size() == 1) {
      return queries.getFirst();
    }
    var all = new BooleanQuery.Builder();
    queries.forEach(query -> all.add(query, Occur.MUST));
    return all.build();
  }

  private static Query in(String field, Collection<String> values) {
    return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
  }

  /** Facets of the wish that have a choice. */
  static List<Facet> narrowedBy(Map<Facet, Set<String>> chosen) {
    return chosen.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }
}
