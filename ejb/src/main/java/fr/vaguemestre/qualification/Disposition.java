package fr.vaguemestre.qualification;

/** What becomes of a letter once it need no longer be kept (sort final). */
public enum Disposition {
  /** Goes to the archives. */
  KEEP,
  /** Is destroyed, with the visa of the departmental archives. */
  DESTROY,
  /** Somebody decides, letter by letter. */
  SORT
}
