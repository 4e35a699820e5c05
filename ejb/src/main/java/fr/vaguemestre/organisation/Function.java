package fr.vaguemestre.organisation;

/** What an agent is in a unit. */
public enum Function {
  MAYOR,
  ELECTED,
  DGS,
  DGA,
  DIRECTOR,
  ASSISTANT,
  CABINET_DIRECTOR,
  CABINET_SECRETARY,
  MAIL_OFFICE,
  AGENT,
  ADMINISTRATOR,
  OPERATOR;

  /** O7: belonging to a unit gives an elected representative nothing to see. */
  public boolean elected() {
    return this == MAYOR || this == ELECTED;
  }

  /** Named for the town as a whole: they sign for it, or lead it. */
  public boolean ofTheTown() {
    return elected() || this == DGS || this == DGA || this == CABINET_DIRECTOR;
  }
}
