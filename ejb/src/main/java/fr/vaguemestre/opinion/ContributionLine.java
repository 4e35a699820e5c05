package fr.vaguemestre.opinion;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A contribution as the letter page and the bundle of proofs show it; the answer and its author are
 * null while it is awaited. {@code round}: the number, on this letter, of those asked at once;
 * {@code position}: from 0; {@code askedFor}, {@code inPlaceOf}: the absent colleague for whom it
 * was asked, given, or null; {@code mine}: awaited from this reader.
 */
public record ContributionLine(
    long id,
    int round,
    int position,
    boolean sequential,
    String askedBy,
    String askedFor,
    String askedOf,
    Instant askedAt,
    LocalDate dueOn,
    String reason,
    String question,
    Status status,
    Instant remindedAt,
    String answer,
    String answeredBy,
    String inPlaceOf,
    Instant answeredAt,
    boolean mine) {

  /** Where it stands: its turn not come, awaited, awaited beyond its day, given, or withdrawn. */
  public enum Status {
    WAITING,
    AWAITED,
    LATE,
    GIVEN,
    WITHDRAWN;

    /** Whether it can still come. */
    public boolean open() {
      return this == WAITING || this == AWAITED || this == LATE;
    }
  }
}
