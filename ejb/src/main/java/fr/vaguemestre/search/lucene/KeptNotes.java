package fr.vaguemestre.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/**
 * The notes kept to some readers, in one pair of fields whose terms are a word, a mark and the
 * token that opens the note. A query takes, of the terms of a word, those this reader may read: it
 * grows with the units whose notes have the word, not with the units below the reader.
 */
final class KeptNotes implements Place {
  static final char MARK = '\u001f';

  /** Terms of a word that are ranked as one word; more are found, and not ranked. */
  private static final int RANKED = 64;

  /** Terms in all phrases of a search; further phrases are not looked for in these notes. */
  private static final int IN_PHRASES = 8_000;

  /** A phrase never runs from one note into the next. */
  private static final int GAP = 100;

  private final IndexReader reader;
  private final Set<String> tokens;
  private int inPhrases;

  KeptNotes(IndexReader reader, Set<String> tokens) {
    this.reader = reader;
    this.tokens = tokens;
  }

  /** The terms of a letter's notes, by the token that opens each. */
  static TokenStream terms(Map<String, String> notes, boolean stemmed) {
    var terms = new ArrayList<Placed>();
    var stem = new FrenchStem();
    var words = new FrenchWords();
    notes.forEach(
        (token, note) -> {
          int step = GAP;
          words.over(note.toCharArray(), note.length());
          while (words.next()) {
            var word = words.string();
            var root = stemmed && !words.numeric() ? stem.stem(word) : word;
            terms.add(new Placed(root + MARK + token, step));
            step = 1;
          }
        });
    return new Stream(terms);
  }

  /** A note as it is kept for snippets. */
  static String shown(String token, String note) {
    return token + MARK + note;
  }

  /** What this reader may read of notes kept for snippets. */
  static List<String> readable(String[] shown, Set<String> tokens) {
    var texts = new ArrayList<String>();
    for (var note : shown) {
      int mark = note.indexOf(MARK);
      if (tokens.contains(note.substring(0, mark))) {
        texts.add(note.substring(mark + 1));
      }
    }
    return texts;
  }

  @Override
  public Query stem(String stem) {
    return one(Fields.KEPT_STEM, stem);
  }

  @Override
  public Query exact(String word) {
    return one(Fields.KEPT_EXACT, word);
  }

  @Override
  public Query stems(List<String> stems) {
    return phrase(Fields.KEPT_STEM, stems);
  }

  @Override
  public Query phrase(List<String> words) {
    return phrase(Fields.KEPT_EXACT, words);
  }

  @Override
  public Query prefix(String begin) {
    return new Readable(
        Fields.KEPT_EXACT, begin, PrefixQuery.toAutomaton(new BytesRef(begin)), true, tokens);
  }

  @Override
  public Query near(String word, int edits) {
    if (edits == 0) {
      return exact(word);
    }
    var like =
        new LevenshteinAutomata(word.substring(1), true).toAutomaton(edits, word.substring(0, 1));
    var any =
        Operations.concatenate(List.of(like, Automata.makeChar(MARK), Automata.makeAnyString()));
    return new Readable(
        Fields.KEPT_EXACT,
        word,
        Operations.determinize(any, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT),
        false,
        tokens);
  }

  private Query one(String field, String word) {
    var readable = opening(field, word);
    if (readable.isEmpty()) {
      return new MatchNoDocsQuery();
    }
    if (readable.size() > RANKED) {
      var begin = word + MARK;
      return new Readable(field, begin, PrefixQuery.toAutomaton(new BytesRef(begin)), true, tokens);
    }
    var ranked = new SynonymQuery.Builder(field);
    readable.forEach(token -> ranked.addTerm(new Term(field, word + MARK + token)));
    return ranked.build();
  }

  private Query phrase(String field, List<String> words) {
    if (words.size() == 1) {
      return one(field, words.getFirst());
    }
    var common = opening(field, words.getFirst());
    words.forEach(word -> common.retainAll(opening(field, word)));
    inPhrases += common.size() * words.size();
    if (common.isEmpty() || inPhrases > IN_PHRASES) {
      return new MatchNoDocsQuery();
    }
    var phrase = new MultiPhraseQuery.Builder();
    for (var word : words) {
      phrase.add(
          common.stream().map(token -> new Term(field, word + MARK + token)).toArray(Term[]::new));
    }
    return phrase.build();
  }

  /** Of the reader's tokens those that open a note with this word. */
  private Set<String> opening(String field, String word) {
    var opening = new TreeSet<String>();
    try {
      var terms = MultiTerms.getTerms(reader, field);
      if (terms == null) {
        return opening;
      }
      var begin = word + MARK;
      var all = terms.iterator();
      var status = all.seekCeil(new BytesRef(begin));
      for (var term = status == TermsEnum.SeekStatus.END ? null : all.term();
          term != null;
          term = all.next()) {
        var text = term.utf8ToString();
        if (!text.startsWith(begin)) {
          break;
        }
        var token = text.substring(begin.length());
        if (tokens.contains(token)) {
          opening.add(token);
        }
      }
      return opening;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Of the terms an automaton takes, those that a reader's token opens. */
  private static final class Readable extends AutomatonQuery {
    private final Set<String> tokens;

    Readable(String field, String word, Automaton terms, boolean bytes, Set<String> tokens) {
      super(new Term(field, word), terms, bytes);
      this.tokens = tokens;
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
      return new FilteredTermsEnum(super.getTermsEnum(terms, attributes), false) {
        @Override
        protected AcceptStatus accept(BytesRef term) {
          var text = term.utf8ToString();
          return tokens.contains(text.substring(text.lastIndexOf(MARK) + 1))
              ? AcceptStatus.YES
              : AcceptStatus.NO;
        }
      };
    }

    @Override
    public boolean equals(Object other) {
      return super.equals(other) && tokens.equals(((Readable) other).tokens);
    }

    @Override
    public int hashCode() {
      return 31 * super.hashCode() + tokens.hashCode();
    }
  }

  /** A term, and how far it stands from the one before. */
  private record Placed(String term, int step) {}

  /** Terms as they are, one after the other. */
  private static final class Stream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<Placed> terms;
    private int next;

    Stream(List<Placed> terms) {
      this.terms = terms;
    }

    @Override
    public void reset() {
      next = 0;
    }

    @Override
    public boolean incrementToken() {
      if (next == terms.size()) {
        return false;
      }
      clearAttributes();
      var placed = terms.get(next++);
      term.append(placed.term());
      step.setPositionIncrement(placed.step());
      return true;
    }
  }
}
