package fr.vaguemestre.correspondence;

import java.time.Instant;

/**
 * A note as the letter page shows it; {@code unit} is the label of the only unit that reads it,
 * null for all viewers; {@code inPlaceOf} the absent colleague it was written for, or null.
 */
public record NoteLine(
    long id, Instant at, String author, String inPlaceOf, String body, String unit) {}
