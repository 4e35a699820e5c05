package fr.vaguemestre.copy;

/** Which copies of a letter's documents a town has marked (CAP8). */
public enum Marked {
  NONE,
  /** A marked copy is offered for download beside the original. */
  DOWNLOADED,
  /** What the letter page shows is marked too. */
  SHOWN
}
