package fr.vaguemestre.search.lucene;

import fr.vaguemestre.platform.Refusal;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * Where a page ended.
 *
 * @param rank score of its last letter, or its day of arrival when nothing was asked for
 * @param version of the index the score comes from: in a later one the same letter may score
 *     otherwise
 */
record Cursor(double rank, long id, long version, boolean relaxed) {
  private static final int SIZE = 1 + Double.BYTES + 2 * Long.BYTES;

  static Cursor parse(String text) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.remaining() == SIZE) {
        var relaxed = bytes.get() == 1;
        var cursor = new Cursor(bytes.getDouble(), bytes.getLong(), bytes.getLong(), relaxed);
        if (Double.isFinite(cursor.rank())) {
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
    bytes.put((byte) (relaxed ? 1 : 0)).putDouble(rank).putLong(id).putLong(version);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }
}
