package fr.vaguemestre.web.circuit;

import fr.vaguemestre.platform.Refusal;

/** Numbers in addresses. */
final class Numbers {
  private Numbers() {}

  /**
   * @return null for none
   * @throws Refusal NOT_FOUND for what is no number
   */
  static Integer of(String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches("\\d{1,9}")) {
      throw Refusal.notFound();
    }
    return Integer.valueOf(text);
  }

  static Long row(String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches("\\d{1,18}")) {
      throw Refusal.notFound();
    }
    return Long.valueOf(text);
  }
}
