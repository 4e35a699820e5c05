package fr.vaguemestre.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchMinimalStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The stem of one folded word: Lucene's light French stem, except where it cuts so deep that unlike
 * words meet ({@code autorisation} would be {@code auto}): there only the plural goes. Not for
 * several threads.
 */
final class FrenchStem {
  private static final int SHORT = 4;

  private final OneWord word = new OneWord();
  private final TokenStream light = new FrenchLightStemFilter(word);
  private final TokenStream minimal = new FrenchMinimalStemFilter(word);

  /** The stem is in {@link #chars()} up to the length given back. */
  int stem(char[] chars, int size) {
    var length = run(light, chars, size);
    return length <= SHORT && size - length > SHORT ? run(minimal, chars, size) : length;
  }

  char[] chars() {
    return word.term.buffer();
  }

  String stem(String exact) {
    var length = stem(exact.toCharArray(), exact.length());
    return new String(chars(), 0, length);
  }

  private int run(TokenStream stemmer, char[] chars, int size) {
    try {
      word.term.copyBuffer(chars, 0, size);
      stemmer.incrementToken();
      return word.term.length();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A stream that always has the word it was given. */
  private static final class OneWord extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    @Override
    public boolean incrementToken() {
      return true;
    }
  }
}
