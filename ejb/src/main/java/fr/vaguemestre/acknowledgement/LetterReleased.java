package fr.vaguemestre.acknowledgement;

/** A letter that was held in quarantine has just been given back, in the transaction one is in. */
public record LetterReleased(long letter) {}
