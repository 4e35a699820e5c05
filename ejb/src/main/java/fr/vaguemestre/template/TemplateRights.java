package fr.vaguemestre.template;

import fr.vaguemestre.access.Reader;
import fr.vaguemestre.access.Right;
import fr.vaguemestre.platform.Refusal;

/**
 * Who keeps what a town writes with (O18): each direction its own, the DG's assistants the rest.
 */
public final class TemplateRights {
  private TemplateRights() {}

  /**
   * @param unit its row; null for what serves the whole town
   */
  public static boolean mayChange(Reader reader, Long unit) {
    return unit == null
        ? reader.may(Right.MANAGE_GENERIC_TEMPLATES)
        : reader.may(Right.MANAGE_TEMPLATES, unit);
  }

  public static void needChange(Reader reader, Long unit) {
    if (!mayChange(reader, unit)) {
      throw unit == null
          ? Refusal.field("unit", "template.generic-not-yours")
          : Refusal.field("unit", "template.unit-not-yours");
    }
  }

  public static void needManager(Reader reader) {
    if (!reader.may(Right.MANAGE_GENERIC_TEMPLATES)) {
      reader.need(Right.MANAGE_TEMPLATES);
    }
  }
}
