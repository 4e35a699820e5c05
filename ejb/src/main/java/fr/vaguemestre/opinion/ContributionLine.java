package fr.vaguemestre.opinion;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A contribution as the letter page shows it; the answer and its author are null while it is
 * awaited. {@code inPlaceOf}: the absent colleague it was given for, or null.
 */
public record ContributionLine(
    long id,
    String askedBy,
    String askedOf,
    Instant askedAt,
    LocalDate dueOn,
    String question,
    String answer,
    String answeredBy,
    String inPlaceOf,
    Instant answeredAt,
    boolean mine) {}
