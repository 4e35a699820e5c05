package fr.vaguemestre.web.shell;

import fr.vaguemestre.platform.Refusal;

/** Numbers in addresses. */
public final class Numbers {
  private Numbers() {}

  /**
   * @return null for none
   * @throws Refusal NOT_FOUND for what is no number
   */
  public static Integer of(String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches("\\d{1,9}")) {
      throw Refusal.notFound();
    }
    return Integer.valueOf(text);
  }

  /**
   * @return a row's id, null for none
   * @throws Refusal NOT_FOUND for what is no number
   */
  public static Long row(String text) {
    return text == null ? null : needed(text);
  }

  /**
   * @return a row's id
   * @throws Refusal NOT_FOUND for none, and for what is no number
   */
  public static long needed(String text) {
    if (text == null || !text.matches("\\d{1,18}")) {
      throw Refusal.notFound();
    }
    return Long.parseLong(text);
  }
}
