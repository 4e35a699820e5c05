package fr.vaguemestre.correspondence;

/** By which way it came. */
public enum Channel {
  PAPER,
  EMAIL,
  WEB,
  PHONE,
  COUNTER
}
