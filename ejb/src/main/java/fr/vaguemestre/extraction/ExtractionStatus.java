package fr.vaguemestre.extraction;

/** How far the reading of a document went; shown on the letter. */
public enum ExtractionStatus {
  /** Not read yet. */
  PENDING,
  /**
   * Everything that can be read was read; a reason may add a remark (nothing written on it, hard to
   * read).
   */
  DONE,
  /** Some of it was read; the reason says what stopped the rest. */
  PARTIAL,
  /** Pages are pictures and no OCR engine is there to read them; text layers are still given. */
  NOT_OCRED,
  /** Nothing was read; the reason says why. */
  FAILED
}
