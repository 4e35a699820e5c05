package fr.vaguemestre.web.organisation;

/** An agent or a unit as a suggestion writes it: "Paul Merle (p.merle)", "Voirie (VOI)". */
final class Addressed {
  private Addressed() {}

  static String written(String label, boolean unit, String code) {
    return label + " (" + (unit ? "▸ " : "") + code + ")";
  }

  static boolean isUnit(String written) {
    return written.substring(written.lastIndexOf('(') + 1).startsWith("▸ ");
  }

  static String code(String written) {
    var inside = written.substring(written.lastIndexOf('(') + 1).replace(")", "");
    return inside.startsWith("▸ ") ? inside.substring(2) : inside;
  }
}
