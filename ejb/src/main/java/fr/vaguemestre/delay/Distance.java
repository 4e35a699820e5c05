package fr.vaguemestre.delay;

/** How far from the court the applicant lives: what it adds to the appeal (CJA R421-7). */
public enum Distance {
  OVERSEAS(1),
  ABROAD(2);

  private final int months;

  Distance(int months) {
    this.months = months;
  }

  int months() {
    return months;
  }
}
