package fr.vaguemestre.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Feeds {@link FrenchWords} to Lucene, stemmed in the fields that say so. */
final class FrenchAnalyzer extends Analyzer {
  /** A phrase never runs from one text of a letter into the next. */
  private static final int GAP = 100;

  FrenchAnalyzer() {
    super(PER_FIELD_REUSE_STRATEGY);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(new Words(Fields.stemmed(field)));
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return GAP;
  }

  private static final class Words extends Tokenizer {
    private static final int KEPT = 1 << 18;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final FrenchWords words = new FrenchWords();
    private final FrenchStem stem;
    private char[] text = new char[8192];
    private int length;

    Words(boolean stemmed) {
      stem = stemmed ? new FrenchStem() : null;
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      length = 0;
      for (int count; (count = input.read(text, length, text.length - length)) != -1; ) {
        length += count;
        if (length == text.length) {
          text = Arrays.copyOf(text, length * 2);
        }
      }
      words.over(text, length);
    }

    @Override
    public boolean incrementToken() {
      if (!words.next()) {
        return false;
      }
      clearAttributes();
      if (stem == null || words.numeric()) {
        term.copyBuffer(words.word(), 0, words.size());
      } else {
        var size = stem.stem(words.word(), words.size());
        term.copyBuffer(stem.chars(), 0, size);
      }
      offset.setOffset(words.start(), words.end());
      return true;
    }

    @Override
    public void end() throws IOException {
      super.end();
      offset.setOffset(length, length);
    }

    @Override
    public void close() throws IOException {
      super.close();
      if (text.length > KEPT) {
        text = new char[8192];
        words.over(text, 0);
      }
    }
  }
}
