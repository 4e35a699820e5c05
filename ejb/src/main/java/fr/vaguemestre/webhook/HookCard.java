package fr.vaguemestre.webhook;

import java.time.Instant;

/**
 * A webhook as its administrators see it; never its secret.
 *
 * @param failures calls that failed one after the other
 * @param failingSince null when the last one arrived
 */
public record HookCard(
    long id, long version, HookWish wish, int failures, Instant failingSince, Instant rotatedAt) {}
