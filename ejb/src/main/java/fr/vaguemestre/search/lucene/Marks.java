package fr.vaguemestre.search.lucene;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/**
 * The words of a query, to be marked in the texts it found, and the best passage of such a text.
 */
final class Marks {
  /** Chars of a passage, about three lines. */
  private static final int PASSAGE = 220;

  private static final int BEFORE = 50;
  private static final int MOST = 200;

  private final Set<String> exact = new HashSet<>();
  private final Set<String> stems = new HashSet<>();

  /** What the stems begin with: a word begins as its stem does, so most need not be stemmed. */
  private final Set<Character> begins = new HashSet<>();

  private final List<String> prefixes = new ArrayList<>();
  private final List<CharacterRunAutomaton> near = new ArrayList<>();
  private final List<List<String>> phrases = new ArrayList<>();
  private final FrenchStem stem = new FrenchStem();

  /** A marked stretch of text; {@code what} tells different words apart. */
  private record Mark(int start, int end, int what) {}

  private record Passage(String text, int from, List<Mark> marks, long words) {}

  void exact(String word) {
    exact.add(word);
  }

  void stem(String word) {
    stems.add(word);
    begins.add(word.charAt(0));
  }

  void prefix(String word) {
    prefixes.add(word);
  }

  void fuzzy(String word) {
    var edits = LetterQuery.edits(word);
    if (edits == 0) {
      exact.add(word);
      return;
    }
    var automaton =
        new LevenshteinAutomata(word.substring(1), true).toAutomaton(edits, word.substring(0, 1));
    near.add(
        new CharacterRunAutomaton(
            Operations.determinize(automaton, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT)));
  }

  void phrase(List<String> words) {
    if (words.size() == 1) {
      exact.add(words.getFirst());
    } else {
      phrases.add(words);
    }
  }

  /**
   * The passage with most of the words, of the first text that has it; else how the first text
   * begins.
   *
   * @param most chars read of all the texts, as many of each
   */
  String snippet(List<String> texts, int most) {
    Passage best = null;
    for (var text : texts) {
      var passage = best(text, most / texts.size());
      if (best == null || passage.words() > best.words()) {
        best = passage;
      }
      if (best.words() == wanted()) {
        break;
      }
    }
    return best == null ? "" : html(best);
  }

  private Passage best(String text, int most) {
    var marks = marks(text, Math.min(text.length(), most));
    Passage best = new Passage(text, 0, List.of(), 0);
    for (var first = 0; first < marks.size(); first++) {
      var limit = marks.get(first).start() + PASSAGE - BEFORE;
      var next = first;
      while (next < marks.size() && marks.get(next).end() <= limit) {
        next++;
      }
      var inside = marks.subList(first, Math.max(next, first + 1));
      var words = inside.stream().mapToInt(Mark::what).distinct().count();
      if (words > best.words()) {
        best = new Passage(text, marks.get(first).start(), inside, words);
      }
    }
    return best;
  }

  /** How many different words there are. */
  private int wanted() {
    return exact.size() + stems.size() + prefixes.size() + near.size() + phrases.size();
  }

  /** Where the first passage ends that has all the words, the last of them just found. */
  private int end(List<Mark> found) {
    var last = found.getLast();
    var together = new HashSet<Integer>();
    var start = last.start();
    for (var mark : found.reversed()) {
      if (mark.start() < last.end() - (PASSAGE - BEFORE)) {
        break;
      }
      start = Math.min(start, mark.start());
      together.add(mark.what());
    }
    return together.size() < wanted() ? Integer.MAX_VALUE : start + PASSAGE - BEFORE;
  }

  /** As far as the first passage that has them all. */
  private List<Mark> marks(String text, int length) {
    var found = new ArrayList<Mark>();
    if (wanted() == 0) {
      return found;
    }
    var until = Integer.MAX_VALUE;
    var recent = new ArrayList<String>();
    var starts = new ArrayList<Integer>();
    var longest = phrases.stream().mapToInt(List::size).max().orElse(0);
    var words = new FrenchWords();
    var read = new char[length];
    text.getChars(0, length, read, 0);
    words.over(read, length);
    while (words.next() && found.size() < MOST && words.start() < until) {
      if (words.end() == length && length < text.length()) {
        break; // maybe the beginning of a word
      }
      var before = found.size();
      var what = what(words);
      if (what != 0) {
        found.add(new Mark(words.start(), words.end(), what));
      }
      if (longest > 0) {
        recent.add(words.string());
        starts.add(words.start());
        if (recent.size() > longest) {
          recent.removeFirst();
          starts.removeFirst();
        }
        for (var phrase : phrases) {
          var begin = recent.size() - phrase.size();
          if (begin >= 0 && recent.subList(begin, recent.size()).equals(phrase)) {
            found.add(new Mark(starts.get(begin), words.end(), phrase.hashCode() | 1));
          }
        }
      }
      if (found.size() > before && until == Integer.MAX_VALUE) {
        until = end(found);
      }
    }
    return found;
  }

  /** Not 0 for a word to be marked, the same for the same word. */
  private int what(FrenchWords words) {
    if (!exact.isEmpty() || !prefixes.isEmpty()) {
      var word = words.string();
      if (exact.contains(word)) {
        return word.hashCode() | 1;
      }
      for (var prefix : prefixes) {
        if (word.startsWith(prefix)) {
          return prefix.hashCode() | 1;
        }
      }
    }
    for (var automaton : near) {
      if (automaton.run(words.word(), 0, words.size())) {
        return automaton.hashCode() | 1;
      }
    }
    if (!begins.contains(words.word()[0])) {
      return 0;
    }
    var root = words.string();
    if (!words.numeric()) {
      // First the stem, then its chars: a long word makes the stemmer take a larger array.
      var length = stem.stem(words.word(), words.size());
      root = new String(stem.chars(), 0, length);
    }
    return stems.contains(root) ? root.hashCode() | 1 : 0;
  }

  private static String html(Passage passage) {
    var text = passage.text();
    var from =
        passage.from() <= BEFORE ? 0 : wordStart(text, passage.from() - BEFORE, passage.from());
    var to = from + PASSAGE >= text.length() ? text.length() : wordEnd(text, from + PASSAGE, from);
    var html = new StringBuilder(from > 0 ? "… " : "");
    var at = from;
    for (var mark : passage.marks()) {
      var end = Math.min(mark.end(), Math.max(to, passage.from()));
      if (mark.start() < at || end <= mark.start()) {
        continue;
      }
      escape(html, text, at, mark.start());
      html.append("<mark>");
      escape(html, text, mark.start(), end);
      html.append("</mark>");
      at = end;
    }
    escape(html, text, at, Math.max(to, at));
    return html.append(to < text.length() ? " …" : "").toString().strip();
  }

  private static int wordStart(String text, int at, int latest) {
    var start = at;
    while (start < latest && !Character.isWhitespace(text.charAt(start - 1))) {
      start++;
    }
    return start;
  }

  private static int wordEnd(String text, int at, int earliest) {
    var end = at;
    while (end > earliest && !Character.isWhitespace(text.charAt(end))) {
      end--;
    }
    return end > earliest ? end : at;
  }

  /** White space becomes one blank, what is not text goes. */
  private static void escape(StringBuilder html, String text, int from, int to) {
    for (var i = from; i < to; i++) {
      var c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00A0') {
        if (html.isEmpty() || html.charAt(html.length() - 1) != ' ') {
          html.append(' ');
        }
        continue;
      }
      switch (c) {
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '&' -> html.append("&amp;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> {
          if (!Character.isISOControl(c)) {
            html.append(c);
          }
        }
      }
    }
  }
}
