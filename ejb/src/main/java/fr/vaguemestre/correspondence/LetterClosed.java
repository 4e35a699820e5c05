package fr.vaguemestre.correspondence;

import java.time.Instant;

/** A letter has just been closed, in the transaction one is in. */
public record LetterClosed(long letter, Instant at) {}
