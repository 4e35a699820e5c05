package fr.vaguemestre.platform;

/** What whoever saves by a code had before their eyes. */
public final class Seen {
  /** Nothing yet: the code must be free. */
  public static final long NOTHING = -1;

  private Seen() {}

  /**
   * Lets a change through to what the code already names.
   *
   * @param seen the version in the form, {@link #NOTHING} in one that creates, null for a file that
   *     overwrites
   * @throws Refusal on {@code field} when the code is in use, STALE when it was changed meanwhile
   */
  public static void check(long version, Long seen, String field, String code) {
    if (seen == null) {
      return;
    }
    if (seen == NOTHING) {
      throw Refusal.field(field, "platform.code-taken", code);
    }
    if (seen != version) {
      throw Refusal.stale();
    }
  }
}
