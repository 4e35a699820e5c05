package fr.vaguemestre.journal;

import java.time.Instant;

/**
 * An entry as the chain holds it, and in words that the chain does not hold.
 *
 * @param number in the town's chain, null (as the three that follow) while it is not sealed
 * @param previous the hash before it, {@link JournalChain#START} for the first
 * @param actor name of who acted
 * @param words what they wrote; null for none, or erased
 */
public record SealedEntry(
    JournalEntry entry,
    Long number,
    String previous,
    String hash,
    Instant sealedAt,
    String actor,
    String inPlaceOf,
    String words) {}
