package fr.vaguemestre.reply;

/** How far the PDF of a version is. */
public enum Conversion {
  PENDING,
  DONE,
  FAILED
}
