package fr.vaguemestre.search;

/** What found letters are counted and narrowed by; the values are codes, except the year. */
public enum Facet {
  TYPE,
  STATE,
  UNIT,
  PRIORITY,
  /** Year of arrival, four digits, filled in by {@link IndexedLetter}. */
  YEAR,
  CHANNEL,
  TAG
}
