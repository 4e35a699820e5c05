package fr.vaguemestre.web.organisation;

import fr.vaguemestre.organisation.UnitNode;

/** An agent or a unit as a suggestion writes it: "Paul Merle (p.merle)", "Voirie (VOI)". */
public final class Addressed {
  private Addressed() {}

  public static String written(String label, boolean unit, String code) {
    return label + " (" + (unit ? "▸ " : "") + code + ")";
  }

  public static String unit(UnitNode unit) {
    return written(unit.label(), true, unit.code());
  }

  static boolean isUnit(String written) {
    return written.substring(written.lastIndexOf('(') + 1).startsWith("▸ ");
  }

  /** The code or login that stands between the brackets; null for nothing. */
  public static String code(String written) {
    if (written == null || written.isBlank()) {
      return null;
    }
    var inside = written.substring(written.lastIndexOf('(') + 1).replace(")", "");
    return inside.startsWith("▸ ") ? inside.substring(2) : inside;
  }
}
