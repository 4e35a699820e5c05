package fr.vaguemestre.organisation;

/**
 * What a unit is in the chart; the Cabinet and the directorate general see more than their branch
 * (O5).
 */
public enum UnitKind {
  TOWN,
  CABINET,
  DG,
  POLE,
  DIRECTION,
  SERVICE,
  OFFICE;

  /** O5: a place here gives the sight of every letter in a circuit. */
  public boolean seesTheTown() {
    return this == CABINET || this == DG;
  }
}
