package fr.vaguemestre.correspondence;

import java.time.Instant;

/**
 * A note as the letter page shows it; {@code unit} is the label of the only unit that reads it,
 * null for all viewers.
 */
public record NoteLine(long id, Instant at, String author, String body, String unit) {}
