package fr.vaguemestre.search.lucene;

import java.util.Set;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Cuts French text into words, folded: lower case, no accents, {@code œ} as {@code oe}. Both sides
 * use it, what is indexed and what is looked for, so that they cannot disagree.
 *
 * <p>Elided articles go (with ' and ’), dotted acronyms become one word ({@code R.S.A.}: {@code
 * rsa}), a word broken by a hyphen at the end of a line is joined, any other mark parts words.
 */
final class FrenchWords {
  private static final int LONGEST = 100;
  private static final Set<String> ELIDED =
      Set.of("l", "d", "m", "t", "s", "n", "j", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu");

  private char[] text = new char[0];
  private int length;
  private int at;

  private final char[] word = new char[LONGEST + 8];
  private final char[] one = new char[1];
  private final char[] folded = new char[8];
  private int size;
  private int start;
  private int end;
  private boolean dotted;
  private boolean numeric;

  void over(char[] chars, int count) {
    text = chars;
    length = count;
    at = 0;
  }

  /** Moves to the next word; false at the end. */
  boolean next() {
    while (at < length) {
      if (inWord(text[at]) && read()) {
        return true;
      }
      at++;
    }
    return false;
  }

  /** The folded word, valid up to {@link #size()} until the next call of {@link #next()}. */
  char[] word() {
    return word;
  }

  int size() {
    return size;
  }

  String string() {
    return new String(word, 0, size);
  }

  /** Where the word begins in the text, in chars. */
  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** Something with a digit: it has no stem. */
  boolean numeric() {
    return numeric;
  }

  private boolean read() {
    begin();
    while (at < length) {
      var c = text[at];
      if (inWord(c)) {
        append(c);
        at++;
      } else if (c == '.' && initial() && letterAt(at + 1) && !letterAt(at + 2)) {
        dotted = true;
        at++;
      } else if (apostrophe(c)
          && size > 0
          && size <= 6
          && letterAt(at + 1)
          && ELIDED.contains(string())) {
        at++;
        begin();
      } else if (c == '-' && size > 1 && !numeric && brokenLine() > 0) {
        at = brokenLine();
      } else {
        break;
      }
    }
    end = at;
    return size > 0;
  }

  private void begin() {
    size = 0;
    start = at;
    dotted = false;
    numeric = false;
  }

  /** So far one letter, or letters each followed by a dot. */
  private boolean initial() {
    return size == 1 || dotted && text[at - 2] == '.';
  }

  private boolean letterAt(int index) {
    return index < length && Character.isLetter(text[index]);
  }

  /** Where the word goes on after a hyphen and a line end, 0 when it does not. */
  private int brokenLine() {
    var next = at + 1;
    if (next < length && text[next] == '\r') {
      next++;
    }
    return next + 1 < length && text[next] == '\n' && Character.isLowerCase(text[next + 1])
        ? next + 1
        : 0;
  }

  private void append(char c) {
    if (size >= LONGEST || c == '\u00AD' || mark(c)) {
      return;
    }
    if (c < 0x80) {
      word[size++] = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
      numeric |= c <= '9';
      return;
    }
    one[0] = Character.toLowerCase(c);
    var count = ASCIIFoldingFilter.foldToASCII(one, 0, folded, 0, 1);
    for (var i = 0; i < count; i++) {
      word[size++] = Character.toLowerCase(folded[i]);
    }
    numeric |= Character.isDigit(c);
  }

  private static boolean inWord(char c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
    return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '\u00AD' || mark(c);
  }

  private static boolean mark(char c) {
    return c >= '\u0300' && Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean apostrophe(char c) {
    return c == '\'' || c == '’' || c == '‘' || c == 'ʼ' || c == '′';
  }
}
