package fr.vaguemestre.access;

/** Where a right holds, from the narrowest to the widest (ORG2). */
public enum Perimeter {
  /** The units one sits in. */
  OWN_UNIT,
  /** Those and every unit below them. */
  BRANCH,
  /** The whole town. */
  TOWN;

  public boolean covers(Perimeter other) {
    return compareTo(other) >= 0;
  }
}
