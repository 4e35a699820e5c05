package fr.vaguemestre.api.correspondence;

import fr.vaguemestre.api.platform.RequestRefused;

/** The version a caller acts on, from {@code If-Match}. */
final class SeenVersion {
  private static final long NEVER = -1;

  private SeenVersion() {}

  /**
   * A version no letter has when the header holds anything but one strong ETag of ours: the answer
   * is then 412, after visibility was checked.
   *
   * @throws RequestRefused 428 when there is none
   */
  static long of(String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new RequestRefused(428, "request.if-match-missing");
    }
    var tag = ifMatch.strip();
    return tag.matches("\"\\d{1,18}\"")
        ? Long.parseLong(tag.substring(1, tag.length() - 1))
        : NEVER;
  }
}
