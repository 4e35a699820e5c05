package fr.vaguemestre.search.lucene;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Where words are looked for: a letter itself, its notes, those kept to some. */
interface Place {
  Query stem(String stem);

  Query exact(String word);

  /** In this order, by their stems. */
  Query stems(List<String> stems);

  /** In this order, as they are written. */
  Query phrase(List<String> words);

  Query prefix(String begin);

  Query near(String word, int edits);

  /** Two fields of words: stemmed, and as they are written. */
  record Words(String stemmed, String exactly) implements Place {
    @Override
    public Query stem(String stem) {
      return new TermQuery(new Term(stemmed, stem));
    }

    @Override
    public Query exact(String word) {
      return new TermQuery(new Term(exactly, word));
    }

    @Override
    public Query stems(List<String> stems) {
      return inOrder(stemmed, stems);
    }

    @Override
    public Query phrase(List<String> words) {
      return inOrder(exactly, words);
    }

    @Override
    public Query prefix(String begin) {
      return new PrefixQuery(new Term(exactly, begin));
    }

    @Override
    public Query near(String word, int edits) {
      return edits == 0 ? exact(word) : new FuzzyQuery(new Term(exactly, word), edits, 1, 50, true);
    }

    private static Query inOrder(String field, List<String> words) {
      return words.size() == 1
          ? new TermQuery(new Term(field, words.getFirst()))
          : new PhraseQuery(field, words.toArray(String[]::new));
    }
  }
}
