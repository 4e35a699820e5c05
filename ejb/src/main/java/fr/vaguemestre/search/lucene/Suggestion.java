package fr.vaguemestre.search.lucene;

import fr.vaguemestre.search.Wording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;

/**
 * Another spelling for words the reader finds nowhere. Only words of letters the reader may see are
 * offered: a suggestion must not tell what a hidden letter says.
 */
final class Suggestion {
  private static final int TRIED = 5;
  private static final int LISTED = 1000;
  private static final int SHORTEST = 3;

  private final IndexSearcher searcher;
  private final LetterQuery query;

  private record Near(String word, float likeness, int letters) {}

  Suggestion(IndexSearcher searcher, LetterQuery query) {
    this.searcher = searcher;
    this.query = query;
  }

  Optional<String> of(String typed) throws IOException {
    Map<String, String> better = new HashMap<>();
    for (var clause : query.clauses()) {
      for (var term : clause.anyOf()) {
        var words = LetterQuery.words(term.text());
        if (clause.excluded() || term.kind() != Wording.Kind.WORD || words.size() != 1) {
          continue;
        }
        var word = words.getFirst();
        if (word.length() >= SHORTEST && searcher.count(query.having(word)) == 0) {
          var seen = visible(near(word));
          seen.ifPresent(other -> better.put(term.text(), other));
        }
      }
    }
    if (better.isEmpty()) {
      return Optional.empty();
    }
    var suggested = new StringBuilder();
    for (var chunk : typed.strip().split("\\s+")) {
      suggested.append(suggested.isEmpty() ? "" : " ").append(better.getOrDefault(chunk, chunk));
    }
    return Optional.of(suggested.toString()).filter(other -> !other.equals(typed.strip()));
  }

  private Optional<String> visible(List<Near> candidates) throws IOException {
    for (var candidate : candidates.subList(0, Math.min(TRIED, candidates.size()))) {
      if (searcher.count(query.having(candidate.word())) > 0) {
        return Optional.of(candidate.word());
      }
    }
    return Optional.empty();
  }

  /** Words of the index that look like this one, the likest and then the commonest first. */
  private List<Near> near(String word) throws IOException {
    var sorted = new ArrayList<Near>();
    var terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.EXACT);
    if (terms == null) {
      return sorted;
    }
    var like =
        new FuzzyTermsEnum(terms, new Term(Fields.EXACT, word), LetterQuery.edits(word), 1, true);
    while (sorted.size() < LISTED && like.next() != null) {
      sorted.add(new Near(like.term().utf8ToString(), like.getBoost(), like.docFreq()));
    }
    sorted.sort(Comparator.comparing(Near::likeness).thenComparing(Near::letters).reversed());
    return sorted;
  }
}
