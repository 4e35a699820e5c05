package fr.vaguemestre.search;

/** A part of a letter in which words are looked for alone: each must begin a word there. */
public enum Part {
  SUBJECT,
  /** Names of the sender, and company. */
  SENDER,
  EMAIL,
  CITY,
  CHRONO,
  /** Name of the agent in charge. */
  AGENT
}
