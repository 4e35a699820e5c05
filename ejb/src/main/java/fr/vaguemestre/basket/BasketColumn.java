package fr.vaguemestre.basket;

import java.util.List;

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
  TAGS;

  /** What a basket shows when nothing else was chosen. */
  static final List<BasketColumn> USUAL =
      List.of(DEADLINE, SENDER, TYPE, STATE, CHRONO, HOLDER, TAGS);
}
