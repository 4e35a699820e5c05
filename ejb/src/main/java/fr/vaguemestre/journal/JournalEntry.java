package fr.vaguemestre.journal;

import java.time.Instant;

/**
 * One line of the journal as it is sealed: opaque ids and codes only. {@code facts} is a short list
 * of {@code key=value} codes; words that may name a person live in a side table outside the chain.
 */
public record JournalEntry(
    long id,
    Instant at,
    long actor,
    Long forAgent,
    Long correspondence,
    String action,
    String before,
    String after,
    String facts) {}
