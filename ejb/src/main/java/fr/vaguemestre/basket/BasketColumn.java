package fr.vaguemestre.basket;

/** What a basket's list may show of a letter beside its subject. */
public enum BasketColumn {
  DEADLINE,
  SENDER,
  TYPE,
  PRIORITY,
  STATE,
  CHRONO,
  ARRIVAL,
  HOLDER,
  TAGS
}
