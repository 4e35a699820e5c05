package fr.vaguemestre.opinion;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A contribution as the letter page shows it; the answer and its author are null while it is
 * awaited.
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
    Instant answeredAt,
    boolean mine) {}
