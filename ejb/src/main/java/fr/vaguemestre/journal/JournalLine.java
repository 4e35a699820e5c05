package fr.vaguemestre.journal;

import java.time.Instant;

/**
 * One line of a letter's history, for people: who, in place of whom, what, from which state to
 * which, in which words.
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
    String words) {}
