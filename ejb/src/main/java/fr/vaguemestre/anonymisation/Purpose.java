package fr.vaguemestre.anonymisation;

import java.util.List;

/** Why, and so how far, letters are erased; each goes at least as far as the one before. */
public enum Purpose {
  /**
   * What was kept of a request beside the letter made of it: answers to the form, applicant, traces
   * of their account and of the portal. The letter itself stays whole, as a public archive.
   */
  REQUEST_COPY,
  /**
   * All that names people, in the letter too: texts, files, addresses, notes, answers. Dates, type,
   * unit, channel, state and number stay, and the rows that are counted.
   */
  ANONYMISE,
  /**
   * A letter eliminated with the archives' visa: the rows of work done on it go too. The letter's
   * own row and its sealed history stay, to attest that it was there and that it is no more.
   */
  DESTROY;

  /** This one and those that go at least as far. */
  List<Purpose> andFurther() {
    return List.of(values()).subList(ordinal(), values().length);
  }
}
