package fr.vaguemestre.search;

/** What letters are narrowed by without being counted; the values are codes. */
public enum Trait {
  /** Login of the agent in charge. */
  ASSIGNEE,
  /** Login of whoever registered it. */
  REGISTRANT,
  CATEGORY,
  /** {@code yes} or {@code no}. */
  FILES,
  /** {@code yes} or {@code no}. */
  CONFIDENTIAL,
  /** {@code yes} until it is closed, then {@code no}. */
  OPEN;

  public static final String YES = "yes";
  public static final String NO = "no";

  static String of(boolean value) {
    return value ? YES : NO;
  }
}
