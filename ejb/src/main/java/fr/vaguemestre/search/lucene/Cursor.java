package fr.vaguemestre.search.lucene;

import fr.vaguemestre.platform.Refusal;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * Where a page ended.
 *
 * @param version of the index the score comes from: in a later one the same letter may score
 *     otherwise
 * @param today day the age of letters was counted from on the first page: scores must not move
 *     between pages
 */
record Cursor(float score, long id, long version, long today, boolean relaxed) {
  private static final int SIZE = 1 + Float.BYTES + 3 * Long.BYTES;

  static Cursor parse(String text) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.remaining() == SIZE) {
        var relaxed = bytes.get() == 1;
        var cursor =
            new Cursor(
                bytes.getFloat(), bytes.getLong(), bytes.getLong(), bytes.getLong(), relaxed);
        if (Float.isFinite(cursor.score())) {
          return cursor;
        }
      }
    } catch (IllegalArgumentException notOurs) {
      // refused below like a cursor of the wrong length
    }
    throw Refusal.field("after", "search.cursor");
  }

  String text() {
    var bytes = ByteBuffer.allocate(SIZE);
    bytes.put((byte) (relaxed ? 1 : 0)).putFloat(score).putLong(id).putLong(version).putLong(today);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }
}
