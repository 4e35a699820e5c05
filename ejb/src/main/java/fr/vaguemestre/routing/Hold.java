package fr.vaguemestre.routing;

import java.time.Instant;

/**
 * Who has a letter reserved and since when; {@code mine} for whoever asks. It ends at {@code
 * endsAt} unless renewed.
 */
public record Hold(
    long letter, String login, String name, Instant since, Instant endsAt, boolean mine) {}
