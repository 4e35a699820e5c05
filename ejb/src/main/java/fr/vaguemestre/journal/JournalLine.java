package fr.vaguemestre.journal;

import java.time.Instant;

/**
 * One line of a letter's history, for people: who, in place of whom, what, from which state to
 * which, in which words. {@code seal} is its number in the town's chain and {@code hash} what it
 * adds to it, both null while it is not sealed.
 */
public record JournalLine(
    long id,
    Instant at,
    String actor,
    String inPlaceOf,
    String action,
    String before,
    String after,
    String facts,
    String words,
    Long seal,
    String hash) {}
