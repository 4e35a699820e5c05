package fr.vaguemestre.basket;

/**
 * The colours a basket's sign may have: tokens of the theme that carry on its ground (WCAG 1.4.11).
 */
public enum BasketColour {
  PLAIN,
  NAVY,
  INFO,
  DONE,
  SOON,
  LATE
}
