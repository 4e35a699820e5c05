package fr.vaguemestre.api.platform;

import fr.vaguemestre.platform.Refusal;

/** Numbers in addresses. What is no number names nothing: 404, as for what is not there. */
public final class Ids {
  private Ids() {}

  public static long of(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Refusal.notFound();
    }
  }

  /** A page size asked for in the query. */
  public static int limit(String text, int usual) {
    if (text == null || text.isBlank()) {
      return usual;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit > 0) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw new InvalidFields("limit", "field.not-number");
    }
    throw new InvalidFields("limit", "field.too-small", 1);
  }
}
