package fr.vaguemestre.qualification;

/** From when on a letter is kept for so long. */
public enum RetentionStart {
  /** The day it was closed. */
  CLOSING,
  /** 31 December of the year in which it was closed. */
  YEAR_END
}
