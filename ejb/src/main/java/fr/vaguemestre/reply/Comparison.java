package fr.vaguemestre.reply;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import fr.vaguemestre.platform.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What changed between two texts, word by word; line by line when they are long. */
public final class Comparison {
  /** Words or lines of both texts together: the work grows with their square. */
  private static final int MOST = 20_000;

  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]+|\\s+|.");
  private static final Pattern LINES = Pattern.compile("[^\\n]*\\n|[^\\n]+");

  private Comparison() {}

  public enum Kind {
    SAME,
    REMOVED,
    ADDED
  }

  /** A run of text; the pieces follow the reading, what was removed before what took its place. */
  public record Piece(Kind kind, String text) {}

  /**
   * @throws Refusal when even their lines are too many
   */
  public static List<Piece> of(String before, String after) {
    var old = cut(before, WORDS);
    var fresh = cut(after, WORDS);
    if (old.size() + fresh.size() > MOST) {
      old = cut(before, LINES);
      fresh = cut(after, LINES);
    }
    if (old.size() + fresh.size() > MOST) {
      throw new Refusal("reply.too-long-to-compare", MOST);
    }
    var pieces = new ArrayList<Piece>();
    int read = 0;
    for (var change : new MyersDiffWithLinearSpace<String>().computeDiff(old, fresh, null)) {
      if (change.startOriginal > read) {
        add(pieces, Kind.SAME, old.subList(read, change.startOriginal));
      }
      changed(pieces, change, old, fresh);
      read = change.endOriginal;
    }
    add(pieces, Kind.SAME, old.subList(read, old.size()));
    return pieces;
  }

  /** An exchange may come as an addition followed by a removal. */
  private static void changed(
      List<Piece> pieces, Change change, List<String> old, List<String> fresh) {
    var removed = old.subList(change.startOriginal, change.endOriginal);
    if (!pieces.isEmpty() && pieces.getLast().kind() == Kind.ADDED && !removed.isEmpty()) {
      pieces.add(pieces.size() - 1, new Piece(Kind.REMOVED, String.join("", removed)));
    } else {
      add(pieces, Kind.REMOVED, removed);
    }
    add(pieces, Kind.ADDED, fresh.subList(change.startRevised, change.endRevised));
  }

  private static List<String> cut(String text, Pattern into) {
    return into.matcher(text).results().map(MatchResult::group).toList();
  }

  private static void add(List<Piece> pieces, Kind kind, List<String> words) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(kind, String.join("", words)));
    }
  }
}
